"""Hedges that stand before a number, touching it or a few words away."""

from __future__ import annotations

import re

from casekit.quantities.grammar import hedge_pattern
from casekit.quantities.tables import Hedge, Tables

# Farther than this no hedge bears on a number.
REACH = 16
_GAP = re.compile(r"[^，。；！？：、,;!?\n“”（）()\d]{0,14}")
_FAR = 1 << 60
HedgeSpan = tuple[int, int]


class HedgeFinder:
    """Finds the hedges of some tables."""

    def __init__(self, tables: Tables) -> None:
        self._pattern = hedge_pattern(tables)
        self.hedges = tuple(h for h in tables.hedges if h.side == "before")
        self.named: dict[str, Hedge] = {h.word: h for h in self.hedges}

    def find(self, text: str) -> list[HedgeSpan]:
        """Where the hedge words of the text begin and end, in order; the last of the list lies beyond every text."""
        found: list[HedgeSpan] = [match.span() for match in self._pattern.finditer(text)]
        found.append((_FAR, _FAR))
        return found


def hedge_reaches(text: str, hedge: Hedge, at: int, end: int, start: int) -> bool:
    """True where the hedge that stands from `at` to `end` bears on the number at `start`."""
    if at and text[at - 1] in hedge.not_after:
        return False
    gap = text[end:start]
    if not gap.strip(" \u3000\xa0"):
        return True
    if hedge.apart == "true":
        return _GAP.fullmatch(gap) is not None
    for word in hedge.then:
        if gap.startswith(word) and (gap == word or hedge.apart == "then"):
            return _GAP.fullmatch(gap) is not None
    return False
