"""Where the focus stands at an offset."""

from __future__ import annotations

from bisect import bisect_right

from casekit.cases.case import CaseReading, Focus


def focus_at(reading: CaseReading, offset: int) -> Focus | None:
    """The last focus that starts at or before `offset` of the clean text, None where none does."""
    at = bisect_right(reading.foci, offset, key=lambda focus: focus.start) - 1
    return reading.foci[at] if at >= 0 else None
