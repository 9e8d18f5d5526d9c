"""The one verb and the one noun by which a frame is named in lists and drafts."""

from __future__ import annotations

import re

from casekit.rulebook import Frame

_LONGEST = 8
_EDGES = ' \u3000，。、；：“”‘’"《》（）()【】—…'
# What ends the name of a place that owns the thing counted: 社区|图书馆藏书, 全村|光伏装机容量.
_PLACE_END = re.compile(r"社区|[全各本该][村镇乡县市区省]|街道|[^农乡][村镇](?=.{2})|的")
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


def own_noun(frame: Frame) -> str:
    """The noun phrase without the place before it, as a draft names it; its known head where it is long.

    养老床位 of 全市新增养老床位1200张, not only the 床位 that every rule for facilities asks for.
    """
    phrase = frame.words("noun").strip(_EDGES)
    cut = max((m.end() for m in _PLACE_END.finditer(phrase)), default=0)
    phrase = phrase[cut:].strip(_EDGES)
    return phrase if 1 < len(phrase) <= _LONGEST else head_noun(frame)
