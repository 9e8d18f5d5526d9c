"""Which time phrase scopes a quantity."""

from __future__ import annotations

from collections.abc import Sequence

from casekit.core import Span
from casekit.quantities import Period


def period_of(periods: Sequence[Period], sentence: Span, at: int) -> Period | None:
    """The last time phrase of the sentence before `at`, else the first one after it, else None."""
    inside = [p for p in periods if sentence.start <= p.start and p.end <= sentence.end]
    before = [p for p in inside if p.end <= at]
    return before[-1] if before else None
