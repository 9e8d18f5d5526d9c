"""Quantities that no rule took, grouped by what they seem to count: the work list of a rule writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casekit.documents import ReadOptions, read_documents
from casekit.extract import Kit
from casekit.rulebook import Frame, Match
from casekit.workbench.heads import head_noun, head_verb
from casekit.workbench.near import nearest_rules
from casekit.workbench.reading import read_text

UNCLAIMED = ("no-rule", "contested")
# What share of the phrases with one ending must go on alike for the longer ending to name them.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Left:
    """One quantity left over, with its frame."""

    doc: str
    quote: str
    sentence: str
    match: Match

    @property
    def key(self) -> tuple[str, str, str]:
        """Verb, noun and unit: what such quantities are grouped by."""
        frame = self.match.frame
        return head_verb(frame), head_noun(frame), frame.quantity.unit


@dataclass(slots=True)
class Group:
    """Leftovers of one verb, noun and unit; the example is the first one met."""

    verb: str
    noun: str
    unit: str
    example: Left
    count: int = 0
    docs: set[str] = field(default_factory=set)
    reasons: Counter[str] = field(default_factory=Counter)


def corpus_leftovers(paths: Sequence[Path], kit: Kit, reasons: Sequence[str] = UNCLAIMED) -> Iterator[Left]:
    """The leftovers of every document under `paths`, in reading order."""
    for document in read_documents(paths, ReadOptions()):
        read = read_text(document.text, kit)
        for match in read.matches:
            if match.reason in reasons:
                span = read.source_span(match.frame.quantity)
                sentence = read.page.aligned.source_span(match.frame.sentence).of(read.page.aligned.source)
                yield Left(document.doc, span.of(read.page.aligned.source), sentence, match)


def table_leftovers(
    rows: Iterable[tuple[str, str, str, str]], kit: Kit, reasons: Sequence[str] = UNCLAIMED
) -> Iterator[Left]:
    """The same from rows (doc, quote, sentence, reason) of leftovers.parquet, read again with the rules of today."""
    for doc, quote, sentence, reason in rows:
        if reason not in reasons:
            continue
        for match in read_text(sentence, kit, furniture=True).matches:
            if match.frame.quantity.text == quote and match.reason in reasons:
                yield Left(doc, quote, sentence, match)
                break


def grouped(leftovers: Iterable[Left]) -> list[Group]:
    """The groups, most frequent first, then by verb, noun and unit; noun phrases that end alike count as one noun."""
    groups: dict[tuple[str, str, str], Group] = {}
    for left in leftovers:
        _into(groups, left.key, left)
    endings = _endings(groups.values())
    merged: dict[tuple[str, str, str], Group] = {}
    for group in groups.values():
        _merge(merged, (group.verb, _ending(group.noun, endings[group.unit]), group.unit), group)
    return sorted(merged.values(), key=lambda g: (-g.count, g.verb, g.noun, g.unit))


def _into(groups: dict[tuple[str, str, str], Group], key: tuple[str, str, str], left: Left) -> None:
    group = groups.setdefault(key, Group(*key, left))
    group.count += 1
    group.docs.add(left.doc)
    group.reasons[left.match.reason] += 1


def _merge(groups: dict[tuple[str, str, str], Group], key: tuple[str, str, str], part: Group) -> None:
    group = groups.setdefault(key, Group(*key, part.example))
    group.count += part.count
    group.docs |= part.docs
    group.reasons += part.reasons


def _endings(groups: Iterable[Group]) -> dict[str, Counter[str]]:
    """For each unit how often each ending of two or more characters closes its noun phrases."""
    counts: dict[str, Counter[str]] = {}
    for group in groups:
        of_unit = counts.setdefault(group.unit, Counter())
        for length in range(2, len(group.noun) + 1):
            of_unit[group.noun[-length:]] += group.count
    return counts


def _ending(noun: str, counts: Counter[str]) -> str:
    """The ending that the noun shares with others: 品牌 of 非遗品牌, as long as most of them go on alike."""
    ending = noun[-2:]
    for length in range(3, len(noun) + 1):
        if counts[noun[-length:]] < _ALIKE * counts[ending]:
            break
        ending = noun[-length:]
    return ending


def nearest(frame: Frame, kit: Kit) -> str:
    """The nearest rule with what stood in its way, '' where none is near."""
    found = nearest_rules(kit.book, frame, most=1)
    return f"{found[0].rule.id} ({'; '.join(map(str, found[0].failures))})" if found else ""


def group_row(group: Group, kit: Kit) -> dict[str, Any]:
    """A group as a row: what it counts, how often, an example sentence with the quantity marked."""
    left = group.example
    before, _, after = left.sentence.partition(left.quote)
    return {
        "count": group.count,
        "documents": len(group.docs),
        "verb": group.verb,
        "noun": group.noun,
        "unit": group.unit,
        "example": f"{before}【{left.quote}】{after}",
        "nearest": nearest(left.match.frame, kit),
        "reason": group.reasons.most_common(1)[0][0],
        "doc": left.doc,
    }
