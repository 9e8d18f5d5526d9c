"""Small numbers that count places: 三个社区, 两个小区, 12个村."""

from __future__ import annotations

_NUMERALS = {char: value for value, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "几": 0}


def small_number(written: str) -> int:
    """The number that one numeral or some figures write, 0 of 几.

    >>> [small_number(written) for written in ("三", "两", "几", "12")]
    [3, 2, 0, 12]
    """
    return _NUMERALS[written] if written in _NUMERALS else int(written)
