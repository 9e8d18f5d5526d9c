"""A closed interval of numbers, either end of which may be open (unknown)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, ends included; None means that side has no end.

    >>> Interval(Decimal(4100), Decimal(4200)).contains(Decimal(4150))
    True
    """

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"interval runs backwards: [{self.low}, {self.high}]")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """The interval that holds one number."""
        return cls(value, value)

    def contains(self, value: Decimal) -> bool:
        """True where `value` lies between the ends."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def overlaps(self, other: Interval) -> bool:
        """True where some number lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """True where every number here is smaller than every number there."""
        return self.high is not None and other.low is not None and self.high < other.low

    def map(self, change: Callable[[Decimal], Decimal]) -> Interval:
        """Both ends under an increasing function; open ends stay open."""
        return Interval(
            None if self.low is None else change(self.low),
            None if self.high is None else change(self.high),
        )
