"""Turns words into one pattern that tries the longest first and reads each character once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_END = ""


def trie_pattern(
    words: Iterable[str], guards: Mapping[str, str] | None = None, searched: bool = False, often: str = ""
) -> str:
    """A pattern for any of the words, longest first; a guard is a pattern that must hold right after its word.

    A pattern that is `searched` begins with its literals, so that the engine can skip to the next of them;
    one that is matched at a known place finds its branch by halving, after it has tried the characters that words
    begin with `often`.

    >>> trie_pattern(["人", "个", "个月"])
    '(?:个(?:月|)|人)'
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for c in word:
            node = node.setdefault(c, {})
        node[_END] = (guards or {}).get(word, "")
    if searched:
        return f"(?:{'|'.join(re.escape(c) + _pattern(child) for c, child in sorted(root.items()))})"
    if often:
        tried = [re.escape(c) + _pattern(root.pop(c)) for c in often if c in root]
        return f"(?:{'|'.join([*tried, _pattern(root)] if root else tried)})"
    return _pattern(root)


def unless(following: Iterable[str]) -> str:
    """A guard against all of the given words.

    >>> unless(["才", "民"])
    '(?!(?:才|民))'
    """
    words = list(following)
    return f"(?!{trie_pattern(words)})" if words else ""


# More branches than this are first divided by the range of their characters, so that few are tried in vain.
_WIDEST = 8


def _pattern(node: dict[str, Any]) -> str:
    children = {c: re.escape(c) + _pattern(child) for c, child in sorted(node.items()) if c != _END}
    if _END not in node:
        return _branches(children)
    if not children:
        return str(node[_END])
    # An empty branch costs the engine less than an optional group.
    return f"(?:{_branches(children)}|{node[_END]})"


def _branches(children: dict[str, str]) -> str:
    """The alternatives, found by halving where they are many."""
    first = list(children)
    if len(first) == 1:
        return children[first[0]]
    if len(first) <= _WIDEST:
        return f"(?:{'|'.join(children.values())})"
    middle = len(first) // 2
    low, high = ({c: children[c] for c in part} for part in (first[:middle], first[middle:]))
    low_chars, high_chars = (
        f"[{re.escape(part[0])}-{re.escape(part[-1])}]" for part in (first[:middle], first[middle:])
    )
    return f"(?:(?={low_chars}){_branches(low)}|(?={high_chars}){_branches(high)})"
