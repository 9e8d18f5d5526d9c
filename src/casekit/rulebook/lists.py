"""Word lists: ‹name› inside a list of words stands for all words of that list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from casekit.core import Place, RuleError, nearest

_REFERENCE = re.compile(r"[‹<](.+?)[›>]")
# No word holds these; where one does, a full-width mark was typed for a half-width one.
_PUNCTUATION = re.compile(r"[，、；【】［］]|^[“‘].*[”’]$")
_HINTS = {"，": "词与词之间用半角逗号“,”隔开。", "、": "词与词之间用半角逗号“,”隔开，不用顿号。"}


@dataclass(frozen=True, slots=True)
class RawList:
    """A list as written, with the place of each word."""

    words: tuple[str, ...]
    places: tuple[Place, ...]


def list_name(word: str) -> str | None:
    """The name of the list that `word` pulls in, None where it is a plain word.

    >>> list_name("‹化解动词›"), list_name("<化解动词>"), list_name("化解")
    ('化解动词', '化解动词', None)
    """
    found = _REFERENCE.fullmatch(word)
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class WordLists:
    """All lists by name; `words` gives the flat content of a list of words, each word once, in order.

    `below` are the shipped lists: ‹name› inside the list of that name stands for the words that are shipped.
    """

    raw: Mapping[str, RawList]
    below: Mapping[str, RawList] = field(default_factory=dict)
    _flat: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def flat(self, name: str) -> tuple[str, ...]:
        """The words of one list, lists inside it put in their place; raises RuleError on a circle."""
        return self._resolve(name, ())

    def words(self, written: Iterable[str], places: Iterable[Place]) -> tuple[str, ...]:
        """`written` with each ‹name› replaced by the words of that list; raises RuleError where none has it."""
        return self._expand(written, places, ())

    def _expand(self, written: Iterable[str], places: Iterable[Place], above: tuple[str, ...]) -> tuple[str, ...]:
        out: dict[str, None] = {}
        for word, place in zip(written, places, strict=True):
            name = list_name(word)
            if name is None:
                out[_plain(word, place)] = None
            elif name in self.below and above[-1:] == (name,):
                shipped = self.below[name]
                out.update(dict.fromkeys(self._expand(shipped.words, shipped.places, (*above, ""))))
            elif name in above:
                ring = " → ".join((*filter(None, above[above.index(name) :]), name))
                raise RuleError(place, f"word lists run in a circle: {ring}.", "词表之间不能互相包含。")
            elif name not in self.raw:
                raise RuleError(place, f'unknown word list "{name}".', unknown_list(name, self.raw))
            else:
                out.update(dict.fromkeys(self._resolve(name, above)))
        return tuple(out)

    def _resolve(self, name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if name not in self._flat:
            raw = self.raw[name]
            self._flat[name] = self._expand(raw.words, raw.places, (*above, name))
        return self._flat[name]


def unknown_list(name: str, known: Iterable[str]) -> str:
    """What to say of a list that does not exist: the nearest name, or all of them."""
    names = sorted(known)
    return nearest(name, names) or f"Known lists: {', '.join(names) or 'none'}."


def _plain(word: str, place: Place) -> str:
    if any(mark in word for mark in "‹›<>"):
        raise RuleError(place, f'"{word}" mixes a word with a list.', "词表引用 ‹名称› 要单独写成一项。")
    if word != word.strip():
        raise RuleError(place, f'"{word}" begins or ends with a space.', "请去掉词前后的空格。")
    if found := _PUNCTUATION.search(word):
        raise RuleError(place, f'"{word}" holds "{found[0]}".', _HINTS.get(found[0], "词里不写标点，引号用半角。"))
    return word
