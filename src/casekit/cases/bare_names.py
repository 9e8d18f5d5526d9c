"""Places without their class word where the text has the full name elsewhere: 竹溪238户, 云城共改造小区42个."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from casekit.cases.unit import COMMUNITY, Unit
from casekit.cases.uppers import Upper

# A bare name opens its clause or stands in a row of such names, and a number or what is said of it follows.
_OPENS = re.compile(r"(?<![^，。；：！？、,;:!?\s“”‘’「」（）()《》|—的])")
_COUNTED = re.compile(
    r"(?:[ 　]*\d|[一二三四五六七八九十两百千]{1,5}[余多来]?[户人名口个件起场户]|[也则还只更]|[有共是]\d|达到?\d|为\d)"
)
_SUBJECT = re.compile(
    r"[共已将累先也还则各]|全[市县区州旗]|现有|计划|[今去明]年|20\d\d年|[自从有]\d|的[^，。；]{1,12}\d"
)


def stands_bare(text: str, stem: str) -> bool:
    """Whether the text counts something of a place by this bare name: 麦翁174户 speaks for 麦翁村."""
    return bool(_counted(text, (stem,)))


def find_bare_communities(text: str, units: Sequence[Unit]) -> Iterator[Unit]:
    """Communities and villages of the text by their stem alone, outside the places already found."""
    named = {unit.stem: unit for unit in units if unit.rank == COMMUNITY and len(unit.stem) > 1}
    if not named:
        return
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    last = 0
    for start, stem in sorted(_counted(text, named).items()):
        if start >= last:
            last, unit = start + len(stem), named[stem]
            if start not in taken:
                yield Unit(start, start, last, unit.name, unit.stem, unit.level)


def _counted(text: str, stems: Iterable[str]) -> dict[int, str]:
    """Where the longest of the stems stands that opens its clause and has a number after it."""
    found: dict[int, str] = {}
    for stem in sorted(stems, key=len):
        at = text.find(stem)
        while at >= 0:
            if _OPENS.match(text, at) and _COUNTED.match(text, at + len(stem)):
                found[at] = stem
            at = text.find(stem, at + 1)
    return found


def find_bare_uppers(
    text: str, uppers: Sequence[Upper], units: Sequence[Unit], full_name: Callable[[str], str | None]
) -> Iterator[Unit]:
    """Cities and counties by their short name, as the subject of a clause, where the text has the full name too."""
    levels = _levels(units)
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    for upper in uppers:
        if upper.whole or upper.start in taken or not _OPENS.match(text, upper.start):
            continue
        name = full_name(upper.name)
        if name in levels and _SUBJECT.match(text, upper.end):
            yield Unit(upper.start, upper.start, upper.end, str(name), "", levels[str(name)])


def _levels(units: Sequence[Unit]) -> Mapping[str, str]:
    """The levels of the provinces, cities and counties that a text names in full."""
    parts = [(unit.name, unit.level) for unit in units if unit.rank < 3]
    return dict([*parts, *((name, level) for unit in units for name, level in unit.uppers if level not in "街道镇")])
