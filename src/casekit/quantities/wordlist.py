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
        self._reasons = dict(words)
        found: dict[str, dict[int, list[str]]] = {}
        for word in sorted(self._reasons, key=len, reverse=True):
            for at, c in enumerate(word):
                if c in _NUMERALS and (at == 0 or word[at - 1] not in _NUMERALS):
                    key = word[at - 1 : at + 1] if at else f"^{word[:2]}"
                    found.setdefault(key, {}).setdefault(at, []).append(word)
        # For each two characters, the words that hold them so many characters after their start, longest first.
        self._around = {key: [(at, tuple(group)) for at, group in groups.items()] for key, groups in found.items()}

    def covering(self, text: str, start: int, end: int) -> Word | None:
        """The longest word that holds the numeral at `start` and reaches `end` at least, or None."""
        around = self._around
        ahead, behind = around.get(f"^{text[start : start + 2]}"), around.get(text[start - 1 : start + 1])
        if ahead is None and behind is None:
            return None
        longest: Word | None = None
        for at, words in (*(ahead or ()), *(behind or ())):
            begin = start - at
            if begin < 0 or not text.startswith(words, begin):
                continue
            word = next(word for word in words if text.startswith(word, begin))
            if begin + len(word) >= end and (longest is None or len(word) > longest.end - longest.start):
                longest = Word(begin, begin + len(word), self._reasons[word])
        return longest
