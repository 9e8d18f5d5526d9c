"""A repaired text that knows, for each of its characters, the character of the source it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from casekit.core.span import Span


@dataclass(frozen=True, slots=True)
class AlignedText:
    """`text` is made of pieces of `source`; every character stands for exactly one source character.

    `starts[i]` is where piece i begins in `text`, `origins[i]` where it begins in `source`.
    Pieces may leave characters out and may change their order; one for one replacement
    (full width to half width, traditional to simplified) is allowed, insertion is not.

    >>> a = AlignedText.of_pieces("收集意\\n见50条", [Span(0, 3), Span(4, 8)])
    >>> a.text, a.source_span(Span(4, 7)).of(a.source)
    ('收集意见50条', '50条')
    """

    text: str
    source: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    @classmethod
    def whole(cls, source: str) -> AlignedText:
        """The source itself, nothing left out."""
        return cls(source, source, (0,), (0,))

    @classmethod
    def of_pieces(cls, source: str, pieces: Iterable[Span]) -> AlignedText:
        """The given pieces of the source, in the given order."""
        starts: list[int] = []
        origins: list[int] = []
        parts: list[str] = []
        at = 0
        for piece in pieces:
            if not len(piece):
                continue
            if not (origins and origins[-1] + at - starts[-1] == piece.start):
                starts.append(at)
                origins.append(piece.start)
            parts.append(piece.of(source))
            at += len(piece)
        return cls("".join(parts), source, tuple(starts) or (0,), tuple(origins) or (0,))

    def replaced(self, text: str) -> AlignedText:
        """The same alignment under a text of the same length; raises ValueError where lengths differ."""
        if len(text) != len(self.text):
            raise ValueError("a replacement must keep the number of characters")
        return AlignedText(text, self.source, self.starts, self.origins)

    def origin(self, at: int) -> int:
        """The source offset of the character at `at`."""
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def source_span(self, span: Span) -> Span:
        """The shortest source span that holds every character of `span`, left-out characters between included."""
        return Span(*self.source_range(span.start, span.end))

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """The same for `[start, end)`, as two offsets."""
        starts, origins = self.starts, self.origins
        first = bisect_right(starts, start) - 1
        shift = origins[first] - starts[first]
        if end <= start or first + 1 == len(starts) or end <= starts[first + 1]:
            return start + shift, end + shift
        last = bisect_right(starts, end - 1) - 1
        ends = [start + shift, self.origin(end - 1)]
        for piece in range(first + 1, last + 1):
            ends += [origins[piece], self.origin(starts[piece] - 1)]
        return min(ends), max(ends) + 1
