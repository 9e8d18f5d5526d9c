"""Housing estates that a text lists and counts, whatever their names end with: 辖明月里、望江苑、船厂安置房3个小区."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from casekit.cases.estates import find_estates, under_street
from casekit.cases.rows import row_beside
from casekit.cases.small_numbers import small_number
from casekit.cases.unit import STREET, Unit
from casekit.cases.wording import Wording

_ENDS = tuple("里苑园城湾庭府居院村坊郡轩楼舍房寓阁墅洲岸山岛都邸景")
_OWNERS = re.compile("业委会|物业费|业主大会")
_HAN = re.compile("[一-鿿]+")
_LONGEST = 7  # characters


def with_estates(text: str, units: Sequence[Unit], wording: Wording) -> list[Unit]:
    """The places, and all estates that have no class word."""
    units = [_as_written(unit, text) for unit in units]
    out = list(under_street(units, find_estates(text, units, wording)))
    return list(under_street(out, find_listed_estates(text, out, wording)))


def _as_written(unit: Unit, text: str) -> Unit:
    """明月里、望江苑|两个小区: their names are without 小区, unless the text has them with it."""
    with_class = unit.level != "小区" or not unit.name.endswith("小区") or unit.name in text
    return unit if with_class else replace(unit, name=unit.name.removesuffix("小区"))


def find_listed_estates(text: str, units: Collection[Unit], wording: Wording) -> Iterator[Unit]:
    """These estates wherever they stand outside other places, as many as are counted or, before 等, fewer."""
    known = {unit.name for unit in units} | {unit.stem for unit in units}
    found_so = dict.fromkeys((*_listed(text, wording), *_owned(text, units, wording)))
    names = [name for name in found_so if name not in known]
    if not names:
        return
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    longest_first = sorted(names, key=len, reverse=True)
    for found in re.finditer("|".join(map(re.escape, longest_first)), text):
        if taken.isdisjoint(range(*found.span())):
            yield Unit(found.start(), found.start(), found.end(), found.group(), found.group(), "小区")


def _listed(text: str, wording: Wording) -> Iterator[str]:
    for counted in wording.near.estates.listed.finditer(text):
        number = small_number(counted["number"])
        items, others = row_beside(text, *counted.span(), wording)
        enough = len(items) == number or (others and 1 < len(items) < number)
        if enough and all(_is_name(item, wording) for item in items) and any(_is_sure(item, text) for item in items):
            yield from items


def _owned(text: str, units: Collection[Unit], wording: Wording) -> Iterator[str]:
    """竹溪区的|碧波城|换了物业 in a text that names it again, and speaks of its owners."""
    words = wording.near.estates
    owners = _OWNERS.search(text) is not None
    for unit in units:
        yield from _told_to_be(text, unit, wording)
        found = words.owned.match(text, unit.end) if owners else None
        name = found["name"] if found else ""
        if text.count(name) > 1 and name.endswith(_ENDS) and _is_name(name, wording):
            yield name


def _told_to_be(text: str, unit: Unit, wording: Wording) -> Iterator[str]:
    """竹溪社区的|桂苑里|，是一片公房: what lies in a community and is said to be an estate."""
    begin = unit.end + text.startswith("的", unit.end)
    for end in range(begin + 2, begin + 6) if unit.rank >= STREET else ():
        name = text[begin:end]
        if name.endswith(_ENDS) and _HAN.fullmatch(name) and wording.near.estates.is_one.match(text, end):
            yield from (name,) if _is_name(name, wording) else ()


def _is_sure(item: str, text: str) -> bool:
    """Whether it ends like the name of a place where people live, or the text comes back to it."""
    return item.endswith(_ENDS) or text.count(item) > 1


def _is_name(item: str, wording: Wording) -> bool:
    """Whether it can be the name of an estate, and is no kind of one."""
    words = wording.near.estates
    if (
        not 2 <= len(item) <= _LONGEST
        or item.endswith("小区")
        or words.not_listed.fullmatch(item)
        or wording.estates.refused.search(item)
    ):
        return False
    if wording.names.generic_word.match(item) or wording.names.cut.search(item):
        return False
    return wording.near.sites.common.fullmatch(item) is None
