"""Every word of every rule in one automaton: text in, the words that stand in it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick


class Hit(NamedTuple):
    """The word with number `term` stands at `[start, end)`."""

    term: int
    start: int
    end: int


class TermIndex:
    """Words to numbers, and one pass over a text that finds them all, nested and overlapping ones too.

    >>> index = TermIndex(["化解", "矛盾纠纷", "纠纷"])
    >>> [index.words[hit.term] for hit in index.scan("化解矛盾纠纷133起")]
    ['化解', '矛盾纠纷', '纠纷']
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words: tuple[str, ...] = tuple(sorted({w for w in words if w}))
        self.numbers: Mapping[str, int] = {w: i for i, w in enumerate(self.words)}
        self._automaton = AhoCorasick(list(self.words)) if self.words else None

    def scan(self, text: str, shift: int = 0) -> list[Hit]:
        """All hits in order of their start; `shift` is added to every offset."""
        if self._automaton is None:
            return []
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        found.sort(key=lambda m: (m[1], m[2]))
        return [Hit(term, start + shift, end + shift) for term, start, end in found]

    def ids(self, words: Iterable[str]) -> frozenset[int]:
        """The numbers of the given words."""
        return frozenset(self.numbers[w] for w in words if w)
