"""Time phrases of a text as written, with their days where text and day of the report make them certain."""

from __future__ import annotations

import re
from datetime import date

from casekit.quantities.days import OPEN, Days
from casekit.quantities.folding import fold
from casekit.quantities.grammar import BLANK, HAN, RANGE
from casekit.quantities.quantity import Period
from casekit.quantities.tables import PeriodWords
from casekit.quantities.timepoints import Almanac, point_pattern
from casekit.quantities.trie import trie_pattern

_SENTENCE_ENDS = re.compile("[。！？；\n]")
_COUNT = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}}|几|多|数|数十)(?:余|多)?个?(?:多)?(?:年|月|周|星期|天|季度|学期)(?:多)?"
_STOPS = "，。；！？、：\\n"
_OPEN_ENDS = ("以来", "至今", "到现在", "以后", "之后")
_OPEN_END = f"(?:{'|'.join(_OPEN_ENDS)})"
_BEFORE = r"截至到?|截止到?|自从?|从|到(?=\d{4}年(?!的)|[今去明]年(?!的))|至(?=\d|[今去明]年)"
_AFTER = "以来|至今|到现在|开始|起(?![来码到床立身居草诉])|以后|之后|期间|之前|前(?![往景列进后者三十百])"
_SINCE = ("以来", "起", "开始", "至今", "到现在", "以后", "之后")
_UNTIL = ("截至", "截止到", "截止", "截至到", "到", "至")
# What a time phrase may begin with beside the words of the lists: numerals, and what stands before a point of time.
_COUNTERS = f"0123456789{HAN}几多数"
_HEADS = (
    *("截至", "截止", "上半年", "下半年"),
    *(f"{till}{c}" for till in "到至" for c in "0123456789今去明"),
    *(f"{head}{c}" for head in "第前首" for c in _COUNTERS),
)
_MOST_KNOWN = 50_000

Groups = tuple[str | None, ...]


class PeriodFinder:
    """Finds time phrases with the words of `rules/periods.yaml`."""

    def __init__(self, words: PeriodWords) -> None:
        years = dict(words.years)
        self._almanac = Almanac(years)
        self._now = frozenset(words.now)
        point = point_pattern(years, words.seasons)
        events, loose = trie_pattern(words.events), trie_pattern((*words.now, *words.loose))
        ahead, behind = trie_pattern(words.before_count), trie_pattern(words.after_count)
        self._opening = _opening(words)
        self._events = frozenset(words.events)
        self._event_lengths = sorted({len(event) for event in words.events})
        self._pattern = re.compile(
            rf"(?P<since>(?:自从?|从)(?:{point})?[^{_STOPS}]{{0,12}}?{events}{_OPEN_END})"
            rf"|(?P<event>{events}{_OPEN_END})"
            rf"|(?P<before>{_BEFORE})?{BLANK}(?P<point>{point})"
            rf"(?:{BLANK}{RANGE}{BLANK}(?P<to>{point}|今))?(?P<after>{_AFTER})?"
            rf"|(?P<loose>{loose})"
            rf"|(?P<count>{ahead}{_COUNT}(?:{behind})?|{_COUNT}{behind}(?![{HAN}\d]))"
        )
        # The same few phrases make up most of the news: 目前, 今年, 近年来, 23日.
        self._known: dict[tuple[Groups, date | None, int], tuple[Days, int]] = {}

    def find(self, text: str, published: date | None) -> list[Period]:
        """The time phrases in order; no two overlap."""
        folded = fold(text)
        match_at, known = self._pattern.match, self._known
        found: list[Period] = []
        carried = done = 0
        for start in self._starts(folded):
            if start < done or (match := match_at(folded, start)) is None:
                continue
            if carried and _SENTENCE_ENDS.search(folded, done, start):
                carried = 0
            key = (match.groups(), published, carried)
            days, carried = known.get(key) or self._learn(key, match)
            done = match.end()
            found.append(Period(start, done, text[start:done], days.first, days.last))
        return found

    def _starts(self, folded: str) -> list[int]:
        """Where time phrases may begin, in order.

        Events are many and begin like any word, so they are looked for only before the few words that make them time.
        """
        starts = [opening.start() for opening in self._opening.finditer(folded)]
        events: set[int] = set()
        for end in _OPEN_ENDS:
            at = folded.find(end)
            while at >= 0:
                events.update(at - n for n in self._event_lengths if n <= at and folded[at - n : at] in self._events)
                at = folded.find(end, at + 1)
        return sorted({*starts, *events}) if events else starts

    def _learn(self, key: tuple[Groups, date | None, int], match: re.Match[str]) -> tuple[Days, int]:
        """The days of a phrase, and the year that holds from it on to the end of the sentence; remembered."""
        _, published, carried = key
        days = self._days(match, published, carried)
        if match["point"]:
            carried = self._almanac.year_of(match["point"], published) or carried
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known[key] = days, carried
        return days, carried

    def _days(self, match: re.Match[str], published: date | None, carried: int) -> Days:
        if match["loose"]:
            return Days(None, published) if match["loose"] in self._now else OPEN
        if match["since"] or match["event"]:
            return Days(None, published)
        if not match["point"]:
            return OPEN
        days = self._almanac.days(match["point"], published, carried)
        if match["to"] == "今":
            return Days(days.first, published)
        if match["to"]:
            year = self._almanac.year_of(match["point"], published) or carried
            days = Days(days.first, self._almanac.days(match["to"], published, year).last)
        before, after = match["before"] or "", match["after"] or ""
        if after in _SINCE or (before in ("自", "从", "自从") and not match["to"] and not after):
            begun = published is None or days.first is None or days.first <= published
            return Days(days.first, published if begun else None)
        if before in _UNTIL:
            return Days(None, days.last)
        if after in ("前", "之前"):
            return Days(None, days.first)
        return days


def _opening(words: PeriodWords) -> re.Pattern[str]:
    """Where a time phrase may begin, by its word or by a numeral with a unit of time close by.

    The first character is a plain set, which the engine finds fast; all the rest is a look at both sides of it. Each
    branch of the look ahead begins with its characters, so that the engine passes over it without a trial.
    """
    heads = {*words.now, *words.loose, *(year for year, _ in words.years), *_HEADS}
    heads |= {word + c for word in words.before_count for c in _COUNTERS}
    unit, joint = "[年月周星天季学]", f"{RANGE}{BLANK}[{_COUNTERS}]"
    timed = rf"{unit}|[余多]个?多?{unit}|个多?{unit}|[ \u3000\xa0](?:[年月季]|{joint})|{joint}"
    worded = re.escape("".join(sorted({word[0] for word in heads})))
    return re.compile(
        rf"[自从{_COUNTERS}{worded}](?:(?<=[{_COUNTERS}])(?=[{_COUNTERS}]{{0,3}}(?:{timed}))|(?<=[自从])"
        rf"|(?<=[{worded}])(?<=(?={trie_pattern(heads, searched=True)}).))"
    )
