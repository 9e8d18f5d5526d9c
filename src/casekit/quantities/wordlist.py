"""The words that hide a numeral: 一家亲, 三门峡, 统一."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        self._reasons = dict(words)
        first: dict[str, dict[int, list[str]]] = {}
        within: dict[str, dict[int, list[str]]] = {}
        for word in sorted(self._reasons, key=len, reverse=True):
            for at, c in enumerate(word):
                if c in _NUMERALS and (at == 0 or word[at - 1] not in _NUMERALS):
                    table, key = (within, word[at - 1 : at + 1]) if at else (first, word[:2])
                    table.setdefault(key, {}).setdefault(at, []).append(word)
        # The words that begin with the numeral, by their first two characters, and those that have it further on, by
        # it and the character before: how many characters after their start, and the words, longest first.
        self._first, self._within = _grouped(first), _grouped(within)

    def covering(self, text: str, start: int, end: int) -> Word | None:
        """The longest word that holds the numeral at `start` and reaches `end` at least, or None."""
        ahead, behind = self._first.get(text[start : start + 2]), self._within.get(text[start - 1 : start + 1])
        if ahead is None and behind is None:
            return None
        longest, began = "", start
        for at, words in (*(ahead or ()), *(behind or ())):
            begin = start - at
            if begin < 0 or not text.startswith(words, begin):
                continue
            word = next(word for word in words if text.startswith(word, begin))
            if begin + len(word) >= end and len(word) > len(longest):
                longest, began = word, begin
        return Word(began, began + len(longest), self._reasons[longest]) if longest else None


def _grouped(found: Mapping[str, Mapping[int, list[str]]]) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    return {key: tuple((at, tuple(group)) for at, group in groups.items()) for key, groups in found.items()}
