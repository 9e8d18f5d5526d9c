"""Reads one written numeral, Arabic, Chinese or mixed, and says how far its vague parts reach."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache

from casekit.core.settled import settled

EXACT = Context(prec=80)
LONGEST = 48

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "俩": 2,
}
FINANCIAL = str.maketrans(
    "壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟弍廿卅念",
    "一二二三三三四五六六七八九十百千二廿卅廿",
)
# 1.2w人, 3k元: where the pattern of numbers took the letter in, it is no unit.
_LETTERS = str.maketrans("wWkK", "万万千千")
SMALL = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_LAST_WORTH = SMALL | GREAT
_NEVER = 10**99
_TOKEN = re.compile(r"\d+(?:\.\d+)?|\.\d+|.")
MOST_DIGITS = 28
# Plain figures, and the magnitude after them.
PLAIN = re.compile(rf"(\d{{1,{MOST_DIGITS}}}(?:\.\d{{1,20}})?)(万亿|万|亿)?")
TIMES = {"万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}
_PAIR = re.compile(r"([一二两三四五六七八九])([一二两三四五六七八九])(?=[十百千万亿兆]|$)")
_VAGUE = re.compile(r"[多余几来把+]")
# 十几二十 and its like: from the one to the other.
_TEENS = re.compile(r"([二三四五六七八]?十)几([二三四五六七八九]十)")
# Said of what lies between: 百八十 is 80 to 100.
_ROUNDABOUT = {"百八十": (80, 100), "千八百": (800, 1000), "千儿八百": (800, 1000), "万儿八千": (8000, 10000)}
_SPACED_TENS = {"廿": "二十", "卅": "三十"}


@settled
@dataclass(frozen=True, slots=True)
class Numeral:
    """What is written: `value`, and `step`, the most that a 多 or 余 may add where that is not the place of
    the last digit.

    `low` and `high` are set where the numeral itself is a range (三五百); `vague` is the 多 余 几 来
    inside it, or ''. `bare` marks 百 千 万 without a figure before them, `quotient` a fraction (三分之一).
    """

    value: Decimal
    step: Decimal | None = None
    vague: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    bare: bool = False
    quotient: bool = False

    def scaled(self, by: Decimal) -> Numeral:
        """The same numeral in a smaller unit."""

        def times(x: Decimal | None) -> Decimal | None:
            return None if x is None else EXACT.multiply(x, by)

        value, step = EXACT.multiply(self.value, by), times(self.step)
        return replace(self, value=value, step=step, low=times(self.low), high=times(self.high))

    def negative(self) -> Numeral:
        """The same numeral below zero."""
        low, high = (None if x is None else -x for x in (self.low, self.high))
        return replace(self, value=-self.value, low=high, high=low)


@lru_cache(maxsize=4096)
def place_of(value: Decimal) -> Decimal:
    """The worth of the last digit that is not zero; 1 for zero.

    >>> place_of(Decimal(13800)), place_of(Decimal("1.50"))
    (Decimal('1E+2'), Decimal('0.1'))
    """
    if not value:
        return Decimal(1)
    return _worth(EXACT.normalize(value).as_tuple().exponent)


@lru_cache(maxsize=256)
def _worth(exponent: int | str) -> Decimal:
    return Decimal((0, (1,), exponent)) if isinstance(exponent, int) else Decimal(1)


@lru_cache(maxsize=4096)
def sole_digit(value: Decimal) -> bool:
    """True where a single digit is not zero (100, 0.5)."""
    return len(EXACT.normalize(value).as_tuple().digits) == 1 and bool(value)


def read_numeral(written: str) -> Numeral | None:
    """The numeral, or None where the characters make no number.

    >>> read_numeral("1.38万").value, read_numeral("三百五").value, read_numeral("两万三").value
    (Decimal('13800.00'), Decimal('350'), Decimal('23000'))
    >>> n = read_numeral("十几万")
    >>> n.value == 100000 == n.step
    True
    """
    if written in DIGITS:
        return Numeral(Decimal(DIGITS[written]))
    if found := PLAIN.fullmatch(written):
        value = Decimal(found[1])
        return Numeral(EXACT.multiply(value, TIMES[found[2]]) if found[2] else value)
    written = (
        written.replace(",", "")
        .replace("，", "")
        .replace(" ", "")
        .replace("\xa0", "")
        .replace("个", "")
        .translate(FINANCIAL)
        .translate(_LETTERS)
    )
    for short, long in _SPACED_TENS.items():
        written = written.replace(short, long)
    if not written or len(written) > LONGEST:
        return None
    if found := _TEENS.fullmatch(written):
        return _between(_read_plain(found[1]), _read_plain(found[2]))
    if ends := _ROUNDABOUT.get(written):
        return _between(*map(Decimal, ends))
    if found := _VAGUE.search(written):
        return _read_vague(written, found.start())
    if (found := _PAIR.search(written)) and (ranged := _read_pair(written, found)):
        return ranged
    plain = _read_plain(written)
    return None if plain is None else Numeral(plain, bare=written[0] in "百千万亿")


def _read_vague(written: str, at: int) -> Numeral | None:
    """三百多万, 十几, 10万余: the vague word takes the place of the digits that are not said."""
    left, right = written[:at], written[at + 1 :]
    if written[at] == "几" and SMALL.get(right[:1], _NEVER) < _LAST_WORTH.get(left[-1:], 0):
        right = right[1:]  # 一千几百 is 1000 to 2000
    factor = magnitude(right)
    value = _read_plain(left)
    if value is None or factor is None:
        return None
    step = step_of(left) or place_of(value)
    return Numeral(value, step, vague=written[at], bare=left[0] in "百千万亿").scaled(factor)


@lru_cache(maxsize=4096)
def step_of(written: str) -> Decimal | None:
    """What 多 may add at most after figures or numerals that end in 万, 亿 or 兆; None after others.

    >>> step_of("1.50万"), step_of("三百万"), step_of("300")
    (Decimal('100.00'), Decimal('10000'), None)
    """
    great = GREAT.get(written[-1])
    if great is None:
        return None
    coefficient = re.search(r"\.(\d+)[万亿兆]$", written)
    return Decimal((0, (1,), -len(coefficient[1]))) * great if coefficient else Decimal(great)


def magnitude(written: str) -> Decimal | None:
    """What 百 千 万 亿 in a row multiply by, 1 for none; None where something else stands there.

    >>> magnitude("万亿")
    Decimal('1000000000000')
    """
    factor = 1
    for c in written:
        if c not in GREAT and c not in SMALL:
            return None
        factor *= GREAT.get(c) or SMALL[c]
    return Decimal(factor)


def _read_pair(written: str, found: re.Match[str]) -> Numeral | None:
    """三五百, 十七八, 二三十: two neighbouring digits stand for the numbers between them."""
    a, b = DIGITS[found[1]], DIGITS[found[2]]
    if not (b == a + 1 or (a, b) in ((3, 5), (3, 2))) or written[found.start() - 1 : found.start()] in {
        *DIGITS,
        "点",
    } - {"零"}:
        return None
    return _between(
        _read_plain(written[: found.start()] + found[1] + written[found.end() :]),
        _read_plain(written[: found.start()] + found[2] + written[found.end() :]),
    )


def _between(low: Decimal | None, high: Decimal | None) -> Numeral | None:
    if low is None or high is None:
        return None
    return Numeral((low + high) / 2, low=min(low, high), high=max(low, high))


def _read_plain(written: str) -> Decimal | None:
    left, dot, right = written.partition("点")
    whole = _read_whole(left)
    if not dot or whole is None:
        return whole
    figures = re.match(r"[零〇一二三四五六七八九\d]+", right)
    if figures is None:
        return None
    factor = magnitude(right[figures.end() :])
    if factor is None:
        return None
    fraction = Decimal("0." + "".join(str(DIGITS.get(c, c)) for c in figures[0]))
    return EXACT.multiply(EXACT.add(whole, fraction), factor)


def _read_whole(written: str) -> Decimal | None:
    if written and all(c in DIGITS for c in written):
        return Decimal("".join(str(DIGITS[c]) for c in written))
    adder = _Adder()
    for token in _TOKEN.findall(written):
        if not adder.take(token):
            return None
    return adder.total()


@dataclass(slots=True)
class _Adder:
    """Adds up digits and magnitudes from left to right."""

    sum: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    digit: Decimal | None = None
    last: int = 0

    def take(self, token: str) -> bool:
        """True where the token can stand here."""
        if token in SMALL:
            self.section += (1 if self.digit is None else self.digit) * SMALL[token]
            self.digit, self.last = None, SMALL[token]
        elif token in GREAT:
            self._take_great(GREAT[token])
        elif self.digit is not None:
            return False
        elif token in ("零", "〇"):
            self.last = 0
        elif token in DIGITS or token[0].isdigit() or token[0] == ".":
            self.digit = Decimal(DIGITS[token]) if token in DIGITS else Decimal(token)
            if len(token) > 1:
                self.last = 0
        else:
            return False
        return True

    def _take_great(self, worth: int) -> None:
        part = self.section + (self.digit or 0)
        if self.sum and (not part or self.sum < worth):
            self.sum = (self.sum + part) * worth
        else:
            self.sum += (part if part or self.digit is not None else 1) * worth
        self.section, self.digit, self.last = Decimal(0), None, worth

    def total(self) -> Decimal:
        """The sum; 三百五 is 350, since a last digit right after a magnitude counts tenths of it."""
        tail = self.digit or Decimal(0)
        return self.sum + self.section + tail * (self.last // 10 if self.last >= 100 else 1)
