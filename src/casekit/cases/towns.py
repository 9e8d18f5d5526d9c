"""Towns and streets that stand right behind their county: the gazetteer knows them, whatever their names look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from casekit.cases.gazetteer import Gazetteer
from casekit.cases.names import CERTAIN, TOWNS, Name
from casekit.cases.uppers import Upper

_LONGEST = 16
# 金塘镇|安置点, 柳镇|街道 and 石屯镇|社区 are one name, to be read as such.
_GOES_ON = re.compile("街道|社区|小区|安置点|安置区|嘎查|村(?![里中上子内民口头])")


def find_towns(text: str, uppers: Sequence[Upper], gazetteer: Gazetteer) -> list[Name]:
    """梅村街道 behind 新吴区, 往洞镇 behind 从江县: a class word or a verb in the name does not break it up."""
    return [
        town for upper in uppers if upper.full and upper.level == "区县" for town in _behind(text, upper, gazetteer)
    ]


def with_edges(uppers: Sequence[Upper], towns: Sequence[Name]) -> Sequence[Upper]:
    """The places of counties and above together with the towns, behind each of which another name can begin."""
    if not towns:
        return uppers
    edges = [Upper(town.start, town.end, town.text, town.unit, full=True, whole=True) for town in towns]
    return sorted([*uppers, *edges], key=attrgetter("start"))


def _behind(text: str, upper: Upper, gazetteer: Gazetteer) -> Iterator[Name]:
    start = upper.end + text.startswith("的", upper.end)
    for code in gazetteer.named(upper.name):
        streets = gazetteer.streets_in(code)
        for end in range(min(len(text), start + _LONGEST), start + 1, -1):
            name = text[start:end]
            unit = next((word for word in TOWNS if name.endswith(word)), "")
            if unit and any(gazetteer.names[street] == name for street in streets.get(name, ())):
                if not _GOES_ON.match(text, end):
                    yield Name(start, end, name.removesuffix(unit), unit, CERTAIN)
                return
