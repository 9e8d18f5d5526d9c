"""Dates and times of day: what they look like, and whether a number is part of one."""

from __future__ import annotations

import re

from casekit.quantities.grammar import DATES, DATES_WITH, TIMES, YEAR
from casekit.quantities.site import Found, Site

_DATE = re.compile(DATES)
# The dates that figures with this unit after them may begin.
DATE_WITH = {unit: re.compile(pattern).match for unit, pattern in DATES_WITH.items()}
_TIME = re.compile(TIMES)
_YEAR = re.compile(rf"{YEAR}年?度?(?:.{{1,2}}{YEAR}年度?)?")
_YEAR_LENGTH = len("2024年")
# A two-figure year stands after a word like 从 (从98年, 自08年起); elsewhere 20年 is a duration.
_SHORT_YEAR = re.compile(r"\d{2}年(?!多|来|间|里|内|前|后|以|的|之|了)")
SHORT_BEFORE = frozenset("从到在于自至截")
_UNITS = frozenset(["年", "月", "日", "点", "年代", "世纪", "号", "晚"])
_AFTER = frozenset("时:：-/—~～–－至到、和点.·年月日号世")


def read_calendar(site: Site) -> Found | None:
    """The date or time that begins at the site, or None."""
    if site.tail.unit.word not in _UNITS and site.after not in _AFTER:
        return None
    text, start = site.text, site.start
    if found := _TIME.match(text, start):
        return None if found.end() < site.middle else Found(start, found.end(), "time")
    if day := dated(text, start, site.middle):
        return Found(start, *day)
    if site.tail.unit.word == "年" and site.before in SHORT_BEFORE and (found := _SHORT_YEAR.match(text, start)):
        return Found(start, found.end(), "year")
    return None


def dated(text: str, start: int, least: int) -> tuple[int, str] | None:
    """Where the date ends that begins at `start`, and whether it is a year or a date.

    One that ends before `least`, inside the digits, is none (120月 is not 12月).
    """
    found = _DATE.match(text, start)
    return None if found is None or found.end() < least else (found.end(), year_or_date(text, start, found.end()))


def year_or_date(text: str, start: int, end: int) -> str:
    """The reason for a date that states no figure.

    >>> year_or_date("2024年3月", 0, 5), year_or_date("2024年3月", 0, 7)
    ('year', 'date')
    """
    last = text[end - 1]
    lone = (last == "年" and end - start == _YEAR_LENGTH) or (last in "年度" and _YEAR.fullmatch(text, start, end))
    return "year" if lone else "date"
