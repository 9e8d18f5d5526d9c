"""Provinces, cities and counties in a text, by the names the gazetteer knows."""

from __future__ import annotations

import re
from typing import NamedTuple

import ahocorasick_rs

from casekit.cases.gazetteer import Gazetteer, is_within
from casekit.cases.wording import Wording

_HAN = re.compile(r"[一-鿿]")
# What a county was called before it became a district or a city: 望城|县 in a report of 2009.
_RENAMED = re.compile("[县市区旗](?![域场属里内委间划级民府政直长])")
_SHORTEST = 2  # characters of the shortest names: 索县
_LEVELS = {2: "省", 4: "市", 6: "区县"}


class Upper(NamedTuple):
    """A name at [start, end); `whole` where it is no short one, `full` where a name can begin after it.

    `soft` where that name must have two characters: 江西枫林村, but 江西村.
    """

    start: int
    end: int
    name: str
    level: str
    full: bool
    whole: bool
    soft: bool = False


class UpperFinder:
    """All names in one automaton, so that a text is read once however many there are."""

    def __init__(self, gazetteer: Gazetteer, wording: Wording) -> None:
        names = sorted(gazetteer.upper_names())
        self._finder = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._gazetteer, self._road, self._split = gazetteer, wording.road, wording.split_words
        self._found = [_describe(name, gazetteer, wording) for name in names]

    def find(self, text: str) -> list[Upper]:
        """Names in text order, none inside another; the longest where several begin at one place.

        A short name counts as a full one after a place that it lies in (四川|乐山), and a province's before a name.
        """
        found, out = self._found, list[Upper]()
        made = tuple.__new__  # half the time of Upper(...), which does the same one call further
        for which, start, end in self._finder.find_matches_as_indexes(text):
            if text.startswith("级", end) or (text[end - 1] == "区" and text.startswith(("域", "间"), end)):
                continue  # 建|成县|级养老中心, 新建区|域
            if end - start == _SHORTEST and text[end - 1] == "县" and self._is_split(text, start, end):
                continue  # 探|索县|域经济, 单|县城
            name, level, full, whole = found[which]
            soft = False
            if not full and out and out[-1].end == start and self._lies_in(name, out[-1].name):
                out[-1] = out[-1]._replace(full=True, soft=False)
                full = True
                end += _RENAMED.match(text, end) is not None
            elif not full and level == "省" and _HAN.match(text, end) and not self._road.match(text, end):
                full = soft = True
            out.append(made(Upper, (start, end, name, level, full, whole, soft)))
        return out

    def _is_split(self, text: str, start: int, end: int) -> bool:
        return text[start - 1 : start + 1] in self._split or text[start : end + 1] in self._split

    def _lies_in(self, inner: str, outer: str) -> bool:
        outers = self._gazetteer.named(outer)
        return any(is_within(code, out) and code != out for code in self._gazetteer.named(inner) for out in outers)


def _describe(name: str, gazetteer: Gazetteer, wording: Wording) -> tuple[str, str, bool, bool]:
    codes = gazetteer.named(name)
    whole = [code for code in codes if gazetteer.names.get(code) == name]
    level = _LEVELS[len(str((whole or codes)[0]))]
    ends_like_one = (name[-1] in "省市区县旗盟州" and len(name) > 2) or bool(whole)
    alone = ends_like_one and name not in wording.doubtful
    return name, level, alone, alone
