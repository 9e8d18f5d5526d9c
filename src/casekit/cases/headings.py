"""What a heading says of its section: the community or town it names, or the person whose profile begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from casekit.cases.census import Census
from casekit.cases.clauses import Stretch
from casekit.cases.marks import Mark
from casekit.cases.unit import COMMUNITY, STREET, Unit

_OPENING_QUOTES = ("“", "「", "'", '"')
_LABEL = re.compile(r"[\s　]*(?P<name>[一-鿿·]{2,4})[：:](?=[^\s　])")
_ENOUGH = 2  # profiles, and times that each is named in its section


def find_profiles(text: str, stretches: Sequence[Stretch]) -> frozenset[int]:
    """Where the headings begin that open a profile (陈大山：守林三十年); none where a text has only one.

    The name before the colon comes back in the section, which tells it from 党建引领：.
    """
    heads = [stretch for stretch in stretches if stretch.kind == "heading"]
    found = set[int]()
    for number, head in enumerate(heads):
        label = _LABEL.match(text, head.start, head.end)
        end = heads[number + 1].start if number + 1 < len(heads) else len(text)
        if label and text.count(label["name"], head.end, end) >= _ENOUGH:
            found.add(head.start)
    return frozenset(found) if len(found) >= _ENOUGH else frozenset()


def communities_in(marks: Sequence[Mark]) -> set[str]:
    """The communities, villages and compounds that the marks name."""
    return {unit.name for mark in marks for unit in mark.units if unit.rank >= COMMUNITY}


def towns_in(marks: Sequence[Mark], census: Census) -> set[str]:
    """The towns that the marks name; none unless the text is on a county: one of its sections can be about one."""
    county = census.main is not None and census.rank(census.main) < 3
    return {unit.name for mark in marks for unit in mark.units if unit.rank == STREET} if county else set()


def without_sayings(head: Sequence[Unit], text: str, below: Collection[str]) -> list[Unit]:
    """Those of the places in a headline that are no figure of speech: no “吊脚村” where others stand `below`.

    `text` is what the headline stands in.
    """
    quoted = {unit.start for unit in head if text[max(unit.start - 1, 0) : unit.start] in _OPENING_QUOTES}
    return [unit for unit in head if not below or unit.name in below or unit.start not in quoted]
