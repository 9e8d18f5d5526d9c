"""Coins after yuan: 一百二十三元一角七分, 3块5."""

from __future__ import annotations

import re
from decimal import Decimal

from casekit.quantities.numerals import read_numeral
from casekit.quantities.site import Site

_DIGIT = "[1-9一二三四五六七八九两壹贰叁肆伍陆柒捌玖]"
_COINS = re.compile(rf"(?=[{_DIGIT[1:-1]}零])(?:零?({_DIGIT})[角毛]钱?)?(?:零?({_DIGIT})分钱?(?![之钟]))?")
_LOOSE = re.compile(rf"({_DIGIT})(?![\d一二三四五六七八九十百千万亿.角毛分多余]|[\u4e00-\u9fff])")


def read_coins(site: Site) -> tuple[int, Decimal] | None:
    """Where the coins after the site end, and what they add in yuan; None where there are none."""
    if site.tail.unit.word not in ("元", "块", "圆", "块钱"):
        return None
    if site.tail.unit.word == "块" and (loose := _LOOSE.match(site.text, site.end)):
        return loose.end(), _worth(loose[1], "0.1")
    found = _COINS.match(site.text, site.end)
    if found is None or found.end() == site.end:
        return None
    return found.end(), _worth(found[1], "0.1") + _worth(found[2], "0.01")


def _worth(digit: str | None, each: str) -> Decimal:
    numeral = read_numeral(digit) if digit else None
    return numeral.value * Decimal(each) if numeral else Decimal(0)
