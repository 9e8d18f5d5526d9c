"""Every character of a repaired text leads back to the character it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.core import AlignedText, Span


@st.composite
def pieces_of_text(draw):
    source = draw(st.text(min_size=1, max_size=40))
    count = draw(st.integers(0, 6))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), min_size=2 * count, max_size=2 * count)))
    pieces = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    return source, draw(st.permutations(pieces))


@given(pieces_of_text())
def test_each_character_has_its_origin(case):
    source, pieces = case
    aligned = AlignedText.of_pieces(source, pieces)
    assert aligned.text == "".join(p.of(source) for p in pieces)
    for i, character in enumerate(aligned.text):
        assert source[aligned.origin(i)] == character


@given(pieces_of_text(), st.data())
def test_a_source_span_holds_every_character_of_its_span(case, data):
    source, pieces = case
    aligned = AlignedText.of_pieces(source, pieces)
    if not aligned.text:
        return
    start = data.draw(st.integers(0, len(aligned.text) - 1))
    end = data.draw(st.integers(start + 1, len(aligned.text)))
    span = aligned.source_span(Span(start, end))
    origins = [aligned.origin(i) for i in range(start, end)]
    assert (span.start, span.end) == (min(origins), max(origins) + 1)


def test_a_number_inside_one_piece_is_quoted_to_the_letter():
    source = "收集意\n▲图\n见建议50多条"
    aligned = AlignedText.of_pieces(source, [Span(0, 3), Span(7, 14)])
    at = aligned.text.index("50")
    assert aligned.source_span(Span(at, at + 4)).of(source) == "50多条"


def test_a_replacement_keeps_length():
    aligned = AlignedText.whole("１１名")
    assert aligned.replaced("11名").source_span(Span(0, 3)).of("１１名") == "１１名"
    with pytest.raises(ValueError, match="number of characters"):
        aligned.replaced("11")
