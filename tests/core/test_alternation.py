"""Words as one pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.core.alternation import any_of

WORDS = st.lists(st.text("村镇年的.[]^-\\|(", min_size=1, max_size=3), max_size=6)


@given(WORDS, st.text("村镇年的.[]^-\\|(", max_size=6))
def test_the_longest_word_that_begins_there_is_found(words, text):
    found = re.match(any_of(words), text)
    wanted = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (found[0] if found else None) == wanted


@given(WORDS, WORDS, st.text("村镇年的.[]^-\\|(", max_size=6))
def test_nothing_is_found_where_a_look_alike_begins(words, unless, text):
    found = re.match(any_of(words, unless), text)
    assert (found is None) == (any(map(text.startswith, unless)) or not any(map(text.startswith, words)))


@pytest.mark.parametrize("words", [["人"], ["人家"], ["人", "户"], ["人家", "人"]])
def test_it_can_be_repeated_as_it_is(words):
    assert re.fullmatch(f"{any_of(words)}*", "".join(words * 2))
