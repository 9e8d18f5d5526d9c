"""Numbers as they are written alone: fractions, powers, dozens, discounts, scientific notation."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from casekit.quantities.amount import SHARE, Amount
from casekit.quantities.grammar import HAN
from casekit.quantities.numerals import DIGITS, EXACT, Numeral, read_numeral
from casekit.quantities.tails import NO_UNIT

_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|\.\d+|[{HAN}]+(?:点[{HAN}]+)?)"
_SIGNED = rf"(?:负|-)?{_NUMBER}"
_FRACTION = re.compile(rf"(?:(?P<whole>{_NUMBER})又)?(?P<sign>负|-)?(?P<under>{_NUMBER})分之(?P<over>{_SIGNED})")
_SLASHED = re.compile(r"(?:(?P<whole>\d+)_)?(?P<over>\d+)/(?P<under>\d+)")
_POWER = re.compile(r"(\d+(?:\.\d+)?)\^([+-]?\d{1,3})")
_SCIENTIFIC = re.compile(r"\d+(?:\.\d+)?[eE][+-]?\d{1,3}")
_LETTERED = re.compile(r"(\d[\d,]*(?:\.\d+)?)([kKMGT])(个?百分点)?")
_WORTH = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_DOZENS = re.compile(rf"({_NUMBER})打")
_DISCOUNT = re.compile(rf"({_NUMBER}|对|半)折")
_VAGUE = re.compile("[数几]([十百千万亿]+)")


def read_plain_number(written: str) -> Amount | None:
    """The number, without a unit but for shares in per cent; None where it has none of these forms.

    >>> read_plain_number("三又四分之一").numeral.value, read_plain_number("八五折").numeral.value
    (Decimal('3.25'), Decimal('85'))
    """
    for read in (_fraction, _slashed, _discount, _other):
        if (amount := read(written)) is not None:
            return amount
    return None


def _fraction(written: str) -> Amount | None:
    found = _FRACTION.fullmatch(written)
    if found is None:
        return None
    under = found["under"]
    over = _value(found["over"])
    if over is None:
        return None
    sign = -1 if found["sign"] else 1
    # 百分之五 speaks of per cent; 五分之一 and 一百分之五 are plain fractions as long as nothing is divided.
    if not found["whole"] and not set(under) - set("百千万亿"):
        per = read_numeral(under)
        return None if per is None else Amount(Numeral(sign * over * 100 / per.value), SHARE)
    divisor, whole = _value(under), _value(found["whole"] or "零")
    if not divisor or whole is None:
        return None
    return Amount(Numeral(whole + sign * over / divisor, quotient=True, step=Decimal("0.1")), NO_UNIT)


def _slashed(written: str) -> Amount | None:
    found = _SLASHED.fullmatch(written)
    if found is None or not Decimal(found["under"]):
        return None
    value = Decimal(found["whole"] or 0) + Decimal(found["over"]) / Decimal(found["under"])
    return Amount(Numeral(value, quotient=True, step=Decimal("0.1")), NO_UNIT)


def _discount(written: str) -> Amount | None:
    found = _DISCOUNT.fullmatch(written)
    if found is None:
        return None
    value = Decimal(5) if found[1] in ("对", "半") else _value(found[1])
    if value is None:
        return None
    return Amount(Numeral(value if value > 10 else value * 10), SHARE)


def _other(written: str) -> Amount | None:
    try:
        if found := _POWER.fullmatch(written):
            return Amount(Numeral(EXACT.power(Decimal(found[1]), Decimal(found[2]))), NO_UNIT)
        if _SCIENTIFIC.fullmatch(written):
            return Amount(Numeral(Decimal(written)), NO_UNIT)
    except InvalidOperation:
        return None
    if found := _LETTERED.fullmatch(written):
        value = Decimal(found[1].replace(",", "")) * _WORTH[found[2]]
        return Amount(Numeral(value), SHARE if found[3] else NO_UNIT)
    if found := _DOZENS.fullmatch(written):
        dozens = _value(found[1])
        return None if dozens is None else Amount(Numeral(dozens * 12), NO_UNIT)
    return Amount(Numeral(Decimal(50)), NO_UNIT) if written == "半百" else None


def read_vague(written: str) -> tuple[Amount, str] | None:
    """数十亿 as the range of all tens of 亿, and the rest of the text.

    >>> amount, rest = read_vague("数十亿元")
    >>> amount.numeral.low, amount.numeral.high, rest
    (Decimal('1000000000'), Decimal('10000000000'), '元')
    """
    found = _VAGUE.match(written)
    least = read_numeral(found[1]) if found else None
    if found is None or least is None:
        return None
    low, high = least.value, least.value * 10
    return Amount(Numeral((low + high) / 2, low=low, high=high), NO_UNIT), written[found.end() :]


def _value(written: str) -> Decimal | None:
    sign = -1 if written[0] in "负-" else 1
    digits = written.lstrip("负-")
    if len(digits) == 2 and all(c in DIGITS for c in digits):
        return Decimal(sign * (DIGITS[digits[0]] * 10 + DIGITS[digits[1]]))
    numeral = read_numeral(f"0{digits}" if digits.startswith(".") else digits)
    return None if numeral is None else sign * numeral.value
