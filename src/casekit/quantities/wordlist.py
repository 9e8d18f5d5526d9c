"""The words that hide a numeral: 一家亲, 三门峡, 统一."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from casekit.quantities.grammar import HAN

_NUMERALS = frozenset(HAN)


class Word(NamedTuple):
    """A word in a text, and why its numeral states no figure."""

    start: int
    end: int
    reason: str


class WordList:
    """Finds the words of a list around a numeral; each lookup reads two characters before it compares words."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        self._from: dict[str, list[tuple[str, int, str]]] = {}
        self._within: dict[str, list[tuple[str, int, str]]] = {}
        for word, reason in sorted(words, key=lambda pair: -len(pair[0])):
            for at, c in enumerate(word):
                if c in _NUMERALS and (at == 0 or word[at - 1] not in _NUMERALS):
                    index = self._within if at else self._from
                    index.setdefault(word[at - 1 : at + 1] if at else word[:2], []).append((word, at, reason))

    def covering(self, text: str, start: int, end: int) -> Word | None:
        """The longest word that holds the numeral at `start` and reaches `end` at least, or None."""
        longest: Word | None = None
        around = self._within.get(text[start - 1 : start + 1], ()) if start else ()
        for word, at, reason in (*self._from.get(text[start : start + 2], ()), *around):
            begin = start - at
            if longest is not None and len(word) <= longest.end - longest.start:
                continue
            if begin >= 0 and begin + len(word) >= end and text.startswith(word, begin):
                longest = Word(begin, begin + len(word), reason)
        return longest
