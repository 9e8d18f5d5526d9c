"""Where names of places stand in a text: what is written in them is no word and no number of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from casekit.cases.unit import STREET, Unit
from casekit.core import Span
from casekit.quantities import Nonquantity, Quantity, Reading

_SHORT = 2


def find_proper_names(text: str, units: Sequence[Unit]) -> tuple[Span, ...]:
    """The names of the places, in text order, each with the towns before it and without its class word.

    One of three characters and more is a name wherever it stands.

    >>> find_proper_names("过了桥是石塘村", [Unit(4, 4, 7, "石塘村", "石塘", "村")])
    (Span(start=4, end=6),)
    """
    named = [span for unit in units if (span := _proper(text, unit)) is not None]
    long = {unit.stem for unit in units if len(unit.stem) > _SHORT and not unit.is_site and unit.rank >= STREET}
    return tuple(_apart(sorted([*named, *(span for stem in long for span in _every(stem, text))])))


def _proper(text: str, unit: Unit) -> Span | None:
    """A market or a lane has no class word of communities: 东门市场 says that it is a market."""
    if unit.rank < STREET:
        return Span(unit.chain_start, max(unit.chain_start, unit.end - 1)) if unit.rank >= 0 else None
    if unit.is_site or not text.startswith(unit.stem, unit.start):
        return None
    return Span(unit.chain_start, unit.start + len(unit.stem))


def _every(stem: str, text: str) -> Iterator[Span]:
    at = text.find(stem)
    while at >= 0:
        yield Span(at, at + len(stem))
        at = text.find(stem, at + len(stem))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans in their order, none reaching into the one before."""
    last = 0
    for span in spans:
        if span.end > last and span.end > span.start:
            yield Span(max(span.start, last), span.end)
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
