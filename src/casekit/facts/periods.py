"""Which time phrase scopes a quantity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from casekit.core import Span
from casekit.quantities import Period


def period_of(periods: Sequence[Period], sentence: Span, at: int) -> Period | None:
    """The last time phrase of the sentence before `at`, None where there is none; `periods` are in text order."""
    end = min(at, sentence.end)
    for number in range(bisect_left(periods, end, key=attrgetter("start")) - 1, -1, -1):
        period = periods[number]
        if period.start < sentence.start:
            return None
        if period.end <= end:
            return period
    return None
