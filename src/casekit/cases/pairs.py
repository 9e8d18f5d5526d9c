"""分别, 依次: figures in a row that belong to names in a row, one each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casekit.cases.clauses import Clauses
from casekit.quantities.quantity import Quantity

_REACH = 400  # characters after a list in which its figures can follow
_JOINED = re.compile(r"[、和与及，,]?")


@dataclass(frozen=True, slots=True)
class Pair:
    """From `start` on, the figures are those of `name`."""

    start: int
    name: str


def find_pairs(
    names: Sequence[str], start: int, end: int, clauses: Clauses, quantities: Sequence[Quantity], cue: re.Pattern[str]
) -> Iterator[Pair]:
    """The pairs between a list of names that ends at `start` and the clauses up to `end`.

    A clause counts where it holds a `cue` (分别, 依次) followed by as many figures as there are names (or by twice,
    three times as many: 3210户9640人、4105户12380人), or as many figures of one unit and nothing
    but 、 and 和 between them.
    """
    end = min(end, start + _REACH)
    while start < end:
        stop = min(clauses.end(start), end)
        yield from _in_clause(names, start, stop, clauses.text, quantities, cue)
        start = stop


def _in_clause(
    names: Sequence[str], start: int, stop: int, text: str, quantities: Sequence[Quantity], cue: re.Pattern[str]
) -> Iterator[Pair]:
    said = cue.search(text, start, stop)
    begin = said.end() if said else start
    first, last = (bisect_left(quantities, at, key=lambda quantity: quantity.start) for at in (begin, stop))
    found = quantities[first:last]
    each, left_over = divmod(len(found), len(names))
    if not each or left_over or not (said or (each == 1 and len(names) > 1 and _in_a_row(found, text))):
        return
    for i, name in enumerate(names):
        yield Pair(found[i * each].start, name)


def _in_a_row(found: Sequence[Quantity], text: str) -> bool:
    pairs = pairwise(found)
    return all(left.unit == right.unit and _JOINED.fullmatch(text, left.end, right.start) for left, right in pairs)
