"""Days of the calendar: what a written year, month or day covers."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from casekit.core.settled import settled
from casekit.quantities.numerals import read_numeral


@settled
@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included; None where a side is open or unknown."""

    first: date | None = None
    last: date | None = None


OPEN = Days()


def days_of_year(year: int) -> Days:
    """The whole year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def days_of_months(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last day of another; open where these are no months.

    >>> days_of_months(2024, 1, 2).last
    datetime.date(2024, 2, 29)
    """
    if not 1 <= first <= last <= 12:
        return OPEN
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def day_of(year: int, month: int, day: int) -> Days:
    """One day; open where the calendar has none such."""
    try:
        found = date(year, month, day)
    except ValueError:
        return OPEN
    return Days(found, found)


def third_of_month(year: int, month: int, part: str) -> Days:
    """上旬, 中旬 or 下旬 of a month."""
    whole = days_of_months(year, month, month)
    if whole.first is None or whole.last is None:
        return OPEN
    ends = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, whole.last.day)}
    first, last = ends[part]
    return Days(date(year, month, first), date(year, month, last))


@lru_cache(maxsize=2048)
def whole_number(written: str) -> int:
    """A written month, day or year as a number, 0 where it is none.

    >>> whole_number("十二"), whole_number("二〇二四"), whole_number("廿三")
    (12, 2024, 23)
    """
    if written.isdecimal():
        return int(written) if len(written) < 5 else 0
    numeral = read_numeral(written)
    return int(numeral.value) if numeral and numeral.low is None and numeral.value < 10_000 else 0
