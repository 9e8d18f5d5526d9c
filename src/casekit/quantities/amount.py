"""Reads one written amount (number, unit, hedges inside and after) into values; knows nothing of its surroundings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from casekit.quantities.hedging import bounds, stronger
from casekit.quantities.numerals import DIGITS, Numeral, place_of, read_numeral
from casekit.quantities.patterns import BLANK, FRACTION, NUMBER, RANGE, TENTHS, after_pattern, unit_pattern
from casekit.quantities.tables import Tables, Unit

_NO_UNIT = Unit("", "", "")
_SHARE = Unit("", "%", "比例")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: `policy` is what the hedges inside and after it say; `length` counts its characters."""

    numeral: Numeral
    unit: Unit
    policy: str
    length: int

    def bounds(self, before: str = "") -> tuple[str, Decimal | None, Decimal | None]:
        """Bound word and interval, a hedge policy from before the number included."""
        n = self.numeral
        if n.low is not None:
            return "range", n.low, n.high
        return bounds(n.value, n.step, stronger(before, self.policy))


class AmountReader:
    """Reads amounts with the words of some tables."""

    def __init__(self, tables: Tables) -> None:
        self._units = {u.word: u for u in tables.units}
        self._policies = {h.word: h.policy for h in tables.hedges if h.side != "before"}
        unit, after = unit_pattern(tables), after_pattern(tables)
        one = rf"(?:(?P<fraction@>{FRACTION})|(?P<tenths@>{TENTHS})|(?P<number@>{NUMBER})(?:{BLANK}(?P<unit@>{unit}))?)(?:{BLANK}(?P<after@>{after}))?"
        self._pattern = re.compile(one.replace("@", "1") + rf"(?:(?P<to>{RANGE})" + one.replace("@", "2") + ")?")

    def read(self, written: str) -> list[tuple[int, Amount]]:
        """The amounts in `written` with their offsets: one, or two where a range is none (26户到9户)."""
        found = self._pattern.match(written)
        if found is None:
            return []
        first = self._one(found, 1)
        if first is None:
            return []
        if found["to"] is None:
            return [(0, first)]
        second = self._one(found, 2)
        if second is None:
            return [(0, first)]
        start = found.end("to")
        joined = self._join(first, second, found.end())
        return [(0, joined)] if joined else [(0, first), (start, second)]

    def _join(self, first: Amount, second: Amount, length: int) -> Amount | None:
        if (
            first.unit.unit not in ("", second.unit.unit)
            or first.numeral.low is not None
            or second.numeral.low is not None
        ):
            return None
        low, high = first.numeral.value, second.numeral.value
        if low < 1000 and not first.unit.unit and high >= 1000 and high % 10000 == 0:
            factor = place_of(high) if False else Decimal(10) ** (4 if high < 10**8 else 8)
            if low * factor < high:
                low *= factor
        if low >= high:
            return None
        middle = (low + high) / 2
        return Amount(Numeral(middle, place_of(low), low=low, high=high), second.unit, "", length)

    def _one(self, found: re.Match[str], which: int) -> Amount | None:
        number, unit = found[f"number{which}"], found[f"unit{which}"]
        after = self._policies.get(found[f"after{which}"] or "", "")
        length = found.end() - found.start()
        if number is not None:
            numeral = read_numeral(number)
            if numeral is None:
                return None
            policy = stronger(self._policies.get(numeral.vague, ""), after)
            return Amount(numeral, self._units[unit] if unit else _NO_UNIT, policy, length)
        if (written := found[f"fraction{which}"]) is not None:
            numeral = read_fraction(written)
        else:
            numeral = read_tenths(found[f"tenths{which}"])
        if numeral is None:
            return None
        return Amount(numeral, _SHARE, stronger(self._policies.get(numeral.vague, ""), after), length)


def read_fraction(written: str) -> Numeral | None:
    """三分之一, 百分之七十二: the share in per cent."""
    under, _, over = written.partition("分之")
    whole, part = read_numeral(under), read_numeral(over)
    if whole is None or part is None or not whole.value:
        return None
    if under in ("百", "千", "万"):
        return part.scaled(100 / whole.value)
    value = 100 * part.value / whole.value
    return Numeral(value, Decimal(10), vague=part.vague)


def read_tenths(written: str) -> Numeral | None:
    """三成五, 八成多: the share in per cent."""
    head, _, tail = written.partition("成")
    tenths = read_numeral(head)
    if tenths is None:
        return None
    vague = tail[-1] if tail and tail[-1] in "多余几来" else ""
    rest = tail.removesuffix(vague) if vague else tail
    more = Decimal(5 if rest == "半" else DIGITS.get(rest, 0))
    value = tenths.value * 10 + more
    return Numeral(value, place_of(value), vague=vague)
