"""Which time phrase scopes a quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from casekit.core import Span
from casekit.quantities import Period
from casekit.rulebook.lexicon import Lexicon

# What ends the clause that tells how a place came to be: it says nothing of the figures in the clauses that follow.
_CLAUSE = re.compile(r"[，。；,;（）()\n]")
_REACH = 60


class Dater:
    """Chooses time phrases, by the words for founding in rules/lists/facts.yaml."""

    def __init__(self, words: Lexicon) -> None:
        begun, before = words.any("成立词"), words.any("成立前词")
        self._after = re.compile(
            rf"\s*(?:{before}|由[^，。；,;]{{1,20}}?|经[^，。；,;]{{1,12}}?|从[^，。；,;]{{1,16}}?){{0,3}}{begun}"
            rf"(?:[起了的]|{words.any('成立后词')}|[^，。；,;\d]{{0,6}}(?=的))*(?P<rest>[，。；,;（）()])"
        )
        self._before = re.compile(rf"(?:{begun}|{words.any('建字词')})(?:时间)?[于在是为：:]?\s*$")

    def period_of(self, periods: Sequence[Period], sentence: Span, at: int, text: str = "") -> Period | None:
        """The last time phrase of the sentence before `at`, None where there is none; `periods` are in text order.

        With `text` a date of founding that stands in an earlier clause is passed over: in 社区2008年9月才挂牌，
        少数民族占18% the share is of no September.
        """
        end = min(at, sentence.end)
        for number in range(bisect_left(periods, end, key=attrgetter("start")) - 1, -1, -1):
            period = periods[number]
            if period.start < sentence.start:
                return None
            if period.end <= end and not self._tells_founding(text, period, sentence, end):
                return period
        return None

    def _tells_founding(self, text: str, period: Period, sentence: Span, at: int) -> bool:
        """True where the phrase dates a founding and its clause ends before `at`."""
        after = self._after.match(text, period.end, min(len(text), period.end + _REACH))
        if after is not None:
            return after.start("rest") < at
        before = text[max(sentence.start, period.start - 8) : period.start]
        return self._before.search(before) is not None and _CLAUSE.search(text, period.end, at) is not None
