"""Runs of text with their places on a page in, lines in reading order out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import median

# A gutter is at least this wide, in heights of a line; a column has at least so many lines and characters a line.
_GUTTER, _LEAST_LINES, _LEAST_CHARS = 0.9, 3, 6
# Headlines and footers to be taken off, cuts to be tried before a page is read from top to bottom, and how many
# lines high a white stripe parts what stands above from what stands below.
_MARGIN_LINES, _MOST_CUTS, _STRIPE = 6, 60, 3
_INDENT = "\u3000\u3000"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line; coordinates in points, counted from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high the letters stand."""
        return self.top - self.bottom


def in_reading_order(runs: Sequence[Run]) -> str:
    """The text of a page: columns from left to right, each from top to bottom, what spans them in its place.

    A line that begins two characters further in than its column gets two wide blanks, as it has in print.
    """
    lines: list[str] = []
    waiting = [list(runs)]
    cuts = 0
    while waiting:
        block = waiting.pop()
        parts = [] if cuts >= _MOST_CUTS else _far_apart(block) or _side_by_side(block) or _above_each_other(block)
        cuts += 1
        if parts:
            waiting.extend(reversed(parts))
        elif block:
            lines.extend(_lines(block))
    return "\n".join(lines)


def _far_apart(runs: list[Run]) -> list[list[Run]]:
    """The block cut at its widest white stripe, where that is several lines high."""
    rows = list(_rows(runs))
    if len(rows) < 2:
        return []
    gap, at = max((_gap(above, below), -at) for at, (above, below) in enumerate(pairwise(rows), 1))
    if gap <= _STRIPE * median(run.height for run in runs):
        return []
    return [_flat(rows[:-at]), _flat(rows[-at:])]


def _side_by_side(runs: list[Run]) -> list[list[Run]]:
    """The block cut at its gutters, where all that stands between them is set in columns."""
    if len(runs) < 2 * _LEAST_LINES:
        return []
    size = median(run.height for run in runs)
    columns: list[list[Run]] = []
    edge = float("-inf")
    for run in sorted(runs, key=lambda run: run.left):
        if run.left - edge > _GUTTER * size or not columns:
            columns.append([])
        columns[-1].append(run)
        edge = max(edge, run.right)
    return columns if len(columns) > 1 and all(map(_is_column, columns)) else []


def _is_column(runs: list[Run]) -> bool:
    """Running text, not the cells of a table: several lines, most of them long."""
    rows = list(_rows(runs))
    return len(rows) >= _LEAST_LINES and median(sum(len(run.text) for run in row) for row in rows) >= _LEAST_CHARS


def _above_each_other(runs: list[Run]) -> list[list[Run]]:
    """The block cut across where that leaves columns: below a headline, above a footer, between articles."""
    rows = list(_rows(runs))
    if len(rows) < 2 or all(len(row) == 1 for row in rows):
        return []
    for top, bottom in sorted(product(range(_MARGIN_LINES), repeat=2), key=sum):
        middle = rows[top : len(rows) - bottom]
        if len(middle) >= _LEAST_LINES and _side_by_side(_flat(middle)):
            return [_flat(rows[:top]), _flat(middle), _flat(rows[len(rows) - bottom :])]
    gaps = [(_gap(above, below), at) for at, (above, below) in enumerate(pairwise(rows), 1)]
    for _, at in sorted(gaps, key=lambda gap: (-gap[0], gap[1]))[:_MARGIN_LINES]:
        if _side_by_side(_flat(rows[:at])) or _side_by_side(_flat(rows[at:])):
            return [_flat(rows[:at]), _flat(rows[at:])]
    return []


def _flat(rows: list[list[Run]]) -> list[Run]:
    return [run for row in rows for run in row]


def _gap(above: list[Run], below: list[Run]) -> float:
    return min(run.bottom for run in above) - max(run.top for run in below)


def _rows(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs that stand on one line, from left to right, lines from top to bottom."""
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.top, run.left)):
        middle = (run.top + run.bottom) / 2
        if row and middle < min(other.bottom for other in row[-3:]):
            yield sorted(row, key=lambda run: run.left)
            row = []
        row.append(run)
    if row:
        yield sorted(row, key=lambda run: run.left)


def _lines(runs: list[Run]) -> Iterator[str]:
    margin = min(run.left for run in runs)
    for row in _rows(runs):
        size = median(run.height for run in row)
        text = row[0].text
        for before, run in pairwise(row):
            text += ("\t" if run.left - before.right > 1.5 * size else "") + run.text
        indent = row[0].left - margin
        yield (_INDENT if 1.4 * size < indent < 3.2 * size and not text.startswith("\u3000") else "") + text
