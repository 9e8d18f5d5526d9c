"""Clauses, zones and noun phrases around quantities: spans only, no rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from casekit.core import Span
from casekit.quantities import Quantity

# What ends a clause. Brackets do: what stands in them speaks for itself; so does the gap between two labels
# of one line (总户数：386户　　网格：10个).
# One set of characters comes first, so that the engine skips to where a break can be; it goes on for those that
# must come twice.
_BREAK = re.compile(r"[，；：。！？,;:!?\n\t（）()…—－ 　](?:(?<![—－ 　])|(?<=—)—|(?<=－)－|(?<=[ 　])[ 　]+)")
# What may stand between two quantities that share one noun: 2938户、10211人；2743户，共7089人.
_JOINER = re.compile(r"[、和及与共计合总约近超达/／（(\s　]*")
_PAUSED_JOINER = re.compile(r"[，,、和及与共计合总约近超达（(\s　]*")
_PAUSE = "、，, "
# What may follow a measure word and says no more than it: 912口|人, 3.4万人|口.
_TAILS = {"口": "人", "人": "口"}
# What may stand alone before a number that continues a series: 2022年【836件】，今年【九百件】.
_SERIES = re.compile(
    r"(?:\d{2,4}年(?:度|底|末|初)?|(?:\d{1,2}|[一二三四])(?:月份?|季度)|今年|去年|前年|上年|当年|次年|明年|后年|上半年|下半年|年底|年末|"
    r"(?:平均)?[每一](?:天|日|月|年|周|个月|季度|季|场|次|期|餐)|[日月年周季]均|全年|半年|"
    r"到|至|截至|目前|现在|如今|眼下|登记在册|在册|登记|光是|光|单|最多时|高峰时|平时|这三年|三年|近年|当前|从|由|自|"
    r"累计达到|累计|共计|总计|合计|已达|多达|高达|达到|达|超过|突破|"
    r"(?:上?升|提[升高]|增[加长]?|扩大|发展|下?降|降低|减少|压[缩减]|缩短|补|变|涨|跌|跃升?|攀升)(?:到|至|为|成)|依次|分别|则|为|是|有|共|约|近|超|已|也|就|只|仅|还|将|和|与|及|的|"
    r"合起来|加起来|算下来|数一数|统共|拢共|满打满算|一共|总共|人数|户数|人口|总数|[、，,和\s　])*"
)
# What stands before a share whose owner was named in the clause before: 少数民族120人，【约占】12%.
_SHARE = re.compile(
    r"(?:这一|这个|其|所|约|大约|大概|几乎|差不多|共|总共|合计|已|就|便|又|还|也|都|则|均|仅|只|要|[，,、\s　])*"
    r"(?:占|比例|比重|$)"
)
# Right behind a number: where those counted go; right before it: for whom something is done.
_TO = ("到", "赴", "前往", "去", "送到", "送往", "奔赴", "转移到")
_FOR = ("为", "给", "替")
# 由5000元，|增加到8000元: where a change goes on behind the comma, it is of the figure before it.
_FROM = re.compile(r"[从由][^，。；、]*$")
_CHANGED = re.compile(r"[，,](?:已经?|逐[年步]|迅速|陆续|再)?[增提升扩发壮降减缩涨跃攀翻变][^，。；\d]{0,3}?[到至为成]")
_NEAR = 16
_SUM = re.compile(r"共计|总计|合计|合起来|加起来|数一数|统共|拢共|满打满算|一共|总共|累计|人数")


def clause_starts(text: str, sentence: Span) -> list[int]:
    """Where the clauses of a sentence begin, the first being the start of the sentence."""
    return [sentence.start, *[found.end() for found in _BREAK.finditer(text, sentence.start, sentence.end)]]


def clause_end(text: str, at: int, sentence: Span) -> int:
    """Where the clause that holds `at` ends."""
    found = _BREAK.search(text, at, sentence.end)
    return found.start() if found else sentence.end


def part_start(text: str, sentence: Span, at: int) -> int:
    """Where the part of the sentence begins that holds `at`: a semicolon ends what a verb governs."""
    return text.rfind("；", sentence.start, max(sentence.start, at)) + 1 or sentence.start


def left_zones(text: str, sentence: Span, quantities: Sequence[Quantity], starts: Sequence[int]) -> list[Span]:
    """The left zone of each quantity of a sentence with clauses at `starts`; runs such as 2938户、10211人 share one."""
    zones: list[Span] = []
    clause = 0
    for i, quantity in enumerate(quantities):
        while clause + 1 < len(starts) and starts[clause + 1] <= quantity.start:
            clause += 1
        last_end = quantities[i - 1].end if i else sentence.start
        start = max(starts[clause], last_end)
        # 29个民族、|3.3万人口: what stands before the pause is counted by the number before it.
        if i and start == last_end and (pause := text.find("、", start, quantity.start)) >= 0:
            start = pause + 1
        if i and _share(text, quantities[i - 1], quantity):
            zones.append(zones[-1])
        else:
            zones.append(Span(min(start, quantity.start), quantity.start))
    return zones


def _share(text: str, first: Quantity, second: Quantity) -> bool:
    """True where both count the same noun; a comma between them is only passed by households and people."""
    paired = (first.kind, second.kind) == ("户数", "人数")
    joiner = _PAUSED_JOINER if paired else _JOINER
    return joiner.fullmatch(text, first.end, second.start) is not None


def is_beside(text: str, first: Quantity, second: Quantity) -> bool:
    """True where no more than a pause or a comma stands between two quantities (238户1067人, 238户，1067人)."""
    return second.start - first.end <= 2 and not text[first.end : second.start].strip(_PAUSE)


def right_zones(text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Span]:
    """The right zone of each quantity of a sentence; households and people counted together share one."""
    zones: list[Span] = []
    for i in range(len(quantities) - 1, -1, -1):
        following = quantities[i + 1] if i + 1 < len(quantities) else None
        paired = following is not None and (quantities[i].kind, following.kind) == ("户数", "人数")
        if following is not None and paired and _share(text, quantities[i], following):
            zones.append(zones[-1])
        else:
            zones.append(_right_zone(text, sentence, quantities[i], following))
    return zones[::-1]


def _right_zone(text: str, sentence: Span, quantity: Quantity, following: Quantity | None) -> Span:
    """From the quantity to 、, the end of the clause or the next quantity, whichever is first."""
    end = clause_end(text, quantity.end, sentence)
    if _FROM.search(text, max(sentence.start, quantity.start - _NEAR), quantity.start):
        changed = _CHANGED.match(text, end, sentence.end)
        end = changed.end() if changed else end
    if following is not None:
        end = min(end, following.start)
    start = min(end, quantity.end + text.startswith(_TAILS.get(text[quantity.end - 1], "。"), quantity.end))
    # 267人|到珠海、东莞务工, 为86名|高龄、失能老人送餐: what is done goes on behind the pause.
    pause = text.find("、", start, end)
    if text.startswith(_TO, start) or (pause > start and text.startswith(_FOR, max(0, quantity.start - 1))):
        pause = -1
    return Span(start, end if pause < 0 else pause)


def clause_before(starts: Sequence[int], at: int) -> Span | None:
    """The clause that ends where the one that holds `at` begins, None at the start of a sentence."""
    number = bisect_right(starts, at) - 1
    return Span(starts[number - 1], starts[number] - 1) if number > 0 else None


def sums_up(text: str, start: int, end: int) -> bool:
    """True where a word between two clauses says that a total of what was named follows (合计, 合起来)."""
    return _SUM.search(text, start, end) is not None


def names_nothing(text: str, zone: Span) -> bool:
    """True where a left zone holds a time and fillers at most: the thing counted was named before."""
    return _SERIES.fullmatch(text, zone.start, zone.end) is not None


def takes_share(text: str, zone: Span) -> bool:
    """True where a left zone says 占 or nothing, and not of whom."""
    return _SHARE.match(text, zone.start, zone.end) is not None


def follows_at_once(text: str, end: int, start: int) -> bool:
    """True where one clause mark at most stands between `end` and `start`."""
    return start - end <= 1 or (start - end <= 2 and _BREAK.match(text, start - 1) is not None)
