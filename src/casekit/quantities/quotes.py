"""Short quotations and titles, in which a number is part of a name: “五心桥”, 《十二时辰》."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"“[^“”，。；！？\n]{1,16}”|《[^《》\n]{1,40}》|「[^「」，。；！？\n]{1,16}」|『[^『』\n]{1,16}』|‘[^‘’，。；！？\n]{1,16}’|〔[^〕\n]{1,8}〕"
)
FAR = 1 << 60


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Where the quotations of the text begin and end, in order; the last of the list lies beyond every text."""
    found = [m.span() for m in _QUOTED.finditer(text)]
    found.append((FAR, FAR))
    return found


def quoted_as(text: str, start: int) -> str:
    """What a number names in the quotation that begins at `start`: a title is a name, the rest a slogan."""
    return "name" if text[start] in "《〔" else "slogan"
