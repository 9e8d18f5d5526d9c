"""Stretches of time that a comparison may be limited to: a year, a month, a day, or from one to another."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from casekit.core import CasekitError

_DATE = re.compile(r"(\d{4})(?:[-年.](\d{1,2})(?:[-月.](\d{1,2})日?)?月?|年)?")


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day, both included."""

    first: date
    last: date


def read_span(text: str) -> Span:
    """The days that a phrase of the command line means; raises CasekitError where it means none.

    >>> read_span("2023"), read_span("2024-02..2024-03").last
    (Span(first=datetime.date(2023, 1, 1), last=datetime.date(2023, 12, 31)), datetime.date(2024, 3, 31))
    """
    first, dots, last = text.partition("..")
    start, end = _days(first, text), _days(last if dots else first, text)
    if end.last < start.first:
        raise CasekitError(f'--period "{text}" ends before it begins')
    return Span(start.first, end.last)


def facts_within(facts: pd.DataFrame, span: Span) -> pd.Series:
    """True where a fact's period meets the span; a fact without period is judged by its report's date."""
    first, last = np.datetime64(span.first), np.datetime64(span.last)
    start = facts["period_start"].fillna(facts["date"])
    end = facts["period_end"].fillna(facts["date"])
    return (start <= last) & (end >= first)


def _days(text: str, whole: str) -> Span:
    found = _DATE.fullmatch(text.strip())
    if found is None:
        raise CasekitError(f'--period "{whole}" is no time; write 2023, 2023-05, 2023-05-01 or 2021..2023')
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return Span(date(year, month, day), date(year, month, day))
        if month:
            return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Span(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        raise CasekitError(f'--period "{whole}" is no day of the calendar') from None
