"""Intervals against each other: what is certain, what is possible, and by how much."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from casekit.compare.bounds import Box, Column

Ranks = NDArray[np.int64]


def ranks(box: Box) -> tuple[Ranks, Ranks]:
    """The best and the worst rank each row can have, 1 for the greatest; equal figures share a rank.

    The best counts the rows that are certainly greater, the worst those that can be. nan is an open end.
    """
    low, high = _open(box)
    rising_low, rising_high = np.sort(low), np.sort(high)
    best = 1 + len(low) - np.searchsorted(rising_low, high, side="right")
    worst = 1 + len(high) - np.searchsorted(rising_high, low, side="right") - (high > low)
    return best.astype(np.int64), worst.astype(np.int64)


def versus(one: tuple[float, float], other: tuple[float, float]) -> str:
    """`more`, `less` or `equal` where that is certain of the first against the second, else `unknown`.

    >>> versus((11.0, 11.2), (3.3, 3.3)), versus((25, 35), (29.6, 30.5)), versus((18, 18), (18, 18))
    ('more', 'unknown', 'equal')
    """
    if one[0] == one[1] == other[0] == other[1]:
        return "equal"
    if one[0] > other[1]:
        return "more"
    return "less" if one[1] < other[0] else "unknown"


def gap(one: Box, other: Box) -> Column:
    """The least that two figures differ by; 0 where they can be the same, nan where one is missing."""
    low, high = _open(one)
    low2, high2 = _open(other)
    apart = np.maximum(np.maximum(low2 - high, low - high2), 0.0)
    missing = (np.isnan(one.low) & np.isnan(one.high)) | (np.isnan(other.low) & np.isnan(other.high))
    return np.where(missing, np.nan, apart)


def written_step(values: Column) -> Column:
    """One unit of the last decimal that a number is written with: 1 for 18, 0.1 for 21.2.

    >>> written_step(np.array([18.0, 21.2, 0.05])).tolist()
    [1.0, 0.1, 0.01]
    """
    step = np.full(len(values), 1e-6)
    for decimals in range(5, -1, -1):
        scaled = values * 10.0**decimals
        step = np.where(np.abs(scaled - np.round(scaled)) < 1e-7, 10.0**-decimals, step)
    return step


def _open(box: Box) -> tuple[Column, Column]:
    return np.where(np.isnan(box.low), -np.inf, box.low), np.where(np.isnan(box.high), np.inf, box.high)
