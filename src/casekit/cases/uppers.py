"""Provinces, cities and counties in a text, by the names the gazetteer knows."""

from __future__ import annotations

from dataclasses import dataclass

import ahocorasick_rs

from casekit.cases.gazetteer import Gazetteer
from casekit.cases.wording import Wording

_LEVELS = {2: "省", 4: "市", 6: "区县"}


@dataclass(frozen=True, slots=True)
class Upper:
    """A name at [start, end); `full` where it is a whole name that needs no company to be a place."""

    start: int
    end: int
    name: str
    level: str
    full: bool


class UpperFinder:
    """All names in one automaton, so that a text is read once however many there are."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        names = sorted(gazetteer.upper_names())
        self._finder = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._found = [_describe(name, gazetteer, wording) for name in names]

    def find(self, text: str) -> list[Upper]:
        """Names in text order, none inside another; the longest where several begin at one place."""
        found = self._found
        return [Upper(start, end, *found[which]) for which, start, end in self._finder.find_matches_as_indexes(text)]


def _describe(name: str, gazetteer: Gazetteer, wording: Wording) -> tuple[str, str, bool]:
    codes = gazetteer.named(name)
    whole = [code for code in codes if gazetteer.names.get(code) == name]
    level = _LEVELS[len(str((whole or codes)[0]))]
    ends_like_one = name[-1] in "省市区县旗盟州" and len(name) > 2 or bool(whole)
    return name, level, ends_like_one and name not in wording.doubtful
