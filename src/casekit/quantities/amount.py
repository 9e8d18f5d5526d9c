"""An amount: a numeral in a unit, with what its hedges say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from casekit.core.settled import settled
from casekit.quantities.hedging import Bounds, bounds, stronger
from casekit.quantities.numerals import EXACT, Numeral
from casekit.quantities.tables import Unit

SHARE = Unit("%", "%", "比例")
HALF = Decimal("0.5")


@settled
@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with its unit; `policy` is what the hedges inside and after it say, '' without any."""

    numeral: Numeral
    unit: Unit
    policy: str = ""

    def bounds(self, before: str = "") -> Bounds:
        """Bound word and interval, a hedge policy from before the number included."""
        n = self.numeral
        if n.low is not None:
            return "range", n.low, n.high
        if not before and not self.policy:
            return "exact", n.value, n.value
        return bounds(
            n.value,
            n.step,
            stronger(before, self.policy),
            n.step if n.quotient else None,
        )

    def negative(self) -> Amount:
        """The same amount below zero."""
        return replace(self, numeral=self.numeral.negative())

    def plus(self, more: Decimal) -> Amount:
        """The amount with smaller coins added; it ends at their place."""
        value = EXACT.add(self.numeral.value, more)
        return replace(self, numeral=Numeral(value))


def span_of(first: Amount, second: Amount, scale: Decimal) -> Amount | None:
    """The range from one amount to the other, or None where it would run backwards.

    `scale` is the 万 or 亿 that only the second carries (3至5万).
    """
    a, b = first.numeral, second.numeral
    low, high = (
        a.value if a.low is None else a.low,
        b.value if b.high is None else b.high,
    )
    if scale > 1 and low * scale < high:
        low *= scale
    if low >= high:
        return None
    return Amount(Numeral((low + high) / 2, low=low, high=high), second.unit)
