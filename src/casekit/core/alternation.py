"""Words in, a pattern for any of them out."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str], unless: Iterable[str] = ()) -> str:
    """A pattern for any of the words that tries longer ones first; one that never matches where there are none.

    It does not match where one of the words in `unless` begins, which only look like one of them.

    >>> any_of(["户", "人", "人家"]), any_of(["户", "人"]), any_of([])
    ('(?:人家|[人户])', '[人户]', '(?!)')
    >>> any_of(["有", "为"], unless=["有了"])
    '(?!(?:有了))[为有]'
    """
    refused = tuple(unless)
    if refused:
        return f"(?!{any_of(refused)}){any_of(words)}"
    chosen = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    # The engine looks a set of characters up at once, and tries branches one after the other.
    characters = "".join(re.escape(word) for word in chosen if len(word) == 1)
    last = [f"[{characters}]"] if characters else []
    branches = [*(re.escape(word) for word in chosen if len(word) > 1), *last]
    if not branches:
        return "(?!)"
    return branches[0] if branches == last else f"(?:{'|'.join(branches)})"
