"""Gold cases and found cases of one document in; counts of communities, places and ethnic groups out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from casekit.evaluate.gold import PLACE_COLUMNS, GoldCase
from casekit.evaluate.tally import Tally, total


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `asked` answers were right; with nothing asked, nothing is wrong."""

    right: int
    asked: int

    @property
    def accuracy(self) -> float:
        """The share of right answers, 1 where none was asked."""
        return self.right / self.asked if self.asked else 1.0


@dataclass(frozen=True, slots=True)
class CaseTally:
    """What one or more documents come to: communities named, groups named in them, and where they lie."""

    cases: Tally
    groups: Tally
    places: Mapping[str, Share]


def tally_cases(gold: Sequence[GoldCase], found: Sequence[Mapping[str, Any]]) -> CaseTally:
    """The counts of one document; a community counts once however often it was found, optional ones not at all."""
    rows = {row["case"]: row for row in found}
    wanted = {case.name: case for case in gold if not case.optional}
    spared = {case.name for case in gold if case.optional}
    matched = [(case, rows.get(name)) for name, case in wanted.items()]
    cases = Tally(
        found=sum(1 for name in rows if name not in spared),
        wanted=len(wanted),
        right=(sum(1 for _, row in matched if row is not None),),
    )
    groups = total((_tally_groups(case, row) for case, row in matched), levels=1)
    return CaseTally(cases, groups, {column: _share(column, matched) for column in PLACE_COLUMNS})


def total_cases(tallies: Iterable[CaseTally]) -> CaseTally:
    """The sum of all counts."""
    parts = list(tallies)
    places = {
        column: Share(sum(p.places[column].right for p in parts), sum(p.places[column].asked for p in parts))
        for column in PLACE_COLUMNS
    }
    return CaseTally(total((p.cases for p in parts), 1), total((p.groups for p in parts), 1), places)


def _tally_groups(case: GoldCase, row: Mapping[str, Any] | None) -> Tally:
    found = set((row or {}).get("groups") or ())
    return Tally(len(found), len(case.groups), (len(case.groups & found),))


def _share(column: str, matched: Iterable[tuple[GoldCase, Mapping[str, Any] | None]]) -> Share:
    asked = [(case.places[column], row) for case, row in matched if column in case.places]
    return Share(sum(1 for right, row in asked if row is not None and row.get(column) == right), len(asked))
