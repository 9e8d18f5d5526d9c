"""Words that make a figure a rate: 年均, 每人每月, 元/平方米."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from casekit.core.settled import settled
from casekit.quantities.folding import fold
from casekit.quantities.tables import Tables, load_tables
from casekit.quantities.trie import trie_pattern

# Where several stand together the first of these decides.
_RANK = ("餐", "次", "小时", "日", "周", "月", "季度", "年")


@settled
@dataclass(frozen=True, slots=True)
class Rate:
    """A cue with its span; `per` is what one counts for: 年 月 日 次 餐 人 户 ..."""

    start: int
    end: int
    text: str
    per: str


class RateFinder:
    """Finds the cues of some tables."""

    def __init__(self, tables: Tables) -> None:
        self._per = dict(tables.rates)
        cue = trie_pattern(self._per)
        self._pattern = re.compile(f"{trie_pattern(self._per, searched=True)}(?:{cue})*")
        self._cue = re.compile(cue)

    def find(self, text: str) -> list[Rate]:
        """The rates of the text in order; cues that touch are one rate."""
        folded = fold(text)
        rates: list[Rate] = []
        for found in self._pattern.finditer(folded):
            cues = [self._per[m[0]] for m in self._cue.finditer(found[0])]
            per = min(cues, key=lambda c: _RANK.index(c) if c in _RANK else len(_RANK))
            rates.append(Rate(found.start(), found.end(), text[found.start() : found.end()], per))
        return rates


@lru_cache(maxsize=4)
def _finder(tables: Tables) -> RateFinder:
    return RateFinder(tables)


def find_rates(text: str, tables: Tables | None = None) -> list[Rate]:
    """The words of a text that make figures rates, in order.

    >>> [(r.text, r.per) for r in find_rates("人均每月领300元，年均举办20场")]
    [('人均每月', '月'), ('年均', '年')]
    """
    return _finder(tables or load_tables()).find(text)
