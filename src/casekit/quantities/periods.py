"""Time phrases of a text as written, with their days where text and day of the report make them certain."""

from __future__ import annotations

import re
from bisect import bisect_left
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
_HEADS = "几多数自从截到至上下前首第"
_OPEN_END = "(?:以来|至今|到现在|以后|之后)"
_BEFORE = r"截至到?|截止到?|自从?|从|到(?=\d{4}年(?!的)|[今去明]年(?!的))|至(?=\d|[今去明]年)"
_AFTER = "以来|至今|到现在|开始|起(?![来码到床立身居草诉])|以后|之后|期间|之前|前(?![往景列进后者三十百])"
_SINCE = ("以来", "起", "开始", "至今", "到现在", "以后", "之后")
_UNTIL = ("截至", "截止到", "截止", "截至到", "到", "至")


class PeriodFinder:
    """Finds time phrases with the words of `rules/periods.yaml`."""

    def __init__(self, words: PeriodWords) -> None:
        years = dict(words.years)
        self._almanac = Almanac(years)
        self._now = frozenset(words.now)
        point = point_pattern(years, words.seasons)
        events, loose = trie_pattern(words.events), trie_pattern((*words.now, *words.loose))
        ahead, behind = trie_pattern(words.before_count), trie_pattern(words.after_count)
        heads = {w[0] for w in (*words.events, *words.now, *words.loose, *words.before_count, *years)}
        # Most characters of a text begin no time phrase; one look at them spares all that follows.
        first = re.escape("".join(sorted(heads | set(f"0123456789{HAN}{_HEADS}"))))
        self._pattern = re.compile(
            rf"(?=[{first}])(?:(?P<since>(?:自从?|从)(?:{point})?[^{_STOPS}]{{0,12}}?{events}{_OPEN_END})"
            rf"|(?P<event>{events}{_OPEN_END})"
            rf"|(?P<before>{_BEFORE})?{BLANK}(?P<point>{point})"
            rf"(?:{BLANK}{RANGE}{BLANK}(?P<to>{point}|今))?(?P<after>{_AFTER})?"
            rf"|(?P<loose>{loose})"
            rf"|(?P<count>{ahead}{_COUNT}(?:{behind})?|{_COUNT}{behind}(?![{HAN}\d])))"
        )

    def find(self, text: str, published: date | None) -> list[Period]:
        """The time phrases in order; no two overlap."""
        folded = fold(text)
        found: list[Period] = []
        carried, sentence = 0, -1
        ends = [m.start() for m in _SENTENCE_ENDS.finditer(folded)]
        for match in self._pattern.finditer(folded):
            now_in = bisect_left(ends, match.start())
            if now_in != sentence:
                carried, sentence = 0, now_in
            days = self._days(match, published, carried)
            carried = self._almanac.year_of(match["point"], published) or carried if match["point"] else carried
            start, end = match.span()
            found.append(Period(start, end, text[start:end], days.first, days.last))
        return found

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
