"""What a figure is counted per: the cue of a rate that stands in its clause, or right behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from casekit.core import Span
from casekit.quantities import Rate
from casekit.rulebook import Frame
from casekit.rulebook.lexicon import Lexicon

_BREAKS = frozenset("，；：。！？,;:!?\n")
# What makes the beginning of a cue the end of another phrase: 近三|年均.
_COUNTED = frozenset("0123456789〇零一二三四五六七八九十百两几数半多")
_FIGURE = r"[0-9〇零一二两三四五六七八九十百千万半多余几]个?"
_EACH = re.compile("[每一/]")
# 一年演出60场，观众8000人次: who came is counted per what they came to.
# 每天用餐的80人，另外送出20份: so are the meals taken to those who did not come.
_RUN = {"人次": "人?次|场", "份": "[份人位]"}
_NEAR, _FAR, _SHORT = 4, 8, 14
# 一人奖500元, 一户摊900元, 一次只收5元: one of them, right before an amount of money.
_ONE = re.compile(r"一(次|趟|回|单|人|户|家)(?:只|才|就|也|要|收|交|付|得|补|奖|发|给|约|能|掏|需|出|领|摊|缴)*")
_ONE_PER = {"趟": "次", "回": "次", "单": "次", "家": "户"}
_TIMES = frozenset("次餐日周月年")
# 年入过百万元的|38个, 每周三次的义诊看了|260人: the cue is of the figure before.
_OF_ANOTHER = re.compile(r"[0-9一二两三四五六七八九十百千万多余](?:元|次|场|回|趟|期)(?:以上|以下|左右|上下)?的")
# 一年劝和|163起: so exact a count is what one year brought; 一年要唱40多场 is each year's.
_EVERY = re.compile("[要能可足得约]|少说|就有|总有|上下|左右")
# 一餐12元；70岁以上，10元: what stands between the prices of one thing for one age and another.
_PRICE = re.compile(r"[0-9〇零一二两三四五六七八九十百半][^，。；、,;0-9]{0,4}?[元块]钱?")
_BETWEEN = 26


class Rater:
    """Finds the rates of figures, by the words in rules/lists/facts.yaml."""

    def __init__(self, words: Lexicon) -> None:
        counted = _COUNTED | set(words["非率前字"])  # 去|年接待
        self._no_cue_after = dict.fromkeys("年月日周", counted) | {"一": frozenset(words["一字前字"])}  # 第|一天
        self._past_year = frozenset(words["一年后字"])  # 一年|下来, 一年|间: the year that was, not each
        self._past = re.compile(words.any("过去一段词"))
        self._summed = re.compile(words.any("合起来词"))
        # What says that a clause tells of a whole time, not of each turn.
        self._total = re.compile(words.any("总共词"))
        self._besides = re.compile(words.any("另外词"))
        self._whose = re.compile(words.any("分价词"))
        self._other_money = re.compile(words.any("别的钱词"))

    def rate_of(self, rates: Sequence[Rate], frame: Frame) -> str | None:
        """The `per` of a figure, None for a total; `rates` are those of the whole text, in text order.

        A number that continues a series (人均收入4380元，到2023年1.42万元) is a rate by words that it leaves unsaid.
        """
        at, end = frame.quantity.start, frame.quantity.end
        own = Span(_clause_start(frame, at), at)
        each = self._each_one(frame, own)
        timed = [rate.per for rate in self._within(rates, frame, own, at) if rate.per in _TIMES]
        if each or not rates or frame.quantity.kind == "比例":
            return timed[-1] if each in ("人", "户") and timed else each
        behind = self._within(rates, frame, Span(end, frame.sentence.end), end + 1)
        if behind and (behind[0].text.startswith("/") or _ends_price(behind[0], frame)):
            return behind[0].per
        # 每人补助600元，|共计4.8万元: the sum is for all of them.
        left = Span(at, at) if self._summed.match(own.of(frame.text)) else frame.left
        unsaid = Span(min(left.start, at), min(left.end, at))
        found = (
            self._within(rates, frame, own, at)
            or self._within(rates, frame, unsaid, at)
            or self._going_on(rates, frame, own)
            or self._same_price(rates, frame, at)
        )
        return _deciding(found, frame) if found else None

    def _each_one(self, frame: Frame, own: Span) -> str | None:
        """一户摊|900元: what an amount of money is told for one of, right before it."""
        if frame.quantity.kind != "金额":
            return None
        text, start = frame.text, max(own.start, own.end - _FAR)
        for one in _ONE.finditer(text, start, own.end):
            if one.end() == own.end and text[one.start() - 1] not in self._no_cue_after["一"]:
                return _ONE_PER.get(one[1], one[1])
        return None

    def _going_on(self, rates: Sequence[Rate], frame: Frame, own: Span) -> list[Rate]:
        """每人每月自交350元，|补贴1200元: the cue of the clause before, if it holds a figure of the same unit."""
        text = frame.text
        # 每天卖出260份，其中40份送上门: a part is counted per what the whole is.
        said = own.of(text).removeprefix("其中").removeprefix("有")
        if own.start <= frame.sentence.start or text[own.start - 1] not in "，,、" or self._total.search(said):
            return []
        if not said and own.of(text) != "其中" and frame.quantity.kind != "金额":
            return []  # 每天看护孩子60名，12名教师排班来陪读
        if frame.quantity.unit == "份" and not self._besides.match(said):
            return self._going_on_as(frame.quantity.text[-1], rates, frame, own)
        return self._going_on_as(_RUN.get(frame.quantity.unit, frame.quantity.text[-1]), rates, frame, own)

    def _going_on_as(self, unit: str, rates: Sequence[Rate], frame: Frame, own: Span) -> list[Rate]:
        """The cue of the clause before, where a figure of that unit ends it."""
        text = frame.text
        before = Span(_clause_start(frame, own.start - 1), own.start)
        figure = _figure_in(unit).search(text, before.start, before.end)
        if figure is None or before.end - figure.end() > (_FAR if unit == _RUN["份"] else _NEAR) or len(own) > _SHORT:
            return []
        if "万" in frame.quantity.text and "万" not in before.of(text):
            return []
        return self._within(rates, frame, Span(before.start, figure.start()), figure.start())

    def _same_price(self, rates: Sequence[Rate], frame: Frame, at: int) -> list[Rate]:
        """一餐12元；70到79岁，10元；80岁以上，|8元: the cue of a price that others pay for the same."""
        if frame.quantity.kind != "金额" or "万" in frame.quantity.text:
            return []
        text = frame.text
        for price in reversed(list(_PRICE.finditer(text, frame.sentence.start, at))):
            between = Span(price.end(), at).of(text)
            if len(between) > _BETWEEN or not self._whose.search(between) or self._other_money.search(between):
                return []
            at = price.start()
            found = self._within(rates, frame, Span(_clause_start(frame, at), at), at)
            if found:
                return found
        return []

    def _within(self, rates: Sequence[Rate], frame: Frame, zone: Span, before: int) -> list[Rate]:
        """The cues inside the zone that begin before `before`."""
        first = bisect_left(rates, zone.start, key=attrgetter("start"))
        last = bisect_left(rates, before, first, key=attrgetter("start"))
        return [rate for rate in rates[first:last] if rate.end <= zone.end and self._stands(rate, frame, before)]

    def _stands(self, rate: Rate, frame: Frame, before: int) -> bool:
        text, said = frame.text, rate.text
        if said.endswith("一年") and text[rate.end : rate.end + 1] in self._past_year:
            return False
        if rate.per == "餐" and frame.quantity.kind != "金额" and not _EACH.search(said):
            return False  # 午饭12元, but not 午饭送出60份
        past = self._past.search(text, rate.start, rate.end + _NEAR)
        if past and past.start() < rate.end:
            return False
        if _OF_ANOTHER.search(text, rate.end, before) or _is_record(rate, frame):
            return False
        # 全年平均每天: not the year but the day is what one counts per.
        guarded = said[0] in ("一", rate.per)
        return not guarded or text[rate.start - 1 : rate.start] not in self._no_cue_after.get(said[0], ())


def _deciding(found: Sequence[Rate], frame: Frame) -> str:
    """每月给每位楼长补|260元: the time decides where no other figure stands between it and the persons."""
    last = found[-1]
    if last.per in ("人", "户"):
        for rate in reversed(found[:-1]):
            if rate.per in _TIMES and not any(c.isdigit() for c in frame.text[rate.end : last.start]):
                return rate.per
    return last.per


def _is_record(rate: Rate, frame: Frame) -> bool:
    """一年劝和|163起: an exact count, no round one, that one year or month brought."""
    quantity = frame.quantity
    if rate.text not in ("一年", "一个月") or quantity.kind == "金额" or quantity.bound != "exact":
        return False
    told = frame.text[rate.end : quantity.start]
    return len(told) > 1 and quantity.value > 20 and quantity.value % 10 != 0 and not _EVERY.search(told)


def _ends_price(rate: Rate, frame: Frame) -> bool:
    """底薪3000元|一个月: an amount with the time right behind it that ends the clause."""
    text, end = frame.text, rate.end
    alone = end >= frame.sentence.end or text[end] in _BREAKS
    return alone and frame.quantity.kind == "金额" and rate.start == frame.quantity.end


def _clause_start(frame: Frame, at: int) -> int:
    """Where the clause begins that goes on up to `at`."""
    text, start = frame.text, frame.sentence.start
    while at > start and text[at - 1] not in _BREAKS:
        at -= 1
    return at


@lru_cache(maxsize=256)
def _figure_in(unit: str) -> re.Pattern[str]:
    return re.compile(f"{_FIGURE}(?:{unit if unit in _RUN.values() else re.escape(unit)})")
