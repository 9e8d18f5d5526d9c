"""A half-open range of characters."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Characters from `start` up to, not including, `end`; Unicode code points of one named text.

    >>> Span(2, 7).of("共有1.9万户居民")
    '1.9万户'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"span runs backwards: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` under this span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same length of text, `by` characters further right."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """True where at least one character is shared; touching is not overlapping."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True where every character of `other` is also here."""
        return self.start <= other.start and other.end <= self.end


# Spans are made by the ten thousand; a frozen dataclass sets each field through a call that looks it up first.
_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))
