"""前者 and 后者: which of the two communities spoken of before they mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from casekit.cases.marks import Mark
from casekit.cases.near_words import PointingWords
from casekit.cases.unit import COMMUNITY, Unit

_REACH = 300  # characters back to the two


def find_contrasted(text: str, marks: Sequence[Mark], units: Sequence[Unit], words: PointingWords) -> Iterator[Mark]:
    """A mark of the kind contrast for each such word, with the place it means; none where two are not to be told.

    The two are those of the last list of two (柳溪社区和石桥社区), else the two communities named last.
    """
    for place, pattern in enumerate((words.former, words.latter)):
        for found in pattern.finditer(text):
            pair = _named_before(found.start(), marks, units)
            if len(pair) == 2:
                yield Mark(found.start(), found.end(), "contrast", name=pair[place])


def _named_before(at: int, marks: Sequence[Mark], units: Sequence[Unit]) -> list[str]:
    lists = [mark for mark in marks if mark.kind == "list" and at - _REACH < mark.start < at]
    if lists and len(names := list(dict.fromkeys(unit.name for unit in lists[-1].units))) == 2:
        return names
    before = units[: bisect_left(units, at, key=lambda unit: unit.start)]
    near = [unit.name for unit in before if unit.rank >= COMMUNITY and unit.start > at - _REACH]
    last = list(dict.fromkeys(reversed(near)))[:2]
    return last[::-1]
