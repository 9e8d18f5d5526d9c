"""Lines broken at a fixed width in, the lines as they were written out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from casekit.text.bullets import BULLETS
from casekit.text.layout import Layout
from casekit.text.lines import Line

# A line is full when it ends within this many columns, or characters, of the margin: what did not fit went below.
_SLACK = 5
_LEAST_WIDTH, _MOST_WIDTH, _LEAST_LINES, _LEAST_SHARE = 24, 200, 4, 0.3
_OPENER = re.compile(
    f"[{BULLETS}#>-]"
    r"|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)] ?\D"
)
_LATIN = re.compile(r"[A-Za-z0-9,.%]")

Measure = Callable[[Line], int]


def unwrap(lines: list[Line], layout: Layout) -> tuple[list[Line], list[int]]:
    """The joined lines, and the offsets of those line breaks that stand for a space (between Latin words)."""
    margin, measure = find_margin(lines)
    if not margin:
        return lines, []
    indented = sum(1 for line in lines if line.indent) * 10 >= len(lines)
    spaced = _is_spaced(lines, margin, measure)
    joined: list[Line] = []
    spaces: list[int] = []
    full = False
    for line in lines:
        is_full = abs(measure(line) - margin) <= _SLACK
        if full and _continues(joined[-1], line, layout, indented, indented or spaced):
            spaces += _append(joined[-1], line)
        else:
            joined.append(line)
        full = is_full
    return joined, spaces


def find_margin(lines: Sequence[Line]) -> tuple[int, Measure]:
    """The size at which this text breaks its lines, 0 where it does not, and how size is measured.

    Print breaks at a column, programs after so many characters; in mid-sentence, with the next line right below.
    """
    broken = [line for line, below in pairwise(lines) if not line.closed and not below.gap]
    least = max(_LEAST_LINES, _LEAST_SHARE * len(lines))
    if len(broken) < least:
        return 0, _columns
    broken = [line for line in broken if _LEAST_WIDTH <= line.width <= _MOST_WIDTH]
    if len(broken) < least:  # too few to end near one margin, wherever it is
        return 0, _columns
    found = [(*_margin(lines, broken, measure, least), measure) for measure in (_columns, _characters)]
    _, margin, measure = max(found, key=lambda one: one[0])
    return margin, measure


def _margin(lines: Sequence[Line], broken: Sequence[Line], measure: Measure, least: float) -> tuple[int, int]:
    """How many of the broken lines end near the margin, and where that is; nowhere where they are less than `least`."""
    sizes = Counter(map(measure, broken))
    best, most = 0, 0
    for size in sorted(sizes):
        near = sum(sizes[size - back] for back in range(_SLACK + 1))
        if near >= most:
            best, most = size, near
    if most < least:
        return 0, 0
    wider = sum(1 for line in lines if measure(line) > best + _SLACK)
    return (0, 0) if wider * 5 > most else (most, best)


def _columns(line: Line) -> int:
    return line.width


def _characters(line: Line) -> int:
    return len(line.text)


def _is_spaced(lines: Sequence[Line], margin: int, measure: Measure) -> bool:
    """Whether blank lines part the paragraphs, so that a full line goes on below though a sentence ends with it."""
    last = [below.gap for line, below in pairwise(lines) if line.closed and abs(measure(line) - margin) > _SLACK]
    return sum(map(bool, last)) * 10 >= len(last) * 9 > 0


def _continues(above: Line, line: Line, layout: Layout, indented: bool, told: bool) -> bool:
    """`told` where indents or blank lines tell the paragraphs apart."""
    if line.gap or (above.closed and not told):
        return False
    if indented and line.indent:
        return False
    return not (_OPENER.match(line.text) or layout.caption.match(line.text) or layout.section.match(line.text))


def _append(above: Line, line: Line) -> list[int]:
    """Joins in place; without a space between hanzi, with the line break as a space between Latin words."""
    if _LATIN.match(above.text[-1]) and "a" <= line.text[0].lower() <= "z":
        breaks = [above.end]
        above.add(line, (above.end, above.end + 1))
        return breaks
    above.add(line)
    return []
