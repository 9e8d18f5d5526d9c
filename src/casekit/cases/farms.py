"""What names of farms, forest farms and regiments are made of: 八五三农场, 柳泉农场第三社区, 第三管理区, 十团."""

from __future__ import annotations

import re

FARMS = ("林场", "农场", "牧场", "畜场")
CORPS = ("师", "兵团", "农垦")
ON_FARMS = ("农场", "牧场", "团场", "团", "师")
ONE_TO_TEN = "一二三四五六七八九十"
_SECTION = "管理区"
_PARTS = ("社区", "居民区", _SECTION, "作业区")
_ORDINAL = re.compile(f"第[{ONE_TO_TEN}]{{1,3}}\\Z")
_PART_OF_FARM = re.compile(f"(?<=场)第[{ONE_TO_TEN}]{{1,3}}\\Z")
_NAMED_PART = re.compile(f"(?<=场)第[{ONE_TO_TEN}]{{1,3}}(?:{'|'.join(_PARTS)})\\Z")
_OWNERS = re.compile(f"第[{ONE_TO_TEN}]{{1,3}}师|兵团|农垦|垦区|林业局|林区|公司|集团|管理局|分局")
_OWNED = re.compile(
    f"(?:(?:生产建设)?兵团|农垦|垦区|林区|第[{ONE_TO_TEN}]{{1,3}}师|[一-鿿]{{2,4}}?(?:集团|公司|林业局|管理局|分局))+"
)
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百]{2,}|\d{2,}")
_NUMBER = re.compile("[〇零一二三四五六七八九]{3}")
_LONGEST = 7


def is_part(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number stands at [start, end) between a farm and the class word of a part of it.

    >>> is_part("柳泉农场第三社区", 4, 6, "社区"), is_part("柳泉农场的社区", 4, 5, "社区")
    (True, False)
    """
    return unit in _PARTS and text.endswith(FARMS, 0, start) and _ORDINAL.match(text, start, end) is not None


def part_named(name: str) -> str:
    """What a part of a farm is called without the farm, '' where the name is no such part.

    >>> part_named("柳泉农场第三社区"), part_named("柳泉农场")
    ('第三社区', '')
    """
    found = _NAMED_PART.search(name)
    return found.group() if found else ""


def behind_owner(text: str, low: int, at: int, unit: str) -> int:
    """Where the name of a farm or regiment begins that stands behind what it belongs to: 兵团|柳泉农场; else `low`."""
    if unit == _SECTION:
        number = _ORDINAL.search(text, low, at)
        return number.start() if number else low
    if unit == "团" or unit.endswith(FARMS):
        return max((found.end() for found in _OWNERS.finditer(text, low, at)), default=low)
    return low


def owned_by(text: str, start: int, end: int) -> bool:
    """Whether only what a farm or regiment belongs to stands between it and a place: 新疆|生产建设兵团第八师|一五〇团.

    >>> owned_by("黑龙江农垦柳泉农场", 3, 5), owned_by("黑龙江的柳泉农场", 3, 4)
    (True, False)
    """
    return _OWNED.fullmatch(text, start, end) is not None


def is_numbered(stem: str, unit: str) -> bool:
    """Whether the number in it makes a name of it.

    >>> [is_numbered(*one) for one in (("八五三", "农场"), ("六十二", "团"), ("第三", "管理区"), ("第三", "团"))]
    [True, True, True, False]
    """
    if _PART_OF_FARM.search(stem):
        return len(stem) <= _LONGEST
    if unit.endswith(FARMS):
        return _NUMBER.fullmatch(stem) is not None
    return (_ORDINAL if unit == _SECTION else _NUMERAL).fullmatch(stem) is not None
