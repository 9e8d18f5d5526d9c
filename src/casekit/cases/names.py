"""Names of communities, villages, streets and towns in a text: where each one begins and what it is called.

The end of a name is easy (社区 村 街道 …), its beginning is not: 近日来到荷城社区, 记者在颐和城府社区.
A name is *certain* where a place name ends at its left edge (西乡塘区|衡阳街道|中华中路社区). Others are read by
punctuation and by the words that never belong to a name, and then held against the better ones of the same text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casekit.cases.farms import CORPS, FARMS, behind_owner, is_part
from casekit.cases.plausible import NameSense
from casekit.cases.unit import RANKS, STREET
from casekit.cases.uppers import Upper
from casekit.cases.wording import Wording
from casekit.core.settled import settled

CERTAIN, EDGE, CUT, LOOSE = 3, 2, 1, 0
LONGEST = 12
_RUN = re.compile(r"[一-鿿㐀-䶿〇]+\Z")
_DIGITS = re.compile(r"(?<!\d)(?!(?:19|20)\d\d$)\d{3,4}$")
_FEW_DIGITS = re.compile(r"(?<!\d)\d{1,3}$")  # of a regiment and its companies: 78团12连
TOWNS = ("街道", "苏木", "镇", "乡")
_SHORT_RUN, _TWO, _LIKELY, _NOT_UNLIKELY = 4, 2, 0.2, -0.2
_POINT_IN_TIME = re.compile(r".*(?:年|月|季|节|日)[初中底末]?|.*[初底末]")
_AFTER_NAMES = "和与及跟、同"
_ZONES = "区城"
_LONGER = 3  # characters of a town's name that look like a word before it
# 余村|村集体, 洪村|村民: the second 村 begins a word of its own.
DOUBLED = re.compile("村(?:集体|民|委|两委|支部|支书|党|干部|口|里|级|规|史)")
_SITES = ("安置点", "安置区")
_WHEN = ("年", "月", "天", "回", "次")
_COUNTED = re.compile(r"(?P<stem>.{2,6}?)等?(?:[两二三四五六七八九十])个?$")


@settled
@dataclass(frozen=True, slots=True)
class Name:
    """`stem` begins at `start`, the class word `unit` ends at `end`; `trust` tells how the left edge was found.

    Between the two a number may stand that is no part of the name (色康三个社区).
    """

    start: int
    end: int
    stem: str
    unit: str
    trust: int

    @property
    def text(self) -> str:
        """The whole name."""
        return self.stem + self.unit


def find_candidates(
    text: str, uppers: Sequence[Upper], wording: Wording, sense: NameSense, is_street: Callable[[str], object]
) -> Iterator[Name]:
    """Every class word with the characters before it that may be its name.

    `is_street` tells which streets there are, so that 五里村街道 is one and no village with its lanes.
    """
    hits = list(wording.names.hit.finditer(text))
    if not hits:
        return
    edges = iter([(upper.end, upper.soft) for upper in uppers if upper.full])
    edge, soft = next(edges, (len(text), False))
    covered = {at for upper in uppers for at in range(upper.start + (not upper.whole), upper.end - (not upper.full))}
    limit = anchor = 0
    short = {upper.end: upper for upper in uppers if not upper.whole and upper.level != "省"}
    last: Name | None = None
    for hit in hits:
        while edge <= hit.start():
            if not soft or hit.start() - edge > 1:
                limit = anchor = edge
            edge, soft = next(edges, (len(text), False))
        if hit.start() in covered and hit.end() - 1 in covered:
            continue
        if last is not None and _goes_on(last, hit, text, wording, is_street):
            last = Name(last.start, hit.end(), last.text + text[last.end : hit.start()], hit.group(), last.trust)
            continue
        if last is not None and not _runs_on(text, last, hit.start(), is_street):
            yield last
            limit = max(limit, last.end)
            anchor = limit if _may_anchor(last, wording) else anchor
        last = _read_left(text, limit, anchor, hit, wording, sense)
        last = last and _whole_town(last, text, limit, is_street)
        if hit.group().endswith(FARMS):
            last = _with_county(last, hit, text, short)
    if last is not None:
        yield last


def _may_anchor(name: Name, wording: Wording) -> bool:
    """衡阳街道 can stand before the name of a community, 新型城镇 cannot."""
    common = name.stem[-1] in wording.names.anchored_only.get(name.unit, ()) or wording.names.generic_end.search(
        name.stem
    )
    return RANKS[wording.names.levels[name.unit]] == STREET and not (name.trust != CERTAIN and common)


def _with_county(name: Name | None, hit: re.Match[str], text: str, counties: Mapping[int, Upper]) -> Name | None:
    """友谊|农场, 友谊|河农场: a farm that has the name of its county, or one that begins with it.

    One behind the corps or a division of it (兵团|柳泉农场) is a farm for certain.
    """
    upper = counties.get(hit.start() if name is None else name.start)
    if upper is not None and (name is None or len(name.stem) == 1):
        trust = CERTAIN if upper.full or text[: upper.start].endswith(CORPS) else EDGE
        return Name(upper.start, hit.end(), text[upper.start : hit.start()], hit.group(), trust)
    return name and (replace(name, trust=CERTAIN) if text[: name.start].endswith(CORPS) else name)


def _goes_on(name: Name, hit: re.Match[str], text: str, wording: Wording, is_street: Callable[[str], object]) -> bool:
    """Whether one name ends with both class words; 柳泉农场|第三社区 is named with its farm."""
    if hit.start() == name.end:
        return _continues(name, hit, text, wording, is_street)
    return is_part(text, name.end, hit.start(), hit.group())


def _continues(name: Name, hit: re.Match[str], text: str, wording: Wording, is_street: Callable[[str], object]) -> bool:
    """张村|社区, 石屯|镇, 柳镇|街道, 新村|街道桥北社区 and 平川新镇|安置点 are one name.

    衡阳街道|社区 is a street and a word.
    """
    unit = hit.group()
    if unit.startswith("街道"):
        return (
            name.unit in ("镇", "乡", "屯", "寨")
            or wording.near.names.street_follows.match(text, hit.end()) is not None
            or _is_known_street(name, "街道", is_street)
        )
    if unit in ("镇", "乡") and name.unit in ("村", "苏木", "镇"):
        return _is_known_street(name, unit, is_street)
    if name.unit in ("寨", "屯"):
        return True
    if name.unit.endswith(FARMS) and unit == "村":
        return True
    if unit in _SITES and name.unit in ("镇", "乡"):
        return True
    return (
        RANKS[wording.names.levels[name.unit]] >= 4
        and unit != name.unit
        and unit in ("社区", "小区", "居民区", *_SITES)
    )


def _whole_town(name: Name, text: str, limit: int, is_street: Callable[[str], object]) -> Name:
    """人|民路街道 as 人民路街道: a town that the gazetteer has only with the characters before it, with them."""
    if name.unit not in TOWNS or is_street(name.text):
        return name
    for start in range(name.start - 1, max(limit, name.start - _LONGER) - 1, -1):
        if is_street(text[start : name.end]):
            return Name(start, name.end, text[start : name.end - len(name.unit)], name.unit, name.trust)
    return name


def _is_known_street(name: Name, unit: str, is_street: Callable[[str], object]) -> bool:
    """梅村|街道, 侯村|乡: whether the gazetteer has such a town, with all of the name or its end."""
    return any(is_street(name.text[at:] + unit) for at in range(max(1, len(name.stem) - 1)))


def _runs_on(text: str, name: Name, at: int, is_street: Callable[[str], object]) -> bool:
    """大寨|坪村, 李家屯|东村, 茶乡|社区: a class word inside a longer name; but not 青瓦寨|守寨."""
    gap, short = at - name.end, len(name.stem) == 1
    if name.unit.startswith("团"):
        return False  # 十团|三连
    if gap == 0:
        open_ = name.trust != CERTAIN or (name.unit in ("镇", "乡") and not is_street(name.text))
        return short and open_ and not DOUBLED.match(text, at)
    inside = short or (name.unit in ("寨", "屯") and text[at] != name.unit)
    if not inside or gap > 2 or _RUN.fullmatch(text, name.end, at) is None:
        return False
    behind = text[name.end : at + 2]
    return text.count(behind) == text.count(text[name.start : name.end] + behind)  # 湖镇|桥头社区 beside 桥头社区


def _read_left(
    text: str, limit: int, anchor: int, hit: re.Match[str], wording: Wording, sense: NameSense
) -> Name | None:
    low = _lowest(text, limit, hit, wording)
    run = _RUN.search(text, low, hit.start())
    if run is None:
        return _read_number(text, low, hit, wording)
    begin = run.start()
    trust = CERTAIN if begin == anchor and anchor else LOOSE if begin == hit.start() - LONGEST else EDGE
    if begin == limit and limit and _is_joined(text, begin, hit.start(), wording, sense):
        begin, trust = begin + 1, EDGE
    if begin == anchor and anchor and _is_short_name(text[begin : hit.start()], wording, sense):
        return Name(begin, hit.end(), text[begin : hit.start()], hit.group(), CERTAIN)
    past = begin + _past_words(text[begin : hit.start()], wording, sense)
    cut = max(_cut(text, begin, hit.start(), wording, sense), past)
    cut += _past_words(text[cut : hit.start()], wording, sense)
    anchored = trust == CERTAIN and cut == begin
    cut += sense.begin(text[cut : hit.start()], anchored)
    if trust != CERTAIN:
        cut += _past_verb(text[cut : hit.start()], wording, sense)
    cut += text[cut] in wording.names.belongs and text.startswith("管", hit.end())  # 这片楼，归|红杉社区管
    if cut > begin:
        begin, trust = cut, CUT
    if text[begin] in "年月日" and begin > low and text[begin - 1].isdigit():
        begin, trust = begin + 1, CUT  # 1—6月|城镇
    if begin == hit.start() and hit.group() in ("镇", "乡"):
        begin, trust = max(low, begin - 2), LOOSE  # 四把镇: the gazetteer may know it though 把 is in it
    stem = text[begin : hit.start()]
    if text.startswith("示范", begin - 1) or (stem.endswith(_WHEN) and text.startswith(("里", "上"), hit.end())):
        return None  # 示范村镇 names no 范村镇, 那年镇里 no 那年镇
    if begin and text[begin - 1] in _AFTER_NAMES and (counted := _COUNTED.match(stem)):
        stem = counted["stem"]
    return Name(begin, hit.end(), stem, hit.group(), trust) if stem else None


def _is_joined(text: str, begin: int, end: int, wording: Wording, sense: NameSense) -> bool:
    """Whether a word joins it to the place before: 荷城村|和|柳溪村, 下党乡|至|碑坑山村; but 春台乡|和岘村."""
    if end - begin <= _TWO:
        return False
    if text[begin] == "至":
        return not sense.is_common(text[begin:end])
    return text[begin] in _AFTER_NAMES and not wording.near.names.paired.match(text, begin)


def _is_short_name(run: str, wording: Wording, sense: NameSense) -> bool:
    """Whether two characters behind a town are a name that a word cuts: 白让|村; but not 来到|村 or 不让|村."""
    cut = wording.names.cut.search(run) if len(run) == _TWO else None
    return cut is not None and cut.group() != run and cut.end() == len(run) and sense.likeness(run) > _NOT_UNLIKELY


def _lowest(text: str, limit: int, hit: re.Match[str], wording: Wording) -> int:
    """Where the name can begin at all; a regiment or farm behind what it belongs to: 第八师|一五〇团, 兵团|柳泉农场."""
    low = max(limit, hit.start() - LONGEST)
    low = behind_owner(text, low, hit.start(), hit.group())
    return max(low, text.rfind("师", low, hit.start()) + 1) if hit.group() in wording.names.numbered else low


def _read_number(text: str, low: int, hit: re.Match[str], wording: Wording) -> Name | None:
    """702社区, 105团, 12连: a name made of digits; a year or a count with 个 is none."""
    digits = _FEW_DIGITS if hit.group() in wording.names.numbered else _DIGITS if hit.group() == "社区" else None
    found = digits.search(text, low, hit.start()) if digits else None
    return Name(found.start(), hit.end(), found.group(), hit.group(), EDGE) if found else None


def _past_words(run: str, wording: Wording, sense: NameSense) -> int:
    """How much of a run is ordinary words before a name (旁边|白石村); 教授|花苑 is a name as a whole."""
    past = sense.past_words(run)
    return 0 if wording.road.fullmatch(run, past) else past


def _past_verb(run: str, wording: Wording, sense: NameSense) -> int:
    """How much of a run stands before a name that a verb leads to: 来|白石村, 巷子归|白石村.

    The name is one of many committees unless the words before the verb leave no doubt.
    """
    words = wording.near.names
    if (held := words.held_by.match(run)) and len(run) - held.end() > 1:
        return held.end()
    for at in range(len(run) - 2):
        led = run[at] in words.coming or (not at and run[at] in words.opening)
        if led and sense.is_common(run[at + 1 :]):
            return 0 if sense.is_common(run[: at + 1]) or sense.is_common(run[at:]) else at + 1
    return 0


def _cut(text: str, begin: int, end: int, wording: Wording, sense: NameSense) -> int:
    """Where the name can begin at the earliest: after the last word that belongs to no name."""
    cut, words, whole_word = begin, 0, end
    for found in wording.names.cut.finditer(text, begin, end):
        if found.end() == end and found.group() in sense.widespread:
            whole_word = found.start()  # 振兴社区, 联合村: names of many, where it is no verb
        if found.end() < end and sense.is_common(text[found.start() : end]):  # 建设路, 振兴街
            continue
        if found.end() == end and found.group()[-1] in _ZONES:  # 开发区社区 is a name, 开发区|云里社区 two
            continue
        cut, words = found.end(), words + len(found.group())
        if _POINT_IN_TIME.fullmatch(found.group()):  # 年底前|云里社区, 春节前后|荷城社区
            around = wording.near.names.around.match(text, cut, end - 1)
            cut = around.end() if around else cut
    for at in range(cut + 2, end - 2):
        if text[at] in wording.names.joints and not wording.near.names.paired.match(text, at) and at > cut + 1:
            cut = at + 1
    # 姚老家, 振兴北: a name may hold such a word where next to nothing is left without it.
    run = text[begin:end]
    whole = end - cut < 2 and words < len(run) <= _SHORT_RUN and sense.likeness(run) > _LIKELY
    return begin if whole else whole_word if cut == end else cut
