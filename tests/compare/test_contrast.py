"""Ranks and verdicts that are called certain hold for every choice of points inside the intervals."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.compare.bounds import Box
from casekit.compare.contrast import gap, ranks, versus, written_step

INTERVALS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 6), st.sampled_from(["", "low", "high"]), st.floats(0, 1)),
    min_size=1,
    max_size=8,
)


def spread(intervals: list[tuple[int, int, str, float]]) -> tuple[Box, np.ndarray]:
    """The intervals, some open, and one point inside each."""
    low = np.array([math.nan if o == "low" else float(a) for a, _, o, _ in intervals])
    high = np.array([math.nan if o == "high" else float(a + w) for a, w, o, _ in intervals])
    points = [
        (a + w) * share if o == "low" else a + 100 * share if o == "high" else a + w * share
        for a, w, o, share in intervals
    ]
    return Box(low, high), np.array(points)


@settings(deadline=None)
@given(INTERVALS)
def test_no_choice_of_points_leaves_the_ranks(intervals: list[tuple[int, int, str, float]]) -> None:
    box, points = spread(intervals)
    best, worst = ranks(box)
    real = np.array([1 + int((points > point).sum()) for point in points])
    assert (best <= real).all()
    assert (real <= worst).all()


@settings(deadline=None)
@given(INTERVALS)
def test_the_ends_of_the_ranks_are_reached(intervals: list[tuple[int, int, str, float]]) -> None:
    box, _ = spread([(a, w, "", 0.0) for a, w, _, _ in intervals])
    best, worst = ranks(box)
    for at in range(len(intervals)):
        top, bottom = box.low.copy(), box.high.copy()
        top[at], bottom[at] = box.high[at], box.low[at]
        assert best[at] == 1 + (top > top[at]).sum()
        assert worst[at] == 1 + (bottom > bottom[at]).sum()


@settings(deadline=None)
@given(INTERVALS)
def test_verdicts_hold_for_every_choice_of_points(intervals: list[tuple[int, int, str, float]]) -> None:
    box, points = spread(intervals)
    low = np.where(np.isnan(box.low), 0.0, box.low)
    high = np.where(np.isnan(box.high), math.inf, box.high)
    for one in range(len(points)):
        for other in range(len(points)):
            verdict = versus((low[one], high[one]), (low[other], high[other]))
            if verdict == "more":
                assert points[one] > points[other]
            elif verdict == "less":
                assert points[one] < points[other]
            elif verdict == "equal":
                assert points[one] == points[other]


def test_equal_figures_share_a_rank_and_overlaps_show() -> None:
    box = Box(np.array([30.0, 30.0, 25.0, 60.0]), np.array([30.0, 30.0, 35.0, math.nan]))
    best, worst = ranks(box)
    assert best.tolist() == [2, 2, 2, 1]
    assert worst.tolist() == [3, 3, 4, 1]


def test_the_gap_is_the_least_difference() -> None:
    one = Box(np.array([18.0, 25.0, 7.8, math.nan]), np.array([18.0, 35.0, 7.8, math.nan]))
    other = Box(np.array([18.29, 29.6, 19.1, 5.0]), np.array([18.33, 30.5, 19.3, 5.0]))
    assert gap(one, other).tolist() == pytest.approx([0.29, 0.0, 11.3, math.nan], nan_ok=True)


def test_the_written_step_is_that_of_the_last_decimal() -> None:
    assert written_step(np.array([18.0, 7.8, 12.25, 100 / 3])).tolist() == [1.0, 0.1, 0.01, 1e-6]
