"""The words that hide a numeral: 一家亲, 三门峡, 统一."""

from __future__ import annotations

from collections.abc import Iterable

from casekit.quantities.grammar import HAN

_NUMERALS = frozenset(HAN)


# Where a word begins and ends in a text, and why its numeral states no figure.
Word = tuple[int, int, str]


class WordList:
    """Finds the words of a list around a numeral; each lookup reads two characters before it compares words."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        reasons = dict(words)
        # The words that begin with the numeral, by their first two characters, and those that have it further on, by
        # it and the character before: how many characters after their start, and the word; the longest stand first.
        self._first: dict[str, list[str]] = {}
        self._within: dict[str, list[tuple[int, str]]] = {}
        for word in sorted(reasons, key=len, reverse=True):
            for at, c in enumerate(word):
                if c not in _NUMERALS:
                    continue
                if at == 0:
                    self._first.setdefault(word[:2], []).append(word)
                elif word[at - 1] not in _NUMERALS:
                    self._within.setdefault(word[at - 1 : at + 1], []).append((at, word))
        self._reasons = reasons
        # The second of these again, by the numeral and the character after it.
        self._inside: dict[str, list[tuple[int, str]]] = {}
        for inside in self._within.values():
            for at, word in inside:
                self._inside.setdefault(word[at : at + 2], []).append((at, word))
        self._joins = {c: frozenset(two[0] for two in self._within if two[1] == c) for c in _NUMERALS}
        self._begins = {c: frozenset(two[1:] for two in self._first if two[0] == c) for c in _NUMERALS}

    def beside(self, number: str) -> tuple[frozenset[str], frozenset[str] | None]:
        """The characters right before and right after a number with which `covering` may find a word.

        None stands for any character after it: the number is a word of the list.
        """
        if len(number) == 1:
            return self._joins[number], self._begins[number]
        ahead = [word for word in self._first.get(number[:2], ()) if word.startswith(number)]
        inside = [word[at - 1] for at, word in self._inside.get(number[:2], ()) if word.startswith(number, at)]
        if number.startswith("一一"):
            inside += self._joins["一"]
        return frozenset(inside), None if number in ahead else frozenset(word[len(number)] for word in ahead)

    def covering(self, text: str, start: int, end: int) -> Word | None:
        """The longest word that holds the numeral at `start` and reaches `end` at least, or None.

        Where 一 follows on 一, the word may end with the first of them.
        """
        whole = self._whole(text, start, end)
        return self._ending(text, start) if whole is None and text.startswith("一一", start) else whole

    def _whole(self, text: str, start: int, end: int) -> Word | None:
        ahead, behind = self._first.get(text[start : start + 2]), self._within.get(text[start - 1 : start + 1])
        if ahead is None and behind is None:
            return None
        longest, began = "", start
        if ahead is not None:
            for word in ahead:
                if text.startswith(word, start):
                    if start + len(word) >= end:
                        longest = word
                    break
        if behind is not None:
            for at, word in behind:
                if at <= start and text.startswith(word, start - at) and start - at + len(word) >= end:
                    if len(word) > len(longest):
                        longest, began = word, start - at
                    break
        return (began, began + len(longest), self._reasons[longest]) if longest else None

    def _ending(self, text: str, start: int) -> Word | None:
        """The word that ends with the numeral at `start`: the first 一 of 唯一一所 is no part of a number."""
        for at, word in self._within.get(text[start - 1 : start + 1], ()):
            if at + 1 == len(word) and at <= start and text.startswith(word, start - at):
                return start - at, start + 1, self._reasons[word]
        return None
