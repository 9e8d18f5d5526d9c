"""Rates from counts, sums of counts, and the interval over documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.evaluate.bootstrap import f1_interval
from casekit.evaluate.tally import Tally, total


def test_rates_are_precision_recall_and_their_harmonic_mean() -> None:
    rates = Tally(found=8, wanted=10, right=(6,)).rates()
    assert (rates.precision, rates.recall) == (0.75, 0.6)
    assert rates.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


def test_nothing_found_and_nothing_wanted_is_zero_not_an_error() -> None:
    assert Tally(0, 0, (0,)).rates().f1 == 0.0


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    right = draw(st.integers(0, 20))
    return Tally(right + draw(st.integers(0, 20)), right + draw(st.integers(0, 20)), (right,))


@given(st.lists(tallies(), min_size=1, max_size=12))
def test_the_interval_is_ordered_repeatable_and_inside_the_documents(parts: list[Tally]) -> None:
    low, high = f1_interval(parts, 0, draws=100)
    assert (low, high) == f1_interval(parts, 0, draws=100)
    values = [part.rates().f1 for part in parts if part.found or part.wanted] or [0.0]
    assert min(*values, 0.0 if len(values) < len(parts) else 1.0) - 1e-9 <= low <= high <= max(values) + 1e-9


def test_one_document_has_an_interval_without_width() -> None:
    one = Tally(4, 4, (2,))
    assert f1_interval([one], 0) == (0.5, 0.5)


def test_no_documents_is_an_error() -> None:
    with pytest.raises(ValueError, match="no documents"):
        f1_interval([], 0)


def test_sums_add_every_count() -> None:
    assert total([Tally(1, 2, (1, 0)), Tally(3, 4, (2, 1))], 2) == Tally(4, 6, (3, 1))
