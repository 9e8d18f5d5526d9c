"""Fractions and tenths: 三分之一, 百分之七十二, 八成多, 三成五, 九折, 一半."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from casekit.quantities.amount import SHARE, Amount
from casekit.quantities.grammar import BLANK, HAN
from casekit.quantities.numerals import DIGITS, Numeral, read_numeral

_WHOLE = rf"(?:\d++|[{HAN}]++)"
_PART = rf"(?:负?(?:\d+(?:[,，]\d{{3}})*(?:\.\d+)?|[{HAN}]++(?:点[{HAN}]++)?))"
FRACTION = re.compile(rf"(?P<whole>{_WHOLE}){BLANK}分{BLANK}之{BLANK}(?P<part>{_PART})(?P<vague>[多余几])?")
TENTHS = re.compile(
    rf"(?P<tenths>半|\d+(?:\.\d+)?|[{HAN}]++(?:点[{HAN}]++)?){BLANK}成"
    r"(?![员为功立果本长年人都交型群品熟绩效才活名效就像套规片行语])(?P<more>[一二三四五六七八九半]|[1-9](?=[的左右以多余，。；、！\n]|$))?(?P<vague>[多余])?"
)
# 1/3 may be a date or a code elsewhere.
SLASHED = re.compile("(?P<part>[1-9])/(?P<whole>[2-9]|10)(?=[的左以多强弱]|[，。；、]|居民|村民)(?P<vague>[多强])?")
ALL = "百分百"
HALF = re.compile("一半(?![是儿天夜])")
_ONE_HALF = Amount(Numeral(Decimal(50), Decimal(10), quotient=True), SHARE)
_WHOLE_SHARE = Amount(Numeral(Decimal(100)), SHARE)
_NOT_HALF = frozenset("另这那前后上下左右")
# 百分之 and its like without a figure before them speak of per cent; 一百分之二 is a plain fraction.
_PER = {
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "百万": 10**6,
    "百万万": 10**10,
    "亿": 10**8,
}


def read_share(text: str, start: int) -> tuple[int, Amount] | None:
    """The share that begins at `start` and where it ends, in per cent; None where there is none.

    >>> end, amount = read_share("八成多的人", 0)
    >>> end, amount.numeral.value, amount.policy
    (3, Decimal('80'), 'more')
    """
    if text.startswith(ALL, start):
        return start + len(ALL), _WHOLE_SHARE
    if found := FRACTION.match(text, start) or SLASHED.match(text, start):
        numeral = fraction(found["whole"], found["part"])
    elif found := TENTHS.match(text, start):
        numeral = tenths(found["tenths"], found["more"])
    elif (found := HALF.match(text, start)) and text[start - 1 : start] not in _NOT_HALF:
        return found.end(), _ONE_HALF
    else:
        return None
    if numeral is None:
        return None
    vague = found["vague"]
    return found.end(), Amount(numeral, SHARE, "more" if vague else "")


# Reports speak of the same few shares again and again.
@lru_cache(maxsize=2048)
def fraction(whole: str, part: str) -> Numeral | None:
    """三分之一 as per cent, exactly a hundred times the quotient.

    >>> fraction("百", "七十二").value, fraction("四", "一").value
    (Decimal('72'), Decimal('25'))
    """
    under, over = read_numeral(whole), read_numeral(part.removeprefix("负"))
    if under is None or over is None or not under.value:
        return None
    sign = -1 if part.startswith("负") else 1
    if whole in _PER:
        value = over.value * 100 / _PER[whole] * sign
        return Numeral(value)
    return Numeral(sign * 100 * over.value / under.value, Decimal(10), quotient=True)


@lru_cache(maxsize=2048)
def tenths(written: str, more: str | None) -> Numeral | None:
    """三成五 as per cent.

    >>> tenths("三", "五").value
    Decimal('35')
    """
    if written == "半":
        return Numeral(Decimal(5))
    read = read_numeral(written)
    if read is None or read.value > 100:
        return None
    if read.low is not None and read.high is not None:
        return Numeral(read.value * 10, low=read.low * 10, high=read.high * 10)
    value = read.value * 10 + Decimal(5 if more == "半" else int(DIGITS.get(more, more)) if more else 0)
    return Numeral(value)
