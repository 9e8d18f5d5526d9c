"""Clauses, zones and noun phrases around quantities: spans only, no rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casekit.core import Span
from casekit.quantities import Quantity

# What ends a clause. Brackets do: what stands in them speaks for itself.
_BREAK = re.compile(r"[，；：。！？,;:!?\n（）()…]|——|－－")
# What may stand between two quantities that share one noun: 2938户、10211人；2743户，共7089人.
_JOINER = re.compile(r"[、和及与共计合总约近超达/／（(\s　]*")
_PAUSED_JOINER = re.compile(r"[，,、和及与共计合总约近超达（(\s　]*")
# What stands between a noun and its number without being part of either.
_FILLER = re.compile(
    r"(?:累计达到|累计|共计|总计|合计|已达|多达|高达|达到|达|超过|约有|约为|约占|共有|现有|拥有|共|有|为|是|约|近|超|逾|"
    r"至少|不少于|不低于|大约|将近|接近|仅有|仅|只有|就有|已有|则有|还有|各有|各|等|的|了|出|到|至|过|着|已|就|也|都|计|"
    r"从|由|最初|起初|原来|原先|过去|当初|此前|\d{4}年|去年|上年|登记在册|在册|"
    r"总数|总量|数量|总人数|总户数|人口数|人数|户数|合起来|加起来|数一数|一共|总共|[“”\"‘’（(：:、，,\s　])+$"
)
# What ends a noun phrase that follows a measure word, unless it is part of a known word (功能室, 和谐小区).
_STOP = re.compile(
    r"[，。；：！？、,;:!?（）()…\s　]|——|"
    r"[在把被从对向由让使并均都也还已就则又才将可能会是有于了到去给占和同成比按不更以]|"
    r"中(?![心学小国华医老年式草型层共秋])"
)
# What stands right before a number that begins a phrase of its own: 分布在【3条】山沟.
_GOVERNING = "在向对给把被将让使于自"
_OPENING = "“‘《「『【〈"
# What may stand alone before a number that continues a series: 2022年【836件】，今年【九百件】.
_SERIES = re.compile(
    r"(?:\d{2,4}年(?:度|底|末|初)?|(?:\d{1,2}|[一二三四])(?:月份?|季度)|今年|去年|前年|上年|当年|次年|明年|后年|上半年|下半年|年底|年末|全[村镇乡县区市省州寨]|全街道|全社区|辖区内?|这里|当地|本地|"
    r"(?:平均)?[每一](?:天|日|月|年|周|个月|季度|季|场|次|期|餐)|[日月年周季]均|全年|半年|"
    r"到|至|截至|目前|现在|如今|眼下|登记在册|在册|登记|光是|光|单|最多时|高峰时|平时|这三年|三年|近年|当前|从|由|自|"
    r"累计达到|累计|共计|总计|合计|已达|多达|高达|达到|达|超过|突破|"
    r"(?:上?升|提[升高]|增[加长]?|扩大|发展|下?降|降低|减少|压[缩减]|缩短|补|变|涨|跌|跃升?|攀升)(?:到|至|为|成)|依次|分别|则|为|是|有|共|约|近|超|已|也|就|只|仅|还|将|和|与|及|的|"
    r"合起来|加起来|算下来|数一数|统共|一共|总共|人数|户数|人口|总数|[、，,和\s　])*"
)
# What stands before a share whose owner was named in the clause before: 少数民族120人，【约占】12%.
_SHARE = re.compile(
    r"(?:这一|这个|其|所|约|大约|大概|几乎|差不多|共|总共|合计|已|就|便|又|还|也|都|则|均|仅|只|要|[，,、\s　])*"
    r"(?:占|比例|比重|$)"
)
# What follows a counted group without saying that it does or gets anything: 500人【在此安家】, 240人【占三成】.
_STATIVE = re.compile(
    r"(?:[都均也还已全就则现]|分别|大多|多数|主要|绝大多数)*"
    r"(?:$|[的和与及或等中里内之，]|以及|当中|以上|以下|左右|上下|占|约占|是|为|有(?!了|人)|来自|源自|分布|散居|分属|属于|组成|构成|涵盖|涉及|共|合计|总|其中|比|平均|"
    r"世代|世居|祖祖辈辈|常年|相邻|毗邻|为邻|比邻|划分?[为成]|分[为成]|编[入成]|.{0,6}(?:居住|生活|常住|定居|聚居|安家|安了家|落户|扎根|住))"
)
_SUM = re.compile(r"共计|总计|合计|合起来|加起来|数一数|统共|一共|总共|累计|人数")


def clause_starts(text: str, sentence: Span) -> list[int]:
    """Where the clauses of a sentence begin, the first being the start of the sentence."""
    return [sentence.start, *(m.end() for m in _BREAK.finditer(text, sentence.start, sentence.end))]


def clause_end(text: str, at: int, sentence: Span) -> int:
    """Where the clause that holds `at` ends."""
    found = _BREAK.search(text, at, sentence.end)
    return found.start() if found else sentence.end


def part_start(text: str, sentence: Span, at: int) -> int:
    """Where the part of the sentence begins that holds `at`: a semicolon ends what a verb governs."""
    return text.rfind("；", sentence.start, max(sentence.start, at)) + 1 or sentence.start


def left_zones(text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Span]:
    """The left zone of each quantity of a sentence; runs such as 2938户、10211人 share one."""
    zones: list[Span] = []
    starts = clause_starts(text, sentence)
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
    if following is not None:
        end = min(end, following.start)
    pause = text.find("、", quantity.end, end)
    return Span(quantity.end, end if pause < 0 else pause)


def clause_before(text: str, at: int, sentence: Span) -> Span | None:
    """The clause that ends where the one that holds `at` begins, None at the start of a sentence."""
    starts = [start for start in clause_starts(text, sentence) if start <= at]
    return Span(starts[-2], starts[-1] - 1) if len(starts) > 1 else None


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


def predicate(text: str, right: Span, noun: Span) -> Span:
    """What the text says that the counted ones did or got (85户居民|领到新房), '' where they only live there or are."""
    start = noun.end if right.start <= noun.start and noun.end <= right.end and len(noun) else right.start
    stative = _STATIVE.match(text, start, right.end) is not None
    return Span(right.end, right.end) if stative else Span(start, right.end)


def noun_after(text: str, zone: Span, verbs: Sequence[Span], known: Sequence[Span]) -> Span:
    """The noun phrase that follows a measure word, '' where a verb or function word follows at once."""
    start, end = zone.start, zone.end
    while start < end and text[start] in _OPENING:
        start += 1
    for stop in _STOP.finditer(text, start, end):
        if not any(word.start <= stop.start() < word.end for word in known):
            end = stop.start()
            break
    for verb in verbs:
        if start <= verb.start < end:
            end = verb.start
            break
    return Span(start, max(start, end))


def noun_before(text: str, zone: Span, verbs: Sequence[Span]) -> Span:
    """The noun phrase that ends right before the number: fillers dropped, cut behind the last verb.

    A verb that itself ends the phrase (技能培训|14期) belongs to it.
    """
    if zone.end > zone.start and text[zone.end - 1] in _GOVERNING:
        return Span(zone.end, zone.end)
    filler = _FILLER.search(text, zone.start, zone.end)
    end = filler.start() if filler else zone.end
    start = zone.start
    for verb in verbs:
        if zone.start <= verb.start and verb.end < end:
            start = max(start, verb.end)
    while start < end and text[start] in "了着过出、，的 　":
        start += 1
    return Span(start, max(start, end))
