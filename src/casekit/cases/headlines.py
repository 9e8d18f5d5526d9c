"""Figures of a headline that the text repeats: they are of the place that has them there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from casekit.cases.clauses import Stretch
from casekit.cases.turns import Turn, name_at
from casekit.quantities.quantity import Quantity

_LEAST = 3  # two of something may be any two


def settle_headlines(turns: list[Turn], stretches: Sequence[Stretch], quantities: Sequence[Quantity]) -> None:
    """Gives 29栋 above the text to the one place of which it tells 29栋 below."""
    first = next((stretch.start for stretch in stretches if stretch.kind == "prose"), 0)
    split = bisect_left(quantities, first, key=lambda quantity: quantity.start)
    below = quantities[split:]
    for above in list(_in_headlines(stretches, quantities[:split], first)):
        owners = {name_at(turns, q.start) for q in below if (q.value, q.unit) == (above.value, above.unit)}
        name, before = owners.pop() if len(owners) == 1 else None, name_at(turns, above.start)
        if name is not None and name != before:
            at = bisect_left(turns, above.start, key=lambda turn: turn.start)
            turns[at:at] = [Turn(above.start, name, "paired"), Turn(above.end, before, "carried")]


def _in_headlines(stretches: Sequence[Stretch], quantities: Sequence[Quantity], first: int) -> Iterator[Quantity]:
    heads = [stretch for stretch in stretches if stretch.kind == "heading" and stretch.end <= first]
    for quantity in quantities:
        if quantity.value >= _LEAST and any(head.start <= quantity.start < head.end for head in heads):
            yield quantity
