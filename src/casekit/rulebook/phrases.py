"""The noun phrase a number counts, before or behind it, and what is said of those counted."""

from __future__ import annotations

import re
from itertools import pairwise

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.marks import Marks, within

# Classes of quantities that count people, one by one or by households.
PEOPLE = frozenset({"人数", "户数", "人次", "户次"})
# What stands between a noun and its number without being part of either.
_FILLERS = (
    "累计达到|累计|共计|总计|合计|已达|多达|高达|达到|达|超过|约有|约为|约占|共有|现有|拥有|共|有|为|是|约|近|超|逾|"
    "至少|不少于|不低于|大约|将近|接近|仅有|仅|只有|就有|已有|则有|还有|各有|各|等|的|了|出|到|至|过|着|已|就|也|都|计|"
    "却|竟|才|再|又|更|要|将|便|拟|开到|办到|合共|从|由|最初|起初|原来|原先|过去|当初|此前|去年|上年|今年|当年|全年|发生|登记在册|在册|分别|依次|各自|"
    "总数|总量|数量|总人数|总户数|人口数|人数|户数|合起来|加起来|数一数|一共|总共|拢共|统共|便|还剩|只剩|满打满算|少说也?有?|"
    "一下子|一口气|多出|足足|整整|陆陆续续|陆续|前前后后|里里外外|大大小小|零零散散|林林总总|七七八八"
)
_CHANGED = (
    "(?:上?升|提[升高]|增[加长]?|扩[大充展]?|发展|壮大|下?降|降低|减少|压[缩减]|缩短|补|变|涨|跌|跃升?|攀升)"
    "(?:到|至|为|成)"
)
_FILLER_MARKS = '“”"‘’（(：:、，,'
_FILLER = re.compile(rf"(?:{_FILLERS}|{_CHANGED}|[从由][^，。、；]{{1,8}}的|\d{{4}}年|[{_FILLER_MARKS}\s　])+$")
# A zone with another character at its end is not searched for fillers.
_FILLER_ENDS = frozenset([word[-1] for word in _FILLERS.split("|")] + [*f"到至为成的年{_FILLER_MARKS}"])
# Longer descriptions are left alone: what follows them is seldom what was counted.
_LONGEST = 36
# What ends a noun phrase that follows a measure word, unless it is part of a known word (功能室, 和谐小区).
_STOP = re.compile(
    r"[，。；：！？、,;:!?（）()…\s　]|——|"
    r"[在把被从对向由让使并均都也还已就则又才将可能会是有于了到去给占和同成比按不没未更以]|"
    r"中(?![心学小国华医老年式草型层共秋])"
)
# 粽子600个|全部送给老人: what begins with such a word tells what becomes of them.
_ALL = re.compile("全部|悉数|统统|陆续|逐一|一一|一并|一齐|先后|随即|当场|免费")
# What goes on behind a pause up to the end of the clause.
_LISTED = re.compile(r"(?:、[^，。；：！？、,;:!?（(\d\n]{1,12})+")
# What stands right before a number that begins a phrase of its own: 分布在【3条】山沟.
_GOVERNING = "在向对给把被将让使于自"
# Verbs by their look: with a complement between two nouns (攒下), and the plainest ones right behind people.
_DONE = re.compile(r"[^的、]{1,2}(?:[下出起到掉过着了完成好上进来]|出来|起来|下来)")
_ACT = re.compile(
    r"(?:每人)?(?:一天|每天|天天|每月|每学?年|每学期|一顿|每餐|中午)?"
    r"(?:分散|分住|散住|散落|世居|定居|安居|[守靠烧过隔聚]着|[吃喝挤搬拿换摆坐站赶忙挣赚抢捧戴搭围聚剪跑爬背抬扛缴]|管(?![家理])|住(?![户宅房家址院民校店宿])|领(?![导队军])|装(?!修)|种(?!植)|养(?![老殖])|画(?!家)|"
    r"写(?![手作])|交(?![通警])|发(?![展热明现言起])|唱(?!歌)|跳(?!舞)|买(?![卖家])|卖(?![家])|织(?!女)|绣(?!娘)|学(?![生员校者徒])|当(?!地)|走(?!廊)|"
    r"做(?!工)|打(?!工)|过(?!敏)|跟着|拉着|带着|没有|不[再用会能])"
)
# 64名学生|每人领助学金2000元: what each gets is told of them.
_EACH = re.compile("每[人户名位]|户均|人均")
_OPENING = "“‘《「『【〈"
_CLOSING = "”’》」』】〉"
# How a description begins that stands between a measure word and its noun: 8名|懂维吾尔语、汉语的网格员.
_DESCRIBING = re.compile(
    r"来自|源自|由|会|懂|通|集|以|融|兼|有(?!了)|无|没有|能|可|为(?!了)|在|从|用|供|带|含|不|爱|喜|年满|平均年龄|年龄|长期|常年|专门|主要|"
    r"包括|拥有|具有|具备|热[心爱]|熟悉|精通|掌握|擅长|善于|乐于|愿意|身着|身穿|穿着|负责|从事|居住|住在|生活|工作|经过|通过|接受|受过|获得|"
    r"刚|曾|已|面向|针对|覆盖|贯通|通往|连接|涵盖|配备|设[在有]|建[在有]|位于|出生|考[上取]|参加|参与|因|靠|与|和|跟|被|正在|即将|符合|需要|患|失"
)
_CLAUSE_END = re.compile(r"[，。；：！？,;:!?\n（）()…]|——")
# What follows a counted group without saying that it does or gets anything: 500人【在此安家】, 240人【占三成】.
_STATIVE = re.compile(
    r"(?:[都均也还已全就则现]|全部|分别|大多|多数|主要|绝大多数)*"
    r"(?:$|[的和与及或等中里内之，]|以及|当中|以上|以下|左右|上下|占|约占|是|为|有(?!了|人)|来自|源自|分布|散居|分属|属于|组成|构成|涵盖|涉及|共|合计|总|其中|比|平均|"
    r"世代|世居|祖祖辈辈|常年|相邻|毗邻|为邻|比邻|分住|散住|分散|散落|挤在|[守靠烧过隔挤住散聚]着|划分?[为成]|分[为成]|编[入成]|.{0,6}(?:居住|生活|常住|定居|聚居|安居|栖居|安家|安了家|落户|落脚|扎根|住)|应[保享扶]尽[保享扶]|一[户人个][没不])"
)


def noun_after(marks: Marks, zone: Span, people: bool) -> Span:
    """The noun phrase that follows a measure word, '' where a verb or function word follows at once.

    With `people` a verb always ends it (36名妇女|创办网店); of things it may be part of a name (5个服务阵地).
    """
    start, end = zone.start, zone.end
    if _ALL.match(marks.text, start, end):
        return Span(start, start)
    while start < end and marks.text[start] in _OPENING:
        start += 1
    for stop in _STOP.finditer(marks.text, start, end):
        at = stop.start()
        if not marks.nouns.over(at) and not marks.verbs.over(at):
            end = at
            break
    end = _quoted_name(marks, start, end)
    verb = marks.verbs.beginning(start, end)
    if verb is not None and (people or not _part_of_name(marks, Span(start, end), verb)):
        end = verb.start
    return _before_act(marks, Span(start, max(start, end)), people)


def _before_act(marks: Marks, phrase: Span, people: bool) -> Span:
    """The phrase up to what its noun does, where a verb that no rule knows says so: 文艺队|攒下节目, 老人|吃午饭."""
    known = within(marks.nouns, phrase)
    for one, following in pairwise(known):
        if _DONE.fullmatch(marks.text, one.end, following.start):
            return Span(phrase.start, one.end)
    each = _EACH.search(marks.text, phrase.start, phrase.end) if people else None
    if each is not None:
        return Span(phrase.start, each.start())
    if people and known and _ACT.match(marks.text, known[-1].end, phrase.end):
        return Span(phrase.start, known[-1].end)
    return phrase


def _part_of_name(marks: Marks, phrase: Span, verb: Span) -> bool:
    known = within(marks.nouns, phrase)
    return verb.start > phrase.start and bool(known) and known[0].start >= verb.end and known[-1].end == phrase.end


def _quoted_name(marks: Marks, start: int, end: int) -> int:
    """5个“院坝说事组”|化解口角: where a quoted name ends that a verb follows at once, else `end`."""
    for verb in marks.verbs.within(start + 1, end):
        quoted = marks.text[verb.start - 1] in _CLOSING
        if quoted and any(noun.end == verb.start - 1 for noun in marks.nouns.over(verb.start - 2)):
            return verb.start - 1
    return end


def describes(text: str, phrase: Span) -> bool:
    """True where what follows a measure word begins like a description, not like a noun."""
    return _DESCRIBING.match(text, phrase.start, phrase.end) is not None


def described_head(marks: Marks, quantity: Quantity, zone: Span, limit: int) -> Span | None:
    """The noun behind a description with 的 (8名懂维吾尔语、汉语的|网格员), None where none stands before `limit`.

    The description may hold pauses; it ends with the clause.
    """
    text = marks.text
    if limit <= zone.start or not quantity.unit or not describes(text, Span(zone.start, limit)):
        return None
    clause = _CLAUSE_END.search(text, zone.start, limit)
    end = min(clause.start() if clause else limit, zone.start + _LONGEST)
    at = text.find("的", zone.start, end)
    while at >= 0:
        noun = noun_after(marks, Span(at + 1, end), quantity.kind in PEOPLE)
        known = within(marks.nouns, noun)
        if known:
            return noun if ends_known(marks, noun) else Span(noun.start, known[-1].end)
        at = text.find("的", at + 1, end)
    return None


def end_of_list(marks: Marks, zone: Span) -> Span | None:
    """The noun that ends what is listed from the zone on (16期茶艺、普通话|培训班), None where no known one does."""
    listed = _LISTED.match(marks.text, zone.end)
    if listed is None or not len(zone):
        return None
    noun = noun_after(marks, Span(marks.text.rindex("、", zone.end, listed.end()) + 1, listed.end()), False)
    return noun if noun.end == listed.end() and ends_known(marks, noun) else None


def noun_before(marks: Marks, zone: Span) -> Span:
    """The noun phrase that ends right before the number: fillers dropped, cut behind the last verb.

    A verb that itself ends the phrase (技能培训|14期) belongs to it.
    """
    text = marks.text
    # 分布在|3条 counts nothing named before; 捐来棉被|400床 does, the 被 being part of a known noun.
    governed = zone.end > zone.start and text[zone.end - 1] in _GOVERNING
    if governed and all(noun.end != zone.end for noun in marks.nouns.over(zone.end - 1)):
        return Span(zone.end, zone.end)
    end = _without_fillers(text, zone)
    # 才 in 人才, 到 in 报到 are no fillers.
    cut = end
    for word in (*marks.nouns.over(cut), *marks.verbs.over(cut)):
        if word.start < cut and end < word.end <= zone.end:
            end = word.end
    start = zone.start
    for verb in marks.verbs.within(zone.start, end):
        if start < verb.end < end:
            start = verb.end
    while start < end and text[start] in "了着过出、，的 　" and marks.nouns.beginning(start, start + 1) is None:
        start += 1
    return Span(start, max(start, end))


def _without_fillers(text: str, zone: Span) -> int:
    """Where the zone ends once the fillers at its end are dropped."""
    last = text[zone.end - 1]
    if zone.end == zone.start or not (last in _FILLER_ENDS or last.isspace()):
        return zone.end
    filler = _FILLER.search(text, zone.start, zone.end)
    return filler.start() if filler else zone.end


def nouns_of(marks: Marks, phrase: Span) -> tuple[Span, ...]:
    """The known nouns of a noun phrase; one of a single character only where it ends it (服务|站, not 站岗)."""
    return tuple([n for n in within(marks.nouns, phrase) if n.end - n.start > 1 or n.end == phrase.end])


def ends_known(marks: Marks, phrase: Span) -> bool:
    """True where a known noun ends the phrase, but for a verb behind it (“调解室”|开了).

    社区|楼门 counts no communities.
    """
    nouns = within(marks.nouns, phrase)
    if not nouns or nouns[-1].end == phrase.end:
        return bool(nouns)
    before = [verb.start for verb in within(marks.verbs, phrase) if verb.end == phrase.end]
    before += [at - 1 for at in before if marks.text[at - 1] in _CLOSING]
    return any(noun.end in before for noun in nouns)


def predicate(text: str, right: Span, noun: Span) -> Span:
    """What the text says that the counted ones did or got (85户居民|领到新房), '' where they only live there or are."""
    start = noun.end if right.start <= noun.start and noun.end <= right.end and len(noun) else right.start
    stative = _STATIVE.match(text, start, right.end) is not None
    return Span(right.end, right.end) if stative else Span(start, right.end)
