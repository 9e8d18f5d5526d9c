"""Short quotations and titles, in which a number is part of a name: “五心桥”, 《十二时辰》."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"“[^“”，。；！？\n]{1,16}”|《[^《》\n]{1,40}》|「[^「」，。；！？\n]{1,16}」|『[^『』\n]{1,16}』|‘[^‘’，。；！？\n]{1,16}’|〔[^〕\n]{1,8}〕"
)
_OPENINGS = "“《「『‘〔"
FAR = 1 << 60


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Where the quotations of the text begin and end, in order; the last of the list lies beyond every text."""
    found: list[tuple[int, int]] = []
    done = 0
    for at in _openings(text):
        if at >= done and (quoted := _QUOTED.match(text, at)):
            done = quoted.end()
            found.append((at, done))
    found.append((FAR, FAR))
    return found


def _openings(text: str) -> list[int]:
    """Where the text has an opening mark, in order; looking for one character at a time is what Python does fastest."""
    found: list[int] = []
    for opening in _OPENINGS:
        at = text.find(opening)
        while at >= 0:
            found.append(at)
            at = text.find(opening, at + 1)
    found.sort()
    return found


def quoted_as(text: str, start: int) -> str:
    """What a number names in the quotation that begins at `start`: a title is a name, the rest a slogan."""
    return "name" if text[start] in "《〔" else "slogan"
