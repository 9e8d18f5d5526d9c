"""Short quotations and titles, in which a number is part of a name: “五心桥”, 《十二时辰》."""

from __future__ import annotations

import re

from casekit.quantities.site import Found

# Each pattern begins with its one character, which the engine finds at once.
_SPEECH = re.compile(r"“[^“”，。；！？\n]{1,16}”")
_OTHERS = {
    "《": re.compile(r"《[^《》\n]{1,40}》"),
    "「": re.compile(r"「[^「」，。；！？\n]{1,16}」"),
    "『": re.compile(r"『[^『』\n]{1,16}』"),
    "‘": re.compile(r"‘[^‘’，。；！？\n]{1,16}’"),
    "〔": re.compile(r"〔[^〔〕\n]{1,8}〕"),
}
# What people say in quotation marks states figures; what is merely named there does not. A quotation of so many
# characters is taken for speech where its number has a unit of that kind.
_SPOKEN = {"金额": 5, "比例": 5, **dict.fromkeys(("人数", "户数", "人次", "户次", "面积", "重量"), 8)}
FAR = 1 << 60


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Where the quotations of the text begin and end, in order; the last of the list lies beyond every text.

    One that begins inside another is none of its own.
    """
    found = [match.span() for match in _SPEECH.finditer(text)]
    others = [match.span() for opening, one in _OTHERS.items() if opening in text for match in one.finditer(text)]
    if others:
        found = _outermost(found + others)
    found.append((FAR, FAR))
    return found


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, without those that begin inside another."""
    spans.sort()
    kept: list[tuple[int, int]] = []
    done = 0
    for span in spans:
        if span[0] >= done:
            kept.append(span)
            done = span[1]
    return kept


def quoted_as(text: str, start: int) -> str:
    """What a number names in the quotation that begins at `start`: a title is a name, the rest a slogan."""
    return "name" if text[start] in "《〔" else "slogan"


def as_quoted(text: str, quote: tuple[int, int], found: Found) -> Found:
    """What was found in a short quotation: part of a name, unless someone states it there.

    >>> as_quoted("《十二时辰》", (0, 6), Found(1, 3, "ordinal")).reason
    'name'
    """
    start, end = quote
    if found.reason == "word":
        return found
    reason, whole = quoted_as(text, start), end - start - 2
    if reason == "name":
        return Found(found.start, found.end, reason)
    if found.amount is None:
        return found
    kind = found.amount.unit.kind
    spoken = whole >= _SPOKEN.get(kind, end) or (kind in _SPOKEN and whole <= found.end - found.start + 1)
    return found if spoken else Found(found.start, found.end, reason)
