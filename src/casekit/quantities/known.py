"""What a number with its unit is known to be by itself, and beside what that has to be weighed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from casekit.quantities.amount import Amount
from casekit.quantities.calendar import SHORT_BEFORE
from casekit.quantities.careful import AND, COUNTED_ONE, SINGLE, Weigher
from casekit.quantities.doubts import AGES, HOURS, MEETINGS, NIGHTS, TIMES
from casekit.quantities.numerals import Numeral
from casekit.quantities.tables import Cues, Tables
from casekit.quantities.tails import Tail, Tails
from casekit.quantities.wordlist import WordList

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Beside these characters even a plain number with a plain unit may be part of something else.
ODD_LEFT = frozenset(f"第前头首负-+￥¥数几村社屯寨./_@#=&0123456789{LETTERS}")
_ODD_FIGURES = ODD_LEFT | {"%"}
ODD_RIGHT = frozenset("-~—–－至到0123456789角毛 \u3000\xa0/+")
# After a numeral without a unit these begin something that still belongs to it: 三、 三是 三点 三分之一 三楼.
_GOES_ON = frozenset(f"、半成分比时年月日点:：·后+.．（）(){LETTERS}路")
# Before figures without a unit these begin something with them.
_GOES_BEFORE = frozenset("：: \u3000\xa0（([【〔%")
_STRONG = frozenset("强对号世和∶")
_COUNTED = frozenset("一二两三四五六七八九十")
_SEPARATOR = re.compile(r"[,，\xa0]")
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
# Behind these an age or a time may be the average of many: 平均年龄58岁, 平均年龄还不到25岁, 平均用时2天.
_AVERAGING = ODD_LEFT | frozenset("龄数均有到是为在足约近过超仅才只达平低高于至时候长间需要")
_LONGEST = 16
# So many are remembered; then the memory starts afresh.
_MOST = 20_000


class Known(NamedTuple):
    """A figure (an `amount`) or none (a `reason`); neither where only the surroundings tell.

    It holds where none of the characters `before` and `after` stands beside the number. `joins` and `begins` are the
    characters before and after it with which it may be part of a listed word, `begins` None for any after it.
    """

    amount: Amount | None = None
    reason: str = ""
    before: frozenset[str] = ODD_LEFT
    after: frozenset[str] = ODD_RIGHT
    joins: frozenset[str] = frozenset()
    begins: frozenset[str] | None = frozenset()


_NOTHING = Known()


class Knower(dict[tuple[str, str], Known]):
    """What is known of digits with what is written right after them; what was asked for once is remembered."""

    def __init__(self, tables: Tables, weigher: Weigher, words: WordList, tails: Tails) -> None:
        super().__init__()
        cues, self._weigher, self._words, self._tails = tables.cues, weigher, words, tails
        self._place_units = frozenset(cues.place_units)
        self._places = ODD_RIGHT | _firsts(cues.place_after)
        self._meetings = ODD_RIGHT | _firsts(MEETINGS)
        hedges = _lasts(h.word for h in tables.hedges if h.side == "before")
        self._hours = _ODD_FIGURES | _lasts(cues.counted_hours)
        self._nights = _ODD_FIGURES | _lasts(cues.nights_held) | hedges
        self._short_years = _ODD_FIGURES | SHORT_BEFORE
        odd = ODD_LEFT | hedges
        self._held = {"期": odd | _lasts(cues.terms_held), "届": odd | _lasts(cues.sessions_held)}
        self._bare_before = ODD_LEFT | _GOES_BEFORE | _lasts((*cues.counters, *cues.labels, *cues.first))
        self._on = ODD_RIGHT | goes_on(cues)
        self._bare_after = self._on | _STRONG | _firsts((*cues.lines_after, *cues.method_after))

    def __missing__(self, key: tuple[str, str]) -> Known:
        if len(self) > _MOST:
            self.clear()
        run, written = key
        known = self._know(run, self._tails[written])
        if run > ":":
            known = Known(*known[:4], *self._words.beside(run + written))
        self[key] = known
        return known

    def _know(self, run: str, tail: Tail) -> Known:
        han = not run[0].isascii()
        if not tail.written:
            return self._bare(run, tail, han)
        if _SEPARATOR.search(run) or (run[0] == "0" and run[:2] != "0."):
            return _NOTHING
        if tail.unit.reason in ("duration", "age", "anniversary"):
            return self._lasting(run, tail, han)
        numeral = self._numeral(run, tail)
        if numeral is None:
            return _NOTHING
        return self._doubtful(numeral, tail, han) or self._counted(run, numeral, tail, han)

    def _bare(self, run: str, tail: Tail, han: bool) -> Known:
        """Digits alone: one Chinese numeral is part of a word, figures count where they are no year and no code."""
        if han:
            return Known(reason="word", after=self._on) if run in SINGLE else _NOTHING
        if len(run) > 6 or run[0] == "0" or _YEAR_LIKE.match(run) or _SEPARATOR.search(run):
            return _NOTHING
        numeral = self._numeral(run, tail)
        return Known(Amount(numeral, tail.unit), "", self._bare_before, self._bare_after) if numeral else _NOTHING

    def _lasting(self, run: str, tail: Tail, han: bool) -> Known:
        """Durations and ages."""
        if tail.unit.word in AGES or tail.unit.word in TIMES:
            return Known(reason=tail.unit.reason, before=_AVERAGING)
        if tail.unit.word in NIGHTS:
            return Known(reason=tail.unit.reason, before=self._nights)
        if run in _COUNTED if han else tail.unit.word != "年":
            return Known(reason=tail.unit.reason)
        if not han and run.isdecimal() and len(run) < 4:
            return Known(reason=tail.unit.reason, before=self._short_years)
        return _NOTHING

    def _doubtful(self, numeral: Numeral, tail: Tail, han: bool) -> Known | None:
        """Units that mean something else beside some words: hours, terms and sessions."""
        word = tail.unit.word
        if word in HOURS and numeral.value < 100:
            return Known(reason="duration", before=self._hours)
        if han and word in self._held:
            return Known(reason="ordinal", before=self._held[word])
        if not han and tail.unit.reason == "grade":
            return Known(reason="grade", before=_ODD_FIGURES)
        return None

    def _counted(self, run: str, numeral: Numeral, tail: Tail, han: bool) -> Known:
        """Figures, as far as the unit leaves no doubt; 一个 and its like are none."""
        unit = tail.unit
        meets = unit.word == "次"
        if not (tail.safe or meets):
            return _NOTHING
        after = self._meetings if meets else ODD_RIGHT
        if run == "一" and unit.kind != "金额" and not (tail.inner or tail.policy or unit.kind in COUNTED_ONE):
            return Known(reason="indefinite", before=ODD_LEFT | AND, after=after)
        if run in SINGLE and unit.figures and not tail.inner:
            return Known(reason="word")
        if numeral.bare or (han and _depends(run, tail)):
            return _NOTHING
        if run in SINGLE and unit.word in self._place_units:
            after = self._places
        return Known(Amount(numeral, unit, self._weigher.inside(numeral) or tail.policy), after=after)

    def _numeral(self, run: str, tail: Tail) -> Numeral | None:
        return self._weigher.numeral(run, tail.inner) if len(run) <= _LONGEST else None


def _depends(run: str, tail: Tail) -> bool:
    """True where a Chinese numeral with this unit is a figure in some surroundings only."""
    unit = tail.unit
    named = run in SINGLE and (unit.figures or bool(tail.inner))
    return named or unit.kind == "金额" or (run == "一" and unit.kind in COUNTED_ONE)


def goes_on(cues: Cues) -> frozenset[str]:
    """The characters that may make more of a numeral without a unit: 三、 三是 三点 三分之一 三楼."""
    return _GOES_ON | _firsts((*cues.built, *cues.points))


def _firsts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[0] for word in words)


def _lasts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[-1] for word in words)
