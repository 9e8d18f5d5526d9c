"""The one verb and the one noun by which a frame is named in lists and drafts."""

from __future__ import annotations

import re

from casekit.rulebook import Frame

_LONGEST = 8
_EDGES = ' \u3000，。、；：“”‘’"《》（）()【】—…'
_LAST_PART = re.compile(r"[^的和与及、“”\"《》（）()\s]+$")


def head_verb(frame: Frame) -> str:
    """The verb nearest to the quantity, '' where the frame has none."""
    if not frame.verbs:
        return ""
    nearest = min(frame.verbs, key=lambda v: (abs(frame.quantity.start - v.end), v.start))
    return nearest.of(frame.text)


def head_noun(frame: Frame) -> str:
    """The last known noun of the noun phrase, else the last part of the phrase as written."""
    if frame.nouns:
        return frame.nouns[-1].of(frame.text)
    phrase = frame.words("noun").strip(_EDGES)
    found = _LAST_PART.search(phrase)
    return (found[0] if found else phrase)[-_LONGEST:]
