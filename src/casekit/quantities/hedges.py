"""Hedges that stand before a number, touching it or a few words away."""

from __future__ import annotations

import re

from casekit.quantities.grammar import hedge_pattern
from casekit.quantities.tables import Hedge, Tables

# Farther than this no hedge bears on a number.
REACH = 16
_GAP = re.compile(r"[^，。；！？：、,;!?\n“”（）()\d]{0,14}")
_FAR = 1 << 60
HedgeSpan = tuple[int, int, Hedge]


class HedgeFinder:
    """Finds the hedges of some tables."""

    def __init__(self, tables: Tables) -> None:
        self._pattern = hedge_pattern(tables)
        self.hedges = tuple(h for h in tables.hedges if h.side == "before")
        self._hedges = {h.word: h for h in self.hedges}
        self._beyond: HedgeSpan = (_FAR, _FAR, next(iter(self.hedges), Hedge("", "before", "about")))

    def find(self, text: str) -> list[HedgeSpan]:
        """All hedge words of the text in order, closed by one beyond every text; not yet weighed."""
        hedges = self._hedges
        found: list[HedgeSpan] = [(m.start(), m.end(), hedges[m[0]]) for m in self._pattern.finditer(text)]
        found.append(self._beyond)
        return found


def hedge_reaches(text: str, span: HedgeSpan, start: int) -> bool:
    """True where the hedge bears on the number at `start`."""
    at, end, hedge = span
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
