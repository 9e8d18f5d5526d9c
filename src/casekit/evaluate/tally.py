"""Counts of what was found, wanted and right, and what precision, recall and F1 follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean; 0 where there was nothing to divide by."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows were found, how many wanted, and how many are right at each of several levels."""

    found: int
    wanted: int
    right: tuple[int, ...]

    def rates(self, level: int = 0) -> Rates:
        """What the counts come to at one level."""
        precision = self.right[level] / self.found if self.found else 0.0
        recall = self.right[level] / self.wanted if self.wanted else 0.0
        both = precision + recall
        return Rates(precision, recall, 2 * precision * recall / both if both else 0.0)


def total(tallies: Iterable[Tally], levels: int) -> Tally:
    """The sum of all counts."""
    found = wanted = 0
    right = [0] * levels
    for tally in tallies:
        found += tally.found
        wanted += tally.wanted
        for level, count in enumerate(tally.right):
            right[level] += count
    return Tally(found, wanted, tuple(right))
