"""Which time phrase scopes a quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from casekit.core import Span
from casekit.quantities import Period

# How a text tells when a place came to be: it says nothing of the figures in the clauses that follow.
_BEGUN = (
    r"(?:成立|组建|设立|始建|建成|建立|建起|创建|创办|挂牌|揭牌|启用|投用|投入使用|落成|竣工|交付|合并|撤村建居|村改居)"
)
_AFTER = re.compile(
    rf"\s*(?:正式|才|由[^，。；,;]{{1,20}}?|经[^，。；,;]{{1,12}}?|从[^，。；,;]{{1,16}}?|挂牌|合并|整合|新|划出){{0,3}}{_BEGUN}"
    r"(?:[起了的]|挂牌|使用|入住|而成|[^，。；,;\d]{0,6}(?=的))*(?P<rest>[，。；,;（）()])"
)
_BEFORE = re.compile(rf"(?:{_BEGUN}|[始新]?建)(?:时间)?[于在是为：:]?\s*$")
_CLAUSE = re.compile(r"[，。；,;（）()\n]")
_REACH = 60


def period_of(periods: Sequence[Period], sentence: Span, at: int, text: str = "") -> Period | None:
    """The last time phrase of the sentence before `at`, None where there is none; `periods` are in text order.

    With `text` a date of founding that stands in an earlier clause is passed over: in 社区成立于2008年9月，
    少数民族占18% the share is of no September.
    """
    end = min(at, sentence.end)
    for number in range(bisect_left(periods, end, key=attrgetter("start")) - 1, -1, -1):
        period = periods[number]
        if period.start < sentence.start:
            return None
        if period.end <= end and not _tells_founding(text, period, sentence, end):
            return period
    return None


def _tells_founding(text: str, period: Period, sentence: Span, at: int) -> bool:
    """True where the phrase dates a founding and its clause ends before `at`."""
    after = _AFTER.match(text, period.end, min(len(text), period.end + _REACH))
    if after is not None:
        return after.start("rest") < at
    before = text[max(sentence.start, period.start - 8) : period.start]
    return _BEFORE.search(before) is not None and _CLAUSE.search(text, period.end, at) is not None
