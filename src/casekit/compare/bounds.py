"""The range of a formula when each of its parts lies somewhere in an interval; whole columns at once.

Ends may be open (inf). The range is exact, not merely safe: a part that stands above and below the line
is one number in both places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from casekit.compare.formula import Formula, Term

Column = NDArray[np.float64]
_DIGITS = 10  # of a computed figure: far beyond what reports know, short of what binary fractions add


@dataclass(frozen=True, slots=True)
class Box:
    """One interval a row; nan or -inf below, nan or inf above where an end is open."""

    low: Column
    high: Column


def evaluate(formula: Formula, values: Mapping[str, Column]) -> Column:
    """The formula at one number a part; nan where its denominator is nothing."""
    above = _at_point(formula.fraction.above, values)
    below = _at_point(formula.fraction.below, values)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(below == 0, np.nan, above / below)


def formula_range(formula: Formula, boxes: Mapping[str, Box], bounds: tuple[float, float]) -> Box:
    """The least and the greatest the formula can be, within `bounds`; nan where it has no value.

    Parts are never below zero: an open low end is read as 0.
    """
    size = len(next(iter(boxes.values())).low)
    low, high = np.full(size, np.inf), np.full(size, -np.inf)
    ends = {name: (_closed(boxes[name].low, 0.0), _closed(boxes[name].high, np.inf)) for name in formula.parts}
    for corner in product((0, 1), repeat=len(ends)):
        at = _at_corner(formula, {name: ends[name][end] for name, end in zip(ends, corner, strict=True)}, size)
        low, high = np.fmin(low, at), np.fmax(high, at)
    low, high = rounded(low), rounded(high)
    nothing = np.isposinf(low) | np.isneginf(high) | (low > bounds[1]) | (high < bounds[0])
    low, high = np.clip(low, *bounds), np.clip(high, *bounds)
    return Box(np.where(nothing, np.nan, low), np.where(nothing, np.nan, high))


def rounded(values: Column) -> Column:
    """To the ten digits that computed figures are given with; infinite ends stay."""
    real = np.isfinite(values) & (values != 0)
    size = np.where(real, np.abs(values), 1.0)
    places = _DIGITS - 1 - np.floor(np.log10(size))
    up, down = np.power(10.0, np.maximum(places, 0)), np.power(10.0, np.maximum(-places, 0))
    return np.where(real, np.round(size * up / down) / up * down * np.sign(values), values)


def _at_point(terms: Mapping[Term, float], values: Mapping[str, Column]) -> Column:
    total: Column = np.zeros(len(next(iter(values.values()))))
    for term, factor in terms.items():
        part: Column = np.full(len(total), factor)
        for name in term:
            part = part * values[name]
        total = total + part
    return total


def _at_corner(formula: Formula, ends: Mapping[str, Column], size: int) -> Column:
    """The value, or the limit where ends are infinite: one part after the other is put in its place."""
    above = {term: np.full(size, factor) for term, factor in formula.fraction.above.items()}
    below = {term: np.full(size, factor) for term, factor in formula.fraction.below.items()}
    for name, end in ends.items():
        above, below = _put(name, end, above, below, size)
    p, q = above.get(frozenset(), np.zeros(size)), below.get(frozenset(), np.zeros(size))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((q == 0) & (p == 0), np.nan, p / np.where(q == 0, 0.0, q))


Terms = dict[Term, Column]


def _put(name: str, end: Column, above: Terms, below: Terms, size: int) -> tuple[Terms, Terms]:
    finite = np.where(np.isinf(end), 0.0, end)
    grows = np.zeros(size, dtype=bool)
    for terms in (above, below):
        for term, factor in terms.items():
            if name in term:
                grows |= factor != 0
    limit = np.isinf(end) & grows
    return _substituted(name, finite, limit, above), _substituted(name, finite, limit, below)


def _substituted(name: str, end: Column, limit: NDArray[np.bool_], terms: Terms) -> Terms:
    """Where `limit` holds only what grows with the part is left, for that alone decides the ratio."""
    out: Terms = {}
    for term, factor in terms.items():
        rest = term - {name}
        share = np.where(limit, factor, factor * end) if name in term else np.where(limit, 0.0, factor)
        out[rest] = out[rest] + share if rest in out else share
    return out


def _closed(end: Column, instead: float) -> Column:
    return np.where(np.isnan(end), instead, end)
