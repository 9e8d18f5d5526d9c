"""What a hedge leaves possible: the rule of intervals."""

from __future__ import annotations

from decimal import Decimal

from casekit.quantities.numerals import place_of, sole_digit

Bounds = tuple[str, Decimal | None, Decimal | None]
# Where a number carries several hedges the one further right here decides.
_STRENGTH = {"": 0, "about": 1, "near": 2, "more": 3, "at_least": 4, "at_most": 5}


def stronger(one: str, other: str) -> str:
    """The policy that decides where a number carries both (约4100多 is more, 至少100多 is at_least).

    >>> stronger("about", "more")
    'more'
    """
    if not one or not other:
        return one or other
    return one if _STRENGTH[one] >= _STRENGTH[other] else other


def bounds(value: Decimal, step: Decimal | None, policy: str, place: Decimal | None = None) -> Bounds:
    """The bound word and both ends of what `policy` makes of a number.

    `step` is what 多 may add at most, None for the place of the last digit.

    `place` stands in for the place of the last digit where the number has none of its own (三分之一).

    >>> bounds(Decimal(4100), None, "more")
    ('at_least', Decimal('4100'), Decimal('4200'))
    >>> bounds(Decimal(100), None, "near")
    ('at_most', Decimal('90'), Decimal('100'))
    """
    if not policy:
        return "exact", value, value
    if policy == "at_least":
        return "at_least", value, None
    if policy == "at_most":
        return "at_most", None, value
    if policy == "more":
        return "at_least", value, value + (step or place_of(value))
    last = place or place_of(value)
    if policy == "about":
        return "about", value - last / 2, value + last / 2
    return "at_most", value - (last / 10 if place or sole_digit(value) else last), value
