"""What a hedge leaves possible: the rule of intervals."""

from __future__ import annotations

from decimal import Decimal

from casekit.quantities.numerals import place_of, sole_digit

Bounds = tuple[str, Decimal | None, Decimal | None]
# Where a number carries several hedges the one further right here decides.
_STRENGTH = ("", "about", "near", "more", "at_least", "at_most")


def stronger(one: str, other: str) -> str:
    """The policy that decides where a number carries both (约4100多 is more, 至少100多 is at_least).

    >>> stronger("about", "more")
    'more'
    """
    return max(one, other, key=_STRENGTH.index)


def bounds(value: Decimal, step: Decimal, policy: str) -> Bounds:
    """The bound word and both ends of what `policy` makes of a number; `step` is what 多 may add at most.

    >>> bounds(Decimal(4100), Decimal(100), "more")
    ('at_least', Decimal('4100'), Decimal('4200'))
    >>> bounds(Decimal(100), Decimal(100), "near")
    ('at_most', Decimal('90'), Decimal('100'))
    """
    place = place_of(value)
    if policy == "about":
        return "about", value - place / 2, value + place / 2
    if policy == "more":
        return "at_least", value, value + step
    if policy == "near":
        return "at_most", value - (place / 10 if sole_digit(value) else place), value
    if policy == "at_least":
        return "at_least", value, None
    if policy == "at_most":
        return "at_most", None, value
    return "exact", value, value
