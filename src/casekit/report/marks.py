"""A text and its spans in, pieces of text with the spans that cover each out: a page never counts characters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Piece = tuple[str, list[int]]


def cut_at_spans(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """The text in pieces, each with the numbers of the spans that cover it; joined, the pieces are the text.

    Spans count code points, ends excluded; empty ones and what lies outside the text cover nothing.

    >>> cut_at_spans("居民300户𠮷", [(2, 6)])
    [('居民', []), ('300户', [0]), ('𠮷', [])]
    >>> cut_at_spans("20多万元", [(0, 5), (3, 5)])
    [('20多', [0]), ('万元', [0, 1])]
    """
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(spans):
        start, end = max(start, 0), min(end, len(text))
        if start < end:
            opened.setdefault(start, []).append(number)
            closed.setdefault(end, []).append(number)
    edges = sorted({0, len(text), *opened, *closed})
    pieces: list[Piece] = []
    covering: list[int] = []
    for start, end in pairwise(edges):
        covering = [number for number in covering if number not in closed.get(start, ())] + opened.get(start, [])
        pieces.append((text[start:end], list(covering)))
    return pieces
