"""Cutting a text at spans loses nothing and marks exactly the spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from casekit.report.marks import cut_at_spans

TEXTS = st.text(alphabet="居民300户𠮷<&\n", max_size=30)
SPANS = st.lists(st.tuples(st.integers(-3, 35), st.integers(-3, 35)), max_size=8)


@given(TEXTS, SPANS)
def test_pieces_make_the_text_and_cover_the_spans(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = cut_at_spans(text, spans)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    for number, (start, end) in enumerate(spans):
        covered = "".join(piece for piece, marks in pieces if number in marks)
        assert covered == text[max(start, 0) : max(end, 0)]
