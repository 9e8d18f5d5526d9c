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
_NO_FIRST = "这那各每几两某该本老新"
# 去年，|春风花园换了物业; 隔一条街的|电机厂宿舍没有物业
_OPENS = re.compile(r"(?:^|[。！？\n　”])(?:[一-鿿\d]{2,6}[，,]|[一-鿿\d]{2,10}的)?\Z")
_TIME = 12
_REACH, _RIGHT_BEHIND, _BESIDE = 60, 3, 6


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
    ends = [found for found in ends if found.start() not in taken and found.start() - 1 not in taken]
    begins = [begin_of_name(text, found.start(), taken, wording) for found in ends]
    candidates = {text[begin : found.end()] for begin, found in zip(begins, ends, strict=True)}
    behind = {unit.end for unit in units if unit.rank in (STREET, COMMUNITY)}
    named = {name for name in candidates if _is_name(name, text, wording, behind)}
    named |= set(_anchored(text, ends, behind, wording))
    named |= set(_told(text, wording))
    named |= {
        called["name"]
        for called in wording.near.estates.called.finditer(text)
        if wording.estates.end.search(called["name"])
    }
    pointed = dict(_pointed_at(text, candidates, named, wording))
    named |= set(pointed.values())
    longer = {unit.stem: unit.name for unit in units if unit.level == "小区"}  # 荷风苑 is 荷风苑小区
    for found, begin in zip(ends, begins, strict=True) if named else ():
        name = max((name for name in named if text.endswith(name, 0, found.end())), key=len, default="")
        if name and found.end() - len(name) not in taken:
            start = found.end() - len(name)
            yield Unit(start, start, found.end(), longer.get(name, name), name, "小区")
        elif begin == found.start() and (name := pointed.get(found.group(), "")):
            yield Unit(begin, begin, found.end(), longer.get(name, name), found.group(), "小区")


def _pointed_at(
    text: str, candidates: Collection[str], named: Collection[str], wording: Wording
) -> Iterator[tuple[str, str]]:
    """The only names of their ends that a text also calls by that end: 这个|家属院, and 国际城 once it is named."""
    by_end = dict[str, list[str]]()
    for name in {*candidates, *named}:
        last = wording.estates.end.search(name)
        if last is not None and len(last.group()) > 2 and 0 < last.start() <= 4:
            by_end.setdefault(last.group(), []).append(name)
    for end, names in by_end.items():
        called = f"这个{end}" in text or f"该{end}" in text
        sure = names[0] in named and end not in wording.near.sites.back
        if len(names) == 1 and (called or sure) and _may_be_one(names[0], wording):
            yield end, names[0]


def _may_be_one(name: str, wording: Wording) -> bool:
    """Whether its stem says which estate it is, and not what kind: 矿山|家属院, not 职工|家属院."""
    last = wording.estates.end.search(name)
    if last is None or wording.estates.refused.search(name) or _NUMBERED.search(name):
        return False
    stem = name[: last.start()]
    kind = wording.names.generic_word.match(stem) or wording.near.sites.common.fullmatch(stem)
    return len(stem) > 1 and kind is None and stem[0] not in _NO_FIRST


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
        if wording.near.estates.lived_in.match(text, found.end()) is None and not _counts_at_once(
            text, found.end(), wording
        ):
            continue
        for start in range(found.start() - 2, found.start() - 5, -1):
            name = text[start : found.end()]
            at_once = text[start] != "的" and (start - (text[start - 1] == "的")) in behind
            if (
                at_once
                and _RUN.match(name)
                and _may_be_one(name, wording)
                and (not _is_doubtful(name, text, wording) or _has_homes(text, found.end(), wording))
            ):
                yield name


def _is_doubtful(name: str, text: str, wording: Wording) -> bool:
    """望江府 in a text that never speaks of owners or of an estate."""
    return wording.estates.looser.search(name) is not None and wording.near.estates.signs.search(text) is None


def _has_homes(text: str, end: int, wording: Wording) -> bool:
    return wording.near.estates.homes.match(text, end, end + _REACH) is not None


def _counts_at_once(text: str, end: int, wording: Wording) -> bool:
    """竹溪社区的棉三生活区|有42栋楼."""
    homes = wording.near.estates.homes.match(text, end, end + _REACH)
    return homes is not None and homes.start("count") <= end + _RIGHT_BEHIND


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


def _has_owners(name: str, text: str, at: int, wording: Wording) -> bool:
    """翠景苑|业主 in a text that names it again, 去年，|翠景苑|换了物业 where it opens its sentence."""
    end, words = at + len(name), wording.near.estates
    if text.count(name) > 1 and words.owners.match(text, end):
        return True
    opens = _OPENS.search(text, max(0, at - _TIME), at) is not None
    return opens and words.opened.match(text, end) is not None


def _is_name(name: str, text: str, wording: Wording, behind: Collection[int]) -> bool:
    last = wording.estates.end.search(name)
    if last is None or not 2 <= last.start() <= 4 or wording.names.generic_word.match(name):
        return False
    if last.start() > 3 and len(last.group()) == 1:
        return False
    at = text.find(name)
    if not _may_be_one(name, wording) or _is_doubtful(name, text, wording):
        return False
    if text.count(name) == 1 and _IS_A_KIND.search(text[max(at - 2, 0) : at]):
        return False
    while at >= 0:
        end = at + len(name)
        homes = wording.near.estates.homes.match(text, end, end + _REACH)
        beside = wording.partners.neighbour.search(text, max(0, at - _BESIDE), at) is not None
        near = (
            text.count(name) > 1
            or text.startswith(("里", "内"), end)
            or beside
            or (text[at - 1 : at] == "的" and at - 1 in behind)
        )  # 竹溪社区的|棉纺二院
        if homes and (homes["next"] or near or homes.start("count") <= end + _RIGHT_BEHIND):
            return True
        if wording.near.estates.is_one.match(text, end):
            return True
        if near and (wording.near.estates.house.match(text, end) or wording.near.estates.told.match(text, end)):
            return True
        if _has_owners(name, text, at, wording):
            return True
        at = text.find(name, at + 1)
    return False
