"""A file that deals annotated texts into parts (those looked at, those only measured on) in; scores by part out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.core import RuleError, nearest
from casekit.core.yamlfile import YamlFile, read_yaml
from casekit.evaluate.gold import Gold
from casekit.evaluate.score import Score, score_tables


@dataclass(frozen=True, slots=True)
class Split:
    """Parts by name, each with the stems of its texts; no text is in two parts."""

    parts: Mapping[str, frozenset[str]]

    def deal(self, gold: Gold) -> dict[str, Gold]:
        """The annotations by part; parts of which nothing is annotated here are left out."""
        dealt = {name: gold.only(texts) for name, texts in self.parts.items()}
        return {name: part for name, part in dealt.items() if part.facts}


def read_split(path: Path, gold: Gold) -> Split:
    """The parts in `path`; raises RuleError at a text in two parts, and where an annotated text is in none.

    Texts that are not annotated here may be named: one file serves several sets of annotations.
    """
    file = read_yaml(path)
    content = file.content or {}
    if not isinstance(content, dict) or not all(isinstance(texts, list) for texts in content.values()):
        raise RuleError(file.place(), 'expected names of parts, each with a list of texts, like "tuning: [甲, 乙]".')
    _check_once(file, content)
    dealt = {text for texts in content.values() for text in texts}
    for text in gold.facts:
        if text not in dealt:
            raise RuleError(file.place(), f'the annotated text "{text}" is in no part.', nearest(text, dealt))
    return Split({name: frozenset(texts) for name, texts in content.items()})


def score_parts(
    facts: Iterable[Mapping[str, Any]], cases: Iterable[Mapping[str, Any]], gold: Gold, split: Split
) -> dict[str, Score]:
    """A score for each part, in the order of the file."""
    fact_rows, case_rows = list(facts), list(cases)
    return {name: score_tables(fact_rows, case_rows, part) for name, part in split.deal(gold).items()}


def part_lines(scores: Mapping[str, Score]) -> Iterator[str]:
    """The scores by part as lines for people, and how far apart the parts are in points of fact F1."""
    for name, score in scores.items():
        fact = score.rates("fact")
        counts = f"{len(score.by_document)} texts, {score.facts.wanted} figures"
        rates = f"P {fact.precision:.3f}  R {fact.recall:.3f}  F1 {fact.f1:.3f}"
        yield f"{name}: {counts}; fact {rates}; full F1 {score.rates('full').f1:.3f}"
    reached = [score.rates("fact").f1 for score in scores.values()]
    if len(reached) > 1:
        yield f"gap between the parts: {100 * (max(reached) - min(reached)):.1f} points of fact F1"


def _check_once(file: YamlFile, content: Mapping[str, list[str]]) -> None:
    seen: dict[str, str] = {}
    for name, texts in content.items():
        for at, text in enumerate(texts):
            if text in seen:
                raise RuleError(file.place(name, at), f'"{text}" is in "{seen[text]}" already.')
            seen[text] = name
