"""Hamlets without a class word, where the text says that they are places: 由张庄、李家湾合并, 隔壁马家沟的果子."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from casekit.cases.plausible import NameSense
from casekit.cases.unit import Unit
from casekit.cases.wording import Wording

_HAN = "[一-鿿]"
_OPENS = r"(?<![^，。；：、！？\s“”（(])"
_PEOPLE = r"(?=(?:有|只有|共|共有|才)?[\d,.一二三四五六七八九十百千两]+[余多来]*[户人口])"
_MERGED = re.compile(
    rf"[由和与把将原](?:(?<=原)来的)?(?P<row>{_HAN}{{2,5}}(?:[、和与]{_HAN}{{2,5}})+?)"
    r"(?:等?[两二三四五六七八]个?(?:自然|行政|小)?[村庄寨屯组社]+)?(?:合并|并村|并成|并在一起|合成|组成|合为)"
)
_SPOKEN_OF = "(?=[的，,也就还有是]|去年|今年)"
_IS_ONE = re.compile(
    rf"{_OPENS}(?!这|那|此|它|我|咱|俺|全)(?P<name>{_HAN}{{2,4}}?)(?:是|就是)[个座](?:[^，。；\d]{{0,8}}的)?"
    r"[苗侗彝藏羌瑶傣壮古山小大渔老]{0,2}(?:寨子|村子|村寨|村庄|村落|寨|屯)(?=[，。；])"
)
# What no such row and no such clause goes without, and is found at once.
_MERGING = re.compile("合并|并村|并成|并在一起|合成|组成|合为")
_CALLED_ONE = re.compile("是[个座]")
_LONGER = ("村", "社", "镇", "乡")
# Spelled out, so that the engine can skip to where one may begin.
_VILLAGES = ("村子", "村庄", "村落", "寨子", *(f"{kind}村" for kind in "渔山古老小农"))
_VILLAGE = f"(?:{'|'.join((*_VILLAGES, *(f'{people}寨' for people in '苗侗彝藏羌瑶傣壮水')))})"
# 青石镇的芦花洲，是全县最小的村子之一
_TOLD_TO_BE = re.compile(
    rf"(?:[镇乡县市区旗]|街道|苏木)的?(?!这|那|此)(?P<name>{_HAN}{{2,4}})，?(?:就?是|算是|这[个座])"
    rf"[^。；！？\d]{{0,26}}?{_VILLAGE}(?:之一)?(?=[，。])"
)
_VILLAGE_END = re.compile(rf"{_VILLAGE}(?:之一)?[，。]")
# 临河的渔村|月牙湾，住着380户
_APPOSED = re.compile(
    rf"(?:渔村|山村|小村|古村|边村|牧村|[苗侗彝藏羌瑶傣壮水古]寨|寨子|村庄|村子)(?P<name>{_HAN}{{2,4}})(?=[，,])"
)
_SPLIT = re.compile("[、和与]")
_LONGEST = 3
_KINDS = re.compile(r"[的了在是有一这那每各几两]|山村|水沟|门店|商铺|全村|老屋|新屋|[大小]楼|书屋|酒店|饭店|宾馆|车间")


def find_hamlets(text: str, units: Sequence[Unit], wording: Wording, sense: NameSense) -> Iterator[Unit]:
    """The hamlets of a text, wherever they stand outside other places.

    A name must end like one and stand in a row of villages that were merged, right behind 隔壁 or 邻村, or before
    its households and once more elsewhere; or be called one and come back: 两河口是个苗寨, 青石镇的芦花洲，是…的村子.
    """
    known = {unit.name for unit in units} | {unit.stem for unit in units}
    named = dict.fromkeys(name for name in _named(text, wording, sense) if name not in known)
    if not named:
        return
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    for name in named:
        for start, end in _places(text, name):
            if taken.isdisjoint(range(start, end)) and not wording.namesake.match(text, end):
                yield Unit(start, start, end, name, name, "村")


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the name stands, none inside another and none of it the beginning of a longer one: 张庄, but not 张庄村."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        goes_on = text.startswith(_LONGER, end)
        if not goes_on:
            yield start, end
        start = text.find(name, start + 1 if goes_on else end)


def _named(text: str, wording: Wording, sense: NameSense) -> Iterator[str]:
    beside, before_people, opening = _patterns(wording.hamlets, wording.beside.pattern)
    for merged in _MERGED.finditer(text) if _MERGING.search(text) else ():
        items = _SPLIT.split(merged["row"])
        if any(item[-1] in wording.hamlets for item in items) and all(_is_name(item, sense) for item in items):
            yield from items
    for found in beside.finditer(text):
        if _is_name(found["name"], sense):
            yield found["name"]
    called = _IS_ONE.finditer(text) if _CALLED_ONE.search(text) else ()
    told = _TOLD_TO_BE.finditer(text) if _VILLAGE_END.search(text) else ()
    for found in chain(called, told, _APPOSED.finditer(text)):
        if _is_name(found["name"], sense) and text.count(found["name"]) > 1:
            yield found["name"]
    if not before_people.search(text):  # the end of such a name is found faster than its opening
        return
    for found in opening.finditer(text):
        if _is_name(found["name"], sense) and text.count(found["name"]) > 1:
            yield found["name"]


@lru_cache(maxsize=4)
def _patterns(hamlets: str, beside: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A name beside another place, the end of one with its people behind it, and one that opens a clause so."""
    short = f"(?P<name>{_HAN}{{1,{_LONGEST}}}[{hamlets}])"
    return (
        re.compile(f"(?:{beside})的?{short}{_SPOKEN_OF}"),
        re.compile(f"[{hamlets}]{_PEOPLE}"),
        re.compile(f"{_OPENS}{short}{_PEOPLE}"),
    )


def _is_name(name: str, sense: NameSense) -> bool:
    """Whether the characters are those of names, and no kind of place: 马家沟, but not 小山村."""
    return 2 <= len(name) <= 4 and sense.likeness(name) > 0 and not _KINDS.search(name)
