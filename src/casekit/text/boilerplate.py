"""Texts of one corpus in, the lines that stand in many of them out: mottos, imprints, calls to follow an account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from casekit.text.folding import fold
from casekit.text.layout import Layout, load_layout

# Such lines stand at the head or the foot, are short, and do not speak of a community or of a figure.
_EDGE, _LONGEST = 12, 60
_LEAST_TEXTS, _LEAST_SHARE = 3, 0.2
_BLANKS = " \t\0\u1680\u2000\u2001"  # what is left of them in a folded text
_FIGURE = re.compile(r"\d[\d,.]*\s*[余多]?\s*[万亿千百]?\s*[人户元名%起场亩个件次]")


def find_boilerplate(texts: Iterable[str], layout: Layout | None = None) -> frozenset[str]:
    """The lines to hand to `read_page`; a sample of a few hundred texts of one source is enough.

    Reprints of one report should be left out of the sample, for their lines repeat because the report does.

    >>> sample = [f"桂中在线·用心记录身边事\\n{n}号楼的居民说，路灯亮了。" for n in range(3)]
    >>> find_boilerplate(sample)
    frozenset({'桂中在线·用心记录身边事'})
    """
    layout = layout or load_layout()
    seen: Counter[str] = Counter()
    count = 0
    for text in texts:
        count += 1
        lines = [line for line in map(_bare, fold(text).split("\n")) if line]
        seen.update({line for line in [*lines[:_EDGE], *lines[-_EDGE:]] if len(line) <= _LONGEST})
    least = max(_LEAST_TEXTS, _LEAST_SHARE * count)
    return frozenset(line for line, times in seen.items() if times >= least and not _speaks(line, layout))


def _bare(line: str) -> str:
    """A line of a folded text as `find_lines` has it, without the blanks around it."""
    return line.lstrip(_BLANKS).rstrip(" \t\0")


def _speaks(line: str, layout: Layout) -> bool:
    """True for a line that names a community or a figure."""
    return bool(layout.section.match(line) or _FIGURE.search(line) or layout.unit.search(line))
