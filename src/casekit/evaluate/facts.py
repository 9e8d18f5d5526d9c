"""Gold facts and found rows of one document in; counts at every level and the list of mistakes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casekit.evaluate.agreement import LEVELS, level_of
from casekit.evaluate.gold import GoldFact
from casekit.evaluate.tally import Tally

FULL = len(LEVELS) - 1

# What is wrong with a pair that agrees up to the level of the same index, and no further.
_WRONG = ("wrong value", "wrong metric", "wrong case", "wrong bound")

MISTAKES = ("missed", "spurious", *_WRONG)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A gold fact that was missed or got wrong, or a found row that nobody asked for; `kind` is one of MISTAKES."""

    doc: str
    start: int
    kind: str
    gold: GoldFact | None
    found: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold fact and the found row that stands for it, as indexes, and the level up to which they agree."""

    gold: int
    found: int
    level: int


def pair_facts(gold: Sequence[GoldFact], found: Sequence[Mapping[str, Any]]) -> list[Pair]:
    """Each gold fact with at most one found row: best agreement first, then longest overlap, then text order."""
    touching = []
    for i, wanted in enumerate(gold):
        for j, row in enumerate(found):
            shared = min(wanted.end, row["end"]) - max(wanted.start, row["start"])
            if shared > 0:
                touching.append((-level_of(wanted, row), -shared, i, j))
    pairs: list[Pair] = []
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for level, _, i, j in sorted(touching):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append(Pair(i, j, -level))
    return pairs


def tally_facts(gold: Sequence[GoldFact], found: Sequence[Mapping[str, Any]], pairs: Sequence[Pair]) -> Tally:
    """The counts of one document; optional figures are taken out of both sides."""
    spared = sum(1 for pair in pairs if gold[pair.gold].optional)
    wanted = sum(1 for fact in gold if not fact.optional)
    levels = [pair.level for pair in pairs if not gold[pair.gold].optional]
    right = tuple(sum(1 for level in levels if level >= at) for at in range(len(LEVELS)))
    return Tally(len(found) - spared, wanted, right)


def find_mistakes(
    doc: str, gold: Sequence[GoldFact], found: Sequence[Mapping[str, Any]], pairs: Sequence[Pair]
) -> list[Mistake]:
    """Everything that keeps this document from a full score, in text order."""
    by_gold = {pair.gold: pair for pair in pairs}
    mistakes = []
    for i, wanted in enumerate(gold):
        pair = by_gold.get(i)
        if wanted.optional or (pair and pair.level == FULL):
            continue
        kind = _WRONG[pair.level] if pair else "missed"
        mistakes.append(Mistake(doc, wanted.start, kind, wanted, found[pair.found] if pair else None))
    taken = {pair.found for pair in pairs}
    mistakes += [Mistake(doc, row["start"], "spurious", None, row) for j, row in enumerate(found) if j not in taken]
    return sorted(mistakes, key=lambda mistake: mistake.start)
