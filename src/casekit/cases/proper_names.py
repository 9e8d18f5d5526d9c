"""Where names of places stand in a text: what is written in them is no word and no number of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from casekit.cases.unit import STREET, Unit
from casekit.core import Span
from casekit.quantities import Nonquantity, Quantity, Reading


def find_proper_names(text: str, units: Sequence[Unit]) -> tuple[Span, ...]:
    """The names of the places, in text order, each with the towns before it and without its class word.

    >>> find_proper_names("过了桥是石塘村", [Unit(4, 4, 7, "石塘村", "石塘", "村")])
    (Span(start=4, end=6),)
    """
    return tuple(_proper(text, units))


def _proper(text: str, units: Sequence[Unit]) -> Iterator[Span]:
    last = 0
    for unit in units:
        # A market or a lane has no class word of communities: 东门市场 says that it is a market.
        if unit.rank < STREET or unit.is_site or not text.startswith(unit.stem, unit.start):
            continue
        span = Span(max(unit.chain_start, last), unit.start + len(unit.stem))
        if span.end > last:
            yield span
            last = span.end


def without_names(reading: Reading, names: Sequence[Span]) -> Reading:
    """The reading in which a number within a name is none: the six trees of 六棵槐镇."""
    if not names:
        return reading
    starts = [name.start for name in names]
    named = [quantity for quantity in reading.quantities if _is_within(quantity, names, starts)]
    if not named:
        return reading
    quantities = tuple(quantity for quantity in reading.quantities if quantity not in named)
    others = [*reading.others, *(Nonquantity(q.start, q.end, q.text, "name") for q in named)]
    return Reading(quantities, tuple(sorted(others)), reading.periods)


def _is_within(quantity: Quantity, names: Sequence[Span], starts: Sequence[int]) -> bool:
    number = bisect_right(starts, quantity.start) - 1
    return number >= 0 and quantity.end <= names[number].end
