"""Housing estates without a class word, where the text says how many houses or homes they have: 棉纺大院6栋楼."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from casekit.cases.unit import COMMUNITY, STREET, Unit
from casekit.cases.wording import Wording

_NUMBERED = re.compile("号|个|^.?[一二三四五六七八九十]院$")  # 三号院 and 市二院, but not 棉纺二院
_YARD = re.compile(r"(?<![\d路街巷道弄村坊里-])(?:\d{1,3}|[一二三四五六七八九十]{1,3})号(?:大|家属)?院(?![士落])")
_RUN = re.compile(r"[一-鿿]+\Z")
_IS_A_KIND = re.compile("(?<![的就便正里儿这])是$")  # 竹溪社区是|矿务局宿舍，29栋楼: not what it is called
_LONGEST = 6
_REACH, _RIGHT_BEHIND, _BESIDE = 60, 5, 6


def find_estates(text: str, units: Sequence[Unit], wording: Wording) -> Iterator[Unit]:
    """The estates of a text, wherever they stand outside other places: “锦江家园”安置点, no 养老院, no 美好家园.

    A name has two or three characters before its last word. Once at least its houses or homes must be counted right
    behind it, right behind or in the next sentence if it is named only there.
    """
    ends = list(wording.estates.found.finditer(text))
    if not ends:
        return
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    yield from _numbered(text, taken, wording)
    ends = [found for found in ends if found.start() not in taken]
    begins = [begin_of_name(text, found.start(), taken, wording) for found in ends]
    named = {text[begin : found.end()] for begin, found in zip(begins, ends, strict=True)}
    behind = {unit.end for unit in units if unit.rank in (STREET, COMMUNITY)}
    named = {name for name in named if _is_name(name, text, wording, behind)}
    named |= set(_anchored(text, ends, behind, wording))
    named |= set(_told(text, wording))
    named |= {
        called["name"]
        for called in wording.near.estates.called.finditer(text)
        if wording.estates.end.search(called["name"])
    }
    longer = {unit.stem: unit.name for unit in units if unit.level == "小区"}  # 荷风苑 is 荷风苑小区
    for found in ends if named else ():
        name = max((name for name in named if text.endswith(name, 0, found.end())), key=len, default="")
        if name and found.end() - len(name) not in taken:
            start = found.end() - len(name)
            yield Unit(start, start, found.end(), longer.get(name, name), name, "小区")


def under_street(units: Sequence[Unit], estates: Iterable[Unit]) -> Iterator[Unit]:
    """All of them; an estate right behind its street or county (柳东街道|望江家园) makes one chain with it."""
    estates = list(estates)
    if not estates:
        yield from units
        return
    streets = {unit.end: unit for unit in units if unit.rank <= STREET}
    joined = set[int]()
    for estate in estates:
        street = streets.get(estate.start)
        if street is not None:
            joined.add(street.end)
            uppers = (*street.uppers, (street.name, street.level))
            estate = replace(estate, chain_start=street.chain_start, uppers=uppers)
        yield estate
    yield from (unit for unit in units if unit.end not in joined)


def _anchored(text: str, ends: Sequence[re.Match[str]], behind: Collection[int], wording: Wording) -> Iterator[str]:
    """柳东街道|望江家园，住着1840户: right behind its street or community, and people live there."""
    for found in ends:
        for start in (found.start() - 2, found.start() - 3):
            name = text[start : found.end()]
            if (
                start in behind
                and wording.near.estates.lived_in.match(text, found.end())
                and not wording.estates.refused.search(name)
            ):
                yield name


def _told(text: str, wording: Wording) -> Iterator[str]:
    """望山花园是公租房小区: names that end like an estate, are said to be one and come back."""
    ends = wording.estates
    for told in wording.near.estates.told_so.find(text):
        if ends.end.search(told.name) and not ends.refused.search(told.name) and text.count(told.name) > 1:
            yield told.name


def _numbered(text: str, taken: Collection[int], wording: Wording) -> Iterator[Unit]:
    """最挤的是|16号院|。36户: a yard whose homes are counted next; no address (柳西路16号院)."""
    for found in _YARD.finditer(text) if "号" in text else ():
        start, end = found.span()
        told = text.startswith(("。", "，"), end) and wording.near.estates.counted.match(text, end + 1)
        if told and start not in taken:
            for again in re.finditer(rf"(?<![\d号]){found.group()}", text):
                yield Unit(again.start(), again.start(), again.end(), found.group(), found.group(), "小区")


def begin_of_name(text: str, end: int, taken: Collection[int], wording: Wording, longest: int = _LONGEST) -> int:
    """Where a name can begin at the earliest that goes on at `end`: 改造从|棉纺大院, 看着|棉纺大院, never in another.

    `taken` are the offsets inside the places already known; no name has more than `longest` characters before `end`.
    """
    run = _RUN.search(text, max(0, end - longest), end)
    begin = run.start() if run else end
    begin = max((at + 1 for at in range(begin, end) if at in taken), default=begin)
    for word in wording.names.cut.finditer(text, begin, end):
        begin = word.end()
    for at in range(begin, end - 1):
        joint = text[at] in wording.names.joints and not wording.near.names.paired.match(text, at)
        begin = at + 1 if joint else begin  # 和|望江苑, but not 和悦苑
    return begin


def _is_name(name: str, text: str, wording: Wording, behind: Collection[int]) -> bool:
    last = wording.estates.end.search(name)
    if last is None or not 2 <= last.start() <= 3 or wording.names.generic_word.match(name) or _NUMBERED.search(name):
        return False
    at = text.find(name)
    if wording.estates.refused.search(name) or (text.count(name) == 1 and _IS_A_KIND.search(text[max(at - 2, 0) : at])):
        return False
    while at >= 0:
        end = at + len(name)
        homes = wording.near.estates.homes.match(text, end, end + _REACH)
        beside = wording.partners.neighbour.search(text, max(0, at - _BESIDE), at) is not None
        near = text.count(name) > 1 or beside or (text[at - 1 : at] == "的" and at - 1 in behind)  # 竹溪社区的|棉纺二院
        if homes and (homes["next"] or near or homes.end() <= end + _RIGHT_BEHIND):
            return True
        if near and (wording.near.estates.house.match(text, end) or wording.near.estates.told.match(text, end)):
            return True
        if text.count(name) > 1 and wording.near.estates.owners.match(text, end):
            return True
        at = text.find(name, at + 1)
    return False
