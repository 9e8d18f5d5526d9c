"""The end of one line and the beginning of another in, whether a word runs over the seam."""

from __future__ import annotations

import re

from casekit.text.words import cut_words

_TAIL = re.compile(r"[\u4e00-\u9fff]{1,4}$")
_HEAD = re.compile(r"[\u4e00-\u9fff]{1,4}")


def crosses_word(tail: str, head: str) -> bool:
    """True where the two, set side by side, make a word that begins in `tail` and ends in `head`.

    >>> crosses_word("上门听了半年，记下意", "见建议70条。")
    True
    >>> crosses_word("为社区居家养老", "一是托管服务解近忧。")
    False
    """
    left, right = _TAIL.search(tail[-8:]), _HEAD.match(head)
    if not left or not right:
        return False
    seam = len(left.group())
    return any(word.start < seam < word.end for word in cut_words(left.group() + right.group()))
