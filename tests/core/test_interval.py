"""Intervals are closed, may be open on either side, and say what they cannot know."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.core import Interval

numbers = st.decimals(-1000, 1000, places=2)


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])))


@given(intervals(), intervals(), numbers)
def test_a_shared_number_means_overlap(a, b, number):
    if a.contains(number) and b.contains(number):
        assert a.overlaps(b)
        assert not a.below(b)


@given(intervals(), intervals())
def test_below_excludes_the_other_way_round(a, b):
    assert not (a.below(b) and b.below(a))


@given(intervals(), numbers)
def test_mapping_keeps_what_is_inside(a, number):
    if a.contains(number):
        assert a.map(lambda x: 2 * x + 1).contains(2 * number + 1)


def test_ends_in_the_wrong_order_are_refused():
    with pytest.raises(ValueError, match="backwards"):
        Interval(Decimal(2), Decimal(1))
