"""When a community was founded: 2003年3月成立, 成立于1984年, 2018年10月入住，次年3月挂牌."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from casekit.cases.wording import Wording

# Each way to write it begins with a plain character, so that the engine can skip to where one stands.
_YEAR = r"(?P<year>1[89]\d\d|20\d\d|次年|同年|当年)年?"
_DATE = rf"{_YEAR}[初底末]?(?:(?P<month>1[0-2]|0?[1-9]|十)月)?(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号])?[初底末]?"
_CHINESE_YEAR = re.compile(r"[一二][〇零○一二三四五六七八九]{3}(?=年)")
# Its first character is no look back, so that the engine can skip to it.
_CHINESE_MONTH = re.compile(r"年(?:十[一二]|[一二三四五六七八九])(?=月)")
_MONTHS = str.maketrans("十一二三四五六七八九", "1123456789")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_ANY_YEAR = re.compile(r"((?:1[89]|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class Founding:
    """The day, month or year, in ISO form, and where it stands."""

    start: int
    end: int
    date: str


class FoundingFinder:
    """Dates tied to one of the words for founding in rules/places.yaml and places-words.yaml."""

    def __init__(self, wording: Wording) -> None:
        near = wording.near.founding
        self._joined, self._subject = near.joined, near.subject
        words = "|".join(re.escape(word) for word in wording.founded)
        self._worded = re.compile(words or "(?!)")
        self._word_first = re.compile(rf"(?:{words})[于時时]?(?:间(?:为|是|：|:))?(?:在|：|:)?{_DATE}")
        self._date_first = re.compile(rf"{_DATE}{near.between}[“\"]?(?:{words})[”\"]?(?:而来)?{near.no_object}")
        self._otherwise = re.compile(f"{_DATE}{near.otherwise}")

    def find(self, text: str, ends: Collection[int] = ()) -> Iterator[Founding]:
        """Foundings whose subject can be a community; other things (食堂, 服务队) have their own noun before it.

        `ends` are the offsets where names of places end: a founding right behind one is its own (棉纺大院建于1988年).
        """
        if "年" not in text or not (self._worded.search(text) or self._joined.search(text)):
            return
        text = _CHINESE_YEAR.sub(lambda year: year.group().translate(_DIGITS), text)
        text = _CHINESE_MONTH.sub(lambda month: month.group().translate(_MONTHS), text)
        seen: list[Founding] = []
        for pattern in (self._word_first, self._date_first, self._otherwise):
            for found in pattern.finditer(text):
                at = found.start()
                own = at in ends or self._subject.search(text, max(0, at - 8), at) is not None
                known = any(other.start <= at < other.end for other in seen)
                if own and not known and (date := _iso(found, text)):
                    seen.append(Founding(at, found.end(), date))
                    yield seen[-1]


def _iso(found: re.Match[str], text: str) -> str | None:
    year = found["year"]
    if not year.isdigit():
        earlier = _ANY_YEAR.findall(text, max(0, found.start() - 60), found.start())
        if not earlier:
            return None
        year = str(int(earlier[-1]) + (year == "次年"))
    parts = [year, *("10" if part == "十" else part.zfill(2) for part in (found["month"], found["day"]) if part)]
    return "-".join(parts)
