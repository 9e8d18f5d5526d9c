"""Weighs one number with all that stands around it: a figure, or the reason why it is none."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from casekit.quantities.amount import HALF, Amount, span_of
from casekit.quantities.calendar import read_calendar
from casekit.quantities.doubts import Doubts
from casekit.quantities.grammar import BLANK, after_pattern
from casekit.quantities.labels import Labels
from casekit.quantities.money import in_yuan, read_coins
from casekit.quantities.numerals import Numeral, read_numeral
from casekit.quantities.ranges import JOINTS, RangeReader, merged, shared_scale
from casekit.quantities.shares import ALL, read_share
from casekit.quantities.site import STOPS, Found, Site, site_at
from casekit.quantities.tables import Tables, Unit
from casekit.quantities.tails import Tails

_GROUPED = re.compile(r"\d{1,3}(?:[,，\xa0]\d{3})+(?![,，\xa0\d])")
_SHARED = frozenset("分成半/ \u3000\xa0")
_SEPARATOR = re.compile(r"[,，\xa0]")
_VAGUE_HEADS = frozenset("十百千万亿")
SINGLE = frozenset("一二三四五六七八九两零〇")
# A counted 一 is only a way of saying "a"; measures with it are the base of a rate (一亩地收入3000元).
_YUAN_SIGNS = frozenset("￥¥")
_YUAN = Unit("元", "元", "金额")
# One thing behind these is counted where another number with a measure word stands before them.
AND = frozenset("、和及与同")
_NEAR = 16
_COUNTED = re.compile(
    r"[二两三四五六七八九十0-9][个座间所处条支家台辆部栋套面盏眼口][^，。；：、和0-9二两三四五六七八九十]{1,9}$"
)
COUNTED_ONE = frozenset({"倍数", "比例", "百分点"})


class Weigher:
    """Weighs numbers with the words of some tables."""

    def __init__(self, tables: Tables, scan: re.Pattern[str], tails: Tails) -> None:
        befores = [h.word for h in tables.hedges if h.side == "before"]
        self._labels, self._doubts = Labels(tables.cues), Doubts(tables.cues, befores)
        self._people_after = tables.cues.people_after
        self._ranges, self._tails = RangeReader(scan, tails), tails
        self._inside = {h.word: h.policy for h in tables.hedges if h.side == "inside"}
        self._after = re.compile(f"{BLANK}({after_pattern(tables)})")
        self._policies = {h.word: h.policy for h in tables.hedges if h.side == "after"}
        self._numerals: dict[str, Numeral | None] = {}

    def weigh(self, site: Site, hedged: bool) -> Found:
        """What the number at the site is; `hedged` where a hedge bears on it."""
        return (
            self._labels.read(site)
            or read_calendar(site)
            or self._labels.read_bare(site)
            or self._share(site)
            or self._number(site, hedged)
        )

    def numeral(self, run: str, inner: str) -> Numeral | None:
        """The numeral of digits and the vague word after them, read once."""
        written = run + inner
        if written not in self._numerals:
            if len(self._numerals) > 100_000:
                self._numerals.clear()
            self._numerals[written] = read_numeral(written)
        return self._numerals[written]

    def inside(self, numeral: Numeral) -> str:
        """The policy of the vague word inside the numeral, '' without one."""
        return self._inside.get(numeral.vague, "")

    def _share(self, site: Site) -> Found | None:
        if site.after not in _SHARED and not site.text.startswith(ALL, site.start):
            return None
        shared = read_share(site.text, site.start)
        if shared is None:
            return None
        end, amount = shared
        if after := self._after.match(site.text, end):
            end, amount = (
                after.end(),
                replace(amount, policy=amount.policy or self._policies[after[1]]),
            )
        return Found(site.start, end, "", amount)

    def _number(self, site: Site, hedged: bool) -> Found:
        if len(site.run) > 4:
            site = _without_false_groups(site, self._tails)
        numeral = self.numeral(site.run, site.tail.inner)
        if numeral is None:
            return Found(
                site.start,
                site.end if site.tail.unit.reason else site.middle,
                _unread(site),
            )
        if site.after in JOINTS and (found := self._joined(site, numeral)):
            return found
        return self._single(site, numeral, hedged)

    def _joined(self, site: Site, numeral: Numeral) -> Found | None:
        second = self._ranges.partner(site)
        if second is not None and (found := self._range(site, numeral, second)):
            return found
        second = self._ranges.neighbour(site)
        return self._pair(site, second) if second else None

    def _range(self, site: Site, numeral: Numeral, second: Site) -> Found | None:
        other = self.numeral(second.run, second.tail.inner)
        if other is None:
            return None
        if second.after == "成" and (tenths := self._share(second)) and tenths.amount:
            first = Amount(numeral.scaled(Decimal(10)), tenths.amount.unit)
            amount = span_of(first, tenths.amount, Decimal(1)) if not site.tail.written else None
            return None if amount is None else Found(site.start, tenths.end, "", amount)
        unit, reason = self._doubts.settle(second, other)
        if not reason and site.tail.unit.word:
            unit, reason = self._doubts.settle(site, numeral)
        if reason:
            return Found(site.start, second.end, reason) if numeral.value < other.value else None
        amount = span_of(Amount(numeral, unit), Amount(other, unit), shared_scale(site, second))
        return None if amount is None else Found(site.start, second.end, "", in_yuan(amount))

    def _pair(self, site: Site, second: Site) -> Found | None:
        numeral = read_numeral(site.run + second.run)
        if numeral is None or numeral.low is None:
            return None
        whole = merged(site, second)
        unit, reason = self._doubts.settle(whole, numeral)
        return Found(site.start, second.end, reason, None if reason else in_yuan(Amount(numeral, unit)))

    def _single(self, site: Site, numeral: Numeral, hedged: bool) -> Found:
        unit, reason = self._doubts.settle(site, numeral)
        coins = read_coins(site) if not reason and unit.kind == "金额" else None
        # 一块五 is an amount, 一块 a way of saying "a" or "together".
        reason = reason or ("" if coins else self._no_figure(site, numeral, hedged))
        if reason:
            vague = site.before in "数几" and reason == "vague"
            return Found(site.start - vague, site.end, reason)
        amount = Amount(numeral, unit, self._inside.get(numeral.vague, "") or site.tail.policy)
        if site.tail.unit.with_half:
            amount = amount.plus(HALF)
        if coins:
            return Found(site.start, coins[0], "", in_yuan(amount.plus(coins[1])))
        if site.before in _YUAN_SIGNS and unit.kind in ("", "金额"):
            return Found(site.start - 1, site.end, "", in_yuan(replace(amount, unit=_YUAN)))
        if _below_zero(site):
            return Found(site.start - 1, site.end, "", amount.negative())
        return Found(site.start, site.end, "", in_yuan(amount))

    def _no_figure(self, site: Site, numeral: Numeral, hedged: bool) -> str:
        run, tail = site.run, site.tail
        if site.in_figures:
            return ""
        if site.before in "数几" and run[0] in _VAGUE_HEADS:
            return "vague"
        if tail.inner and run in SINGLE:
            return "word"
        if not tail.unit.word:
            return "" if hedged or tail.inner or tail.policy else self._bare_han(site, numeral)
        one = tail.unit.kind in COUNTED_ONE or tail.unit.with_half
        if run == "一" and not (one or hedged or tail.policy or tail.inner):
            return "" if tail.unit.kind == "件数" and _set_against(site) else "indefinite"
        if numeral.bare and len(run) == 1 and not (hedged or tail.inner or tail.policy):
            return "vague"
        return ""

    def _bare_han(self, site: Site, numeral: Numeral) -> str:
        """Chinese numerals without a unit are a figure where they fill their place in the clause, or before people."""
        run = site.run
        if len(run) < 2 or numeral.bare or numeral.low is not None or not any(c in "十百千万亿" for c in run):
            return "word"
        people = run[-1] in "千万" and site.text.startswith(self._people_after, site.end)
        return "" if people or (site.after in STOPS and len(run) > 2) else "word"


def _unread(site: Site) -> str:
    return site.tail.unit.reason or ("code" if site.in_figures else "word")


def _set_against(site: Site) -> bool:
    """两处营地、一座冷库: one that is counted after others."""
    return site.before in AND and _COUNTED.search(site.text, max(0, site.start - _NEAR), site.start - 1) is not None


def _below_zero(site: Site) -> bool:
    if site.before == "负":
        return True
    earlier = site.text[site.start - 2 : site.start - 1]
    return (
        site.before == "-" and site.in_figures and (earlier in STOPS or earlier in " \u3000" or earlier in "为是至到约")
    )


def _without_false_groups(site: Site, tails: Tails) -> Site:
    """2670,457 is no number in groups of three, and a Chinese comma groups only before a unit: cut there."""
    found = _SEPARATOR.search(site.text, site.start, site.middle)
    if found is None:
        return site
    grouped = _GROUPED.match(site.text, site.start, site.middle)
    if grouped and ("，" not in site.run or site.tail.unit.word):
        return site
    return site_at(site.text, site.start, found.start(), found.start(), tails[""])
