"""Points and stretches of time as a calendar writes them: 2024年3月, 去年上半年, 今年1—9月, 12月20日."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from casekit.quantities.days import (
    OPEN,
    Days,
    day_of,
    days_of_months,
    days_of_year,
    third_of_month,
    whole_number,
)
from casekit.quantities.grammar import BLANK, RANGE, YEAR
from casekit.quantities.trie import trie_pattern

_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|二十|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_HALVES = {"上半年": (1, 6), "下半年": (7, 12)}
_FIRST_QUARTERS = re.compile("前([两二三])个?季度")
_QUARTER = re.compile("第?([一二三四1-4])季度")
_FIRST_MONTHS = re.compile("[前首](.{1,2})个月")
_DAYS = re.compile(rf"({_MONTH})月({_DAY})日(?:{RANGE}(?:({_MONTH})月)?({_DAY})日)?")
_MONTHS = re.compile(rf"({_MONTH})(?:月份?)?{BLANK}(?:{RANGE}{BLANK}({_MONTH}))?月?(份|底|初|末|[上中下]旬)?")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def point_pattern(years: Mapping[str, int], seasons: tuple[str, ...]) -> str:
    """A point of time with a year, or one without that names a month or a half of the year."""
    year = rf"(?:{YEAR}(?:{BLANK}年度?|(?={BLANK}{RANGE}{BLANK}{YEAR}{BLANK}年))|{trie_pattern(years)})"
    month = rf"{_MONTH}(?:月(?:份)?)?(?:{BLANK}{RANGE}{BLANK}{_MONTH})?月(?:份|底|初|末|[上中下]旬)?"
    day = rf"{_MONTH}月{_DAY}日(?:{RANGE}(?:{_MONTH}月)?{_DAY}日)?"
    quarter = "(?:前[两二三]个?季度|第?[一二三四1-4]季度|[前首][一二三四五六七八九十两\\d]{1,2}个月)"
    within = rf"(?:{day}|{month}|{quarter}|[上下]半年|年?[底末初](?!级)|全年|{trie_pattern(seasons)})"
    return rf"(?:{year}(?:的?{BLANK}{within})?|{day}|{month}|{quarter}|[上下]半年)"


class Almanac:
    """Resolves points of time with the names of years and the day of the report."""

    def __init__(self, years: Mapping[str, int]) -> None:
        self._years = years
        self._year = re.compile(rf"(?P<written>{YEAR})(?:{BLANK}年度?)?|(?P<named>{trie_pattern(years)})")

    def year_of(self, point: str, published: date | None) -> int:
        """The year that the point names, 0 where it names none or the day of the report is not known."""
        found = self._year.match(point)
        if found is None:
            return 0
        if found["written"]:
            return whole_number(found["written"])
        return published.year + self._years[found["named"]] if published else 0

    def days(self, point: str, published: date | None, carried: int = 0) -> Days:
        """What the point covers; `carried` is the year that stands earlier in the sentence, 0 without one.

        >>> Almanac({}).days("2024年上半年", None).last
        datetime.date(2024, 6, 30)
        """
        found = self._year.match(point)
        year = self.year_of(point, published) if found else carried
        rest = point[found.end() :].lstrip("的 \u3000\xa0") if found else point
        if found and not year:
            return OPEN
        if not rest or rest == "全年":
            return days_of_year(year)
        if year:
            return _within(year, rest)
        return _past(rest, published)


def _past(rest: str, published: date | None) -> Days:
    """Days without a year are those of the year of the report where they are over on its day."""
    if published is None:
        return OPEN
    days = _within(published.year, rest)
    over = days.last is not None and days.last <= published
    current = days.first is not None and days.first <= published and rest.endswith(("月", "月份", "半年"))
    return days if over or current else OPEN


@lru_cache(maxsize=4096)
def _within(year: int, rest: str) -> Days:
    if rest in _HALVES:
        return days_of_months(year, *_HALVES[rest])
    if found := _FIRST_QUARTERS.match(rest):
        return days_of_months(year, 1, 6 if found[1] in "两二" else 9)
    if found := _QUARTER.match(rest):
        quarter = _QUARTERS[found[1]]
        return days_of_months(year, 3 * quarter - 2, 3 * quarter)
    if found := _FIRST_MONTHS.match(rest):
        return days_of_months(year, 1, whole_number(found[1]))
    if rest.strip("年") in ("底", "末"):
        return Days(None, date(year, 12, 31))
    if rest.strip("年") == "初":
        return Days(date(year, 1, 1), None)
    return _by_month(year, rest)


def _by_month(year: int, rest: str) -> Days:
    if found := _DAYS.match(rest):
        first = day_of(year, whole_number(found[1]), whole_number(found[2]))
        if not found[4]:
            return first
        last = day_of(year, whole_number(found[3] or found[1]), whole_number(found[4]))
        return Days(first.first, last.last)
    if found := _MONTHS.match(rest):
        first_month, part = whole_number(found[1]), found[3] or ""
        if part.endswith("旬"):
            return third_of_month(year, first_month, part)
        days = days_of_months(year, first_month, whole_number(found[2] or found[1]))
        if part in ("底", "末"):
            return Days(None, days.last)
        return Days(days.first, None) if part == "初" else days
    return OPEN
