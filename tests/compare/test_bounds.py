"""The interval of a formula contains its value at every choice of points, and is no wider than it must be."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casekit.compare.bounds import Box, evaluate, formula_range, rounded
from casekit.compare.formula import parse_formula

FORMULAS = (
    "100 * a / b",
    "100 * a / (a + b)",
    "100 * (b - a) / b",
    "a / b / c",
    "1000 * a / (b + c)",
    "(a + b) / c",
    "100 * a / (a + b + c)",
    "a * b / (c + a)",
)
NUMBERS = st.floats(0, 1e7, allow_nan=False).map(lambda number: round(number, 2))
ENDS = st.tuples(NUMBERS, NUMBERS).map(lambda ends: (min(ends), max(ends)))
SHARES = st.integers(0, 1000).map(lambda share: share / 1000)
OPEN = st.sampled_from(["", "low", "high", "both"])


def box(low: float, high: float, open_end: str = "") -> Box:
    return Box(
        np.array([math.nan if open_end in ("low", "both") else low]),
        np.array([math.nan if open_end in ("high", "both") else high]),
    )


@settings(deadline=None)
@given(
    st.sampled_from(FORMULAS),
    st.tuples(ENDS, ENDS, ENDS),
    st.tuples(OPEN, OPEN, OPEN),
    st.tuples(SHARES, SHARES, SHARES),
    st.booleans(),
)
@example("100 * a / b", ((5, 5), (0, 0), (1, 1)), ("", "", ""), (0.5, 0.5, 0.5), True)
def test_an_interval_contains_every_pointwise_result(
    text: str,
    ends: tuple[tuple[float, float], ...],
    opened: tuple[str, ...],
    points: tuple[float, ...],
    beyond: bool,
) -> None:
    formula = parse_formula(text)
    boxes, values = {}, {}
    for name, (low, high), which, share in zip("abc", ends, opened, points, strict=True):
        boxes[name] = box(low, high, which)
        at = low + (high - low) * share
        if which in ("high", "both") and beyond:
            at = high * (1 + 50 * share) + share
        if which in ("low", "both") and not beyond:
            at = low * share
        values[name] = np.array([at])
    boxes = {name: boxes[name] for name in formula.parts}
    value = evaluate(formula, {name: values[name] for name in formula.parts})[0]
    found = formula_range(formula, boxes, (-math.inf, math.inf))
    if not math.isnan(value):
        slack = 1e-9 * max(1.0, abs(value))
        assert found.low[0] <= value + slack
        assert value - slack <= found.high[0]


@settings(deadline=None)
@given(st.sampled_from(FORMULAS[:3]), ENDS, ENDS, SHARES, SHARES)
def test_a_share_of_a_part_in_its_whole_stays_within_its_bounds(
    text: str, part: tuple[float, float], whole: tuple[float, float], x: float, y: float
) -> None:
    formula = parse_formula(text)
    found = formula_range(formula, {"a": box(*part), "b": box(*whole)}, (0.0, 100.0))
    a, b = part[0] + (part[1] - part[0]) * x, whole[0] + (whole[1] - whole[0]) * y
    if a <= b or "+" in text:  # a part is never more than its whole
        value = evaluate(formula, {"a": np.array([a]), "b": np.array([b])})[0]
        if not math.isnan(value):
            assert found.low[0] - 1e-7 <= value <= found.high[0] + 1e-7
    if not math.isnan(found.low[0]):
        assert 0 <= found.low[0] <= found.high[0] <= 100


@pytest.mark.parametrize(
    ("text", "a", "b", "want"),
    [
        ("100 * a / b", (6500, 6600), (59000, 59000), (11.01694915, 11.18644068)),
        ("100 * a / b", (4100, 4200), (13750, 13850), (29.60288809, 30.54545455)),
        ("100 * a / b", (878, 878), (4790, 4800), (18.29166667, 18.32985386)),
        # The same 39000 above and below: were they two numbers, the share could be 84.8 to 87.3.
        ("100 * a / (a + b)", (39000, 40000), (6400, 6500), (85.71428571, 86.20689655)),
        ("100 * a / b", (60, math.nan), (100, 100), (60, 100)),
        ("100 * a / b", (5, 5), (math.nan, 5000), (0.1, 100)),
        ("a / b", (10, math.nan), (2, 4), (2.5, math.inf)),
        ("a / b", (1, 1), (2, math.nan), (0, 0.5)),
        ("100 * a / b", (5, 5), (0, 0), (math.nan, math.nan)),
        ("100 * a / b", (7, 7), (5, 5), (math.nan, math.nan)),
        ("100 * a / b", (4, 7), (5, 5), (80, 100)),
    ],
)
def test_known_intervals(text: str, a: tuple[float, float], b: tuple[float, float], want: tuple[float, float]) -> None:
    bounds = (0.0, 100.0) if text.startswith("100") else (0.0, math.inf)
    found = formula_range(parse_formula(text), {"a": box(*a), "b": box(*b)}, bounds)
    assert [found.low[0], found.high[0]] == pytest.approx(list(want), nan_ok=True)


def test_rounding_keeps_ten_digits_and_no_binary_noise() -> None:
    numbers = np.array([0.1 + 0.2, 1 / 3, 59000.0, -2.5, 0.0, math.inf, 123456789012.5, 4.1e-9])
    assert rounded(numbers).tolist() == [0.3, 0.3333333333, 59000.0, -2.5, 0.0, math.inf, 123456789000.0, 4.1e-9]
