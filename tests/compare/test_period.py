"""Stretches of time on the command line."""

from __future__ import annotations

from datetime import date

import pytest

from casekit.compare.period import Span, read_span
from casekit.core import CasekitError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023年", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-05-01", date(2023, 5, 1), date(2023, 5, 1)),
        ("2021..2023-06", date(2021, 1, 1), date(2023, 6, 30)),
    ],
)
def test_phrases(text: str, first: date, last: date) -> None:
    assert read_span(text) == Span(first, last)


@pytest.mark.parametrize("text", ["", "去年", "2023-13", "2023-02-30", "2023..2021", "23"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(CasekitError, match="--period"):
        read_span(text)
