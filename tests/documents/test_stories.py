"""Stories are found by the keys they came with first, as in a plain dictionary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casekit.documents.stories import Stories

KEYS = st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 5), max_size=9)


@given(st.lists(KEYS, max_size=20), KEYS, st.integers(0, 21))
def test_a_key_leads_to_the_first_story_that_had_it(stories: list[list[int]], asked: list[int], at_hand: int) -> None:
    found, first = Stories(at_hand), {}
    for number, keys in enumerate(stories):
        found.add(f"甲\udcff{number}", keys and [number, 2**32 - 1], keys)
        for key in keys:
            first.setdefault(key, number)
    assert found.find(asked) == sorted({first[key] for key in asked if key in first})
    for number, keys in enumerate(stories):
        assert found.doc(number) == f"甲\udcff{number}"
        assert found.clauses(number) == ((number, 2**32 - 1) if keys else ())
