"""Coins, after yuan and alone: 一百二十三元一角七分, 3块5, 四毛五."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from casekit.quantities.amount import Amount
from casekit.quantities.numerals import read_numeral
from casekit.quantities.site import Site
from casekit.quantities.tables import Unit

_YUAN = Unit("元", "元", "金额")
_WORTH = {"角": Decimal("0.1"), "分": Decimal("0.01")}
_DIGIT = "[1-9一二三四五六七八九两壹贰叁肆伍陆柒捌玖]"
_COINS = re.compile(rf"(?=[{_DIGIT[1:-1]}零])(?:零?({_DIGIT})[角毛]钱?)?(?:零?({_DIGIT})分钱?(?![之钟]))?")
# 一块五, 两块五的, 三块五一碗
_LOOSE = re.compile(rf"({_DIGIT})(?=[的\n]|一[碗斤个份瓶度次趟只张杯条件枚串位两天晚把袋桶盒]|[^\d.\u4e00-\u9fff])")
_CENTS = re.compile(rf"({_DIGIT})分钱?(?![之钟])")


def in_yuan(amount: Amount) -> Amount:
    """The amount itself, in yuan where it is in coins: 四毛 is 0.4元."""
    worth = _WORTH.get(amount.unit.unit)
    return (
        amount
        if worth is None or amount.unit.kind != "金额"
        else replace(amount, numeral=amount.numeral.scaled(worth), unit=_YUAN)
    )


def read_coins(site: Site) -> tuple[int, Decimal] | None:
    """Where the coins after the site end, and what they add in its unit; None where there are none."""
    if site.tail.unit.word in ("角", "毛"):
        last = _LOOSE.match(site.text, site.end) or _CENTS.match(site.text, site.end)
        return (last.end(), _worth(last[1], "0.1")) if last else None
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
