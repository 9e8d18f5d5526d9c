"""Housing estates without a class word, where the text says how many houses or homes they have: 棉纺大院6栋楼."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from casekit.cases.unit import Unit
from casekit.cases.wording import Wording

_HOMES = re.compile(
    r"(?:[^。！？\n\d]|(?:19|20)\d\d年){0,14}?(?P<next>。这[^。！？\n]{0,24}?)?(?:\d+|[一二三四五六七八九十百两]+)多?余?(?:[栋幢]|个单元|户)"
)
_CALLED = re.compile(r"[“「](?P<name>[一-鿿]{3,7})[”」](?:易地|扶贫|搬迁|集中)*(?:安置点|安置区|安置小区|小区)")
_NUMBERED = re.compile("号|个|[一二三四五六七八九十]院")
_REACH, _RIGHT_BEHIND = 60, 3


def find_estates(text: str, units: Sequence[Unit], wording: Wording) -> Iterator[Unit]:
    """The estates of a text, wherever they stand outside other places: “云台家园”安置点, no 养老院, no 美好家园.

    A name has two or three characters before its last word. Once at least its houses or homes must be counted right
    behind it, right behind or in the next sentence if it is named only there.
    """
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    runs = [run for run in wording.estate.finditer(text) if taken.isdisjoint(range(*run.span()))]
    whole = Counter(text[_begin(run, wording) : run.end()] for run in runs)
    named = {name for name in whole if _is_name(name, text, wording)}
    named |= {called["name"] for called in _CALLED.finditer(text) if wording.estate_word.search(called["name"])}
    for run in runs:
        name = next((name for name in named if run.group().endswith(name)), None)
        if name is not None:
            yield Unit(run.end() - len(name), run.end() - len(name), run.end(), name, name, "小区")


def _begin(run: re.Match[str], wording: Wording) -> int:
    """Where the name can begin at the earliest: 改造从|棉纺大院, 看着|棉纺大院."""
    begin = run.start()
    for word in wording.cut.finditer(run.string, run.start(), run.end()):
        begin = word.end()
    for at in range(begin, run.end() - 2):
        begin = at + 1 if run.string[at] in wording.joints else begin
    return begin


def _is_name(name: str, text: str, wording: Wording) -> bool:
    last = wording.estate_word.search(name)
    if last is None or not 2 <= last.start() <= 3 or wording.generic_word.match(name) or _NUMBERED.search(name):
        return False
    if wording.no_estate.search(name):
        return False
    at = text.find(name)
    while at >= 0:
        homes = _HOMES.match(text, at + len(name), at + len(name) + _REACH)
        if homes and (homes["next"] or text.count(name) > 1 or homes.end() <= at + len(name) + _RIGHT_BEHIND):
            return True
        at = text.find(name, at + 1)
    return False
