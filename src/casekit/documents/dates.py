"""Words that hold a date in, the day out."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_DIGITS = {**{ord(c): str(i) for i, c in enumerate("〇一二三四五六七八九")}, ord("○"): "0", ord("零"): "0"}
_WIDE = {0xFF10 + i: 0x30 + i for i in range(10)}
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_HANZI = re.compile(
    r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_CHINA = timedelta(hours=8)
_LATEST_YEAR = 2100


def find_day(words: str) -> date | None:
    """The first full date in the words, None where there is none that a calendar knows.

    >>> find_day("2024-11-06 09:32:15"), find_day("二〇二四年十二月二十日"), find_day("2024年13月1日")
    (datetime.date(2024, 11, 6), datetime.date(2024, 12, 20), None)
    """
    words = words.translate(_WIDE)
    for found in _DAY.finditer(words):
        day = _day(*map(int, found.groups()))
        if day:
            return day
    spelled = _HANZI.search(words)
    if spelled:
        year, month, day_ = spelled.groups()
        return _day(int(year.translate(_DIGITS)), _small(month), _small(day_))
    return None


def find_day_in_name(name: str) -> date | None:
    """The date in the name of a file, packed or with separators.

    >>> find_day_in_name("20241106-社区.txt"), find_day_in_name("第3期_2024.11.06.docx")
    (datetime.date(2024, 11, 6), datetime.date(2024, 11, 6))
    """
    packed = _PACKED.search(name)
    return find_day(name.replace("_", "-")) or (_day(*map(int, packed.groups())) if packed else None)


def parse_day(value: object) -> date | None:
    """The day of a cell: a date, a time, words with a date, or seconds or milliseconds since 1970 (in China's time).

    >>> parse_day("2024-11-06T23:30:00+08:00"), parse_day(1730856735)
    (datetime.date(2024, 11, 6), datetime.date(2024, 11, 6))
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = str(value).strip() if value is not None else ""
    if re.fullmatch(r"1\d{9}(?:\d{3})?(?:\.0)?", words):
        seconds = float(words) if len(words.split(".")[0]) == 10 else float(words) / 1000
        return (datetime.fromtimestamp(seconds, UTC) + _CHINA).date()
    return find_day(words) or find_day_in_name(words)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year <= _LATEST_YEAR else None
    except ValueError:
        return None


def _small(words: str) -> int:
    """十二 is 12, 二十 is 20, 二十一 is 21."""
    tens, ten, ones = words.rpartition("十")
    number = int(ones.translate(_DIGITS)) if ones else 0
    return number + (10 * (int(tens.translate(_DIGITS)) if tens else 1) if ten else 0)
