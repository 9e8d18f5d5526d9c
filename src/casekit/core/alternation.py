"""Words in, a pattern for any of them out."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str], unless: Iterable[str] = (), *, searched: bool = False) -> str:
    """A pattern for any of the words that tries longer ones first; one that never matches where there are none.

    It does not match where one of the words in `unless` begins, which only look like one of them. A pattern that is
    `searched` for and not matched at one place is written so that the engine can skip to where a word begins.

    >>> any_of(["户", "人", "人家"]), any_of(["户", "人"]), any_of([])
    ('(?:人家|[人户])', '[人户]', '(?!)')
    >>> any_of(["有", "为"], unless=["有了"]), any_of(["户", "人家"], searched=True)
    ('(?!(?:有了))[为有]', '(?:人家|户)')
    """
    refused = tuple(unless)
    if refused:
        return f"(?!{any_of(refused)}){any_of(words, searched=searched)}"
    chosen = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    # The engine looks a set of characters up at once, and tries branches one after the other; but it skips ahead only
    # where every branch begins with a plain character.
    single = [] if searched else [re.escape(word) for word in chosen if len(word) == 1]
    last = [f"[{''.join(single)}]"] if single else []
    branches = [*(re.escape(word) for word in chosen if searched or len(word) > 1), *last]
    if not branches:
        return "(?!)"
    return branches[0] if branches == last else f"(?:{'|'.join(branches)})"
