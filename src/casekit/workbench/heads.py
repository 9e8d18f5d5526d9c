"""The one verb and the one noun by which a frame is named in lists and drafts."""

from __future__ import annotations

import re

from casekit.rulebook import Frame, RuleBook

_LONGEST = 8
_LAST_PART = re.compile(r"[^的和与及、“”\"《》（）()\s]+$")


def head_verb(frame: Frame) -> str:
    """The verb nearest to the quantity, '' where the frame has none."""
    if not frame.verbs:
        return ""
    nearest = min(frame.verbs, key=lambda v: (abs(frame.quantity.start - v.end), v.start))
    return nearest.of(frame.text)


def head_noun(frame: Frame, book: RuleBook | None = None) -> str:
    """The last part of the noun phrase; with a book, the longest of its nouns that stands furthest right in it."""
    phrase = frame.words("noun").strip()
    if book is not None and phrase:
        known = [h for h in book.index.scan(phrase) if book.index.words[h.term] in book.files.nouns]
        if known:
            best = max(known, key=lambda h: (h.end, h.end - h.start))
            return book.index.words[best.term]
    found = _LAST_PART.search(phrase)
    return (found[0] if found else phrase)[-_LONGEST:]
