"""Hamlets without a class word, where the text says that they are places: 由张庄、李家湾合并, 隔壁马家沟的果子."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
_SPLIT = re.compile("[、和与]")
_LONGEST = 3
_KINDS = re.compile(r"[的了在是有一这那每各几两]|山村|水沟|门店|商铺|全村|老屋|新屋|[大小]楼|书屋|酒店|饭店|宾馆|车间")


def find_hamlets(text: str, units: Sequence[Unit], wording: Wording, sense: NameSense) -> Iterator[Unit]:
    """The hamlets of a text, wherever they stand outside other places.

    A name must end like one and stand in a row of villages that were merged, right behind 隔壁 or 邻村, or before
    its households and once more elsewhere; or be called one and come back: 两河口是个苗寨.
    """
    known = {unit.name for unit in units} | {unit.stem for unit in units}
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    for name in dict.fromkeys(name for name in _named(text, wording, sense) if name not in known):
        for found in re.finditer(f"{re.escape(name)}(?![村社镇乡])", text):
            if taken.isdisjoint(range(*found.span())) and not wording.namesake.match(text, found.end()):
                yield Unit(found.start(), found.start(), found.end(), name, name, "村")


def _named(text: str, wording: Wording, sense: NameSense) -> Iterator[str]:
    short = f"(?P<name>{_HAN}{{1,{_LONGEST}}}[{wording.hamlets}])"
    for merged in _MERGED.finditer(text):
        items = _SPLIT.split(merged["row"])
        if any(item[-1] in wording.hamlets for item in items) and all(_is_name(item, sense) for item in items):
            yield from items
    for found in re.finditer(f"(?:{wording.beside.pattern})的?{short}{_SPOKEN_OF}", text):
        if _is_name(found["name"], sense):
            yield found["name"]
    for found in _IS_ONE.finditer(text):
        if _is_name(found["name"], sense) and text.count(found["name"]) > 1:
            yield found["name"]
    if not re.search(f"[{wording.hamlets}]{_PEOPLE}", text):  # the end of such a name is found faster than its opening
        return
    for found in re.finditer(f"{_OPENS}{short}{_PEOPLE}", text):
        if _is_name(found["name"], sense) and text.count(found["name"]) > 1:
            yield found["name"]


def _is_name(name: str, sense: NameSense) -> bool:
    """Whether the characters are those of names, and no kind of place: 马家沟, but not 小山村."""
    return 2 <= len(name) <= 4 and sense.likeness(name) > 0 and not _KINDS.search(name)
