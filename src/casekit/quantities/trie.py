"""Turns a list of words into one pattern that tries the longest first and reads each character once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_END = ""


def trie_pattern(words: Iterable[str], not_before: Mapping[str, Iterable[str]] | None = None) -> str:
    """A pattern for any of the words, longest first; `not_before` says what must not follow a word.

    >>> trie_pattern(["个", "个月", "人"])
    '(?:个(?:月)?|人)'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for c in word:
            node = node.setdefault(c, {})
        node[_END] = _guard((not_before or {}).get(word, ()))
    return _pattern(root)


def _guard(following: Iterable[str]) -> str:
    following = list(following)
    return f"(?!{trie_pattern(following)})" if following else ""


def _pattern(node: dict[str, Any]) -> str:
    branches = [re.escape(c) + _pattern(child) for c, child in node.items() if c != _END]
    if _END not in node:
        return f"(?:{'|'.join(branches)})" if len(branches) > 1 else "".join(branches)
    if not branches:
        return str(node[_END])
    return f"(?:{'|'.join(branches)}|{node[_END]})" if node[_END] else f"(?:{'|'.join(branches)})?"
