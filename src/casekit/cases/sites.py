"""The lane, market or island that a whole text is about, though no class word makes it a community: 锡匠巷, 白礁岛."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from casekit.cases.estates import begin_of_name
from casekit.cases.plausible import NameSense
from casekit.cases.site_words import SiteWords
from casekit.cases.unit import COMMUNITY, Unit
from casekit.cases.uppers import Upper
from casekit.cases.wording import Wording

_NO_NAME = re.compile(r"[的了在是有一这那每各几两某该本]|第.代")
_THAT = re.compile("[这那一有][条个座片家]")
_FIGURE = re.compile(r"[^。！？\n]{0,30}?(?:\d|[一二三四五六七八九十两百千万]{1,5}[余多来]?[户人名家个座条米])")
_LIKELY, _RATHER = 0.0, -1.3  # the likeness of a name that is told once, and of one told again
_EARLY, _SHORT, _LONG = 0.4, 300, 700  # of the text; characters
_HEADLINE = 60
_SHORTEST, _LONGEST = 2, 8
_NUMBERS = tuple("一二三四五六七八九十")  # 三分场
_ANYWHERE = ("这里", "这儿", "此地")


def find_sites(
    text: str, units: Sequence[Unit], uppers: Sequence[Upper], wording: Wording, sense: NameSense
) -> Iterator[Unit]:
    """Such a place wherever it stands outside other places; none where the text is about several or about another.

    It is named early, the text comes back to it (巷子里, 岛上) and tells figures of it, and it does all that oftener
    than it names any community.
    """
    words = wording.near.sites
    if not uppers or not words.lived_in.search(text):
        return
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    known = {unit.stem for unit in units if len(unit.stem) > 1} | {unit.name for unit in units}
    names = dict(_told_to_be(text, taken, words)) | dict(_ending_so(text, uppers, taken, known, wording, sense))
    free = (name for name in names if not name.endswith(tuple(known)))
    named = [name for name in free if _is_name(name, names[name], text, wording, sense)]
    if venues := dict(_headlined(text, units, words)):
        names, named = names | venues, [*named, *venues]
    named = [name for name in named if not any(name != other and name.endswith(other) for other in named)]
    topics = [name for name in named if _is_topic(name, text, units, words.back_to(names[name]), wording)]
    topics = [name for name in topics if text.count(name) > 1] or topics
    if len(topics) != 1:
        return
    for found in re.finditer(re.escape(topics[0]), text):
        if taken.isdisjoint(range(*found.span())):
            yield Unit(found.start(), found.start(), found.end(), topics[0], topics[0], "其他")


def _headlined(text: str, units: Sequence[Unit], words: SiteWords) -> Iterator[tuple[str, str]]:
    """Names of houses open to all that the headline quotes and the text quotes again; none where it names communities.

    “潮声驿站”|灯不灭 … 小楼叫“潮声驿站”.
    """
    end = _end_of_headline(text)
    if any(unit.rank >= COMMUNITY and unit.start < end for unit in units):
        return
    for found in words.quoted.finditer(text, 0, end):
        if text.count(found["name"]) > 1:
            yield found["name"], found["kind"]


def _end_of_headline(text: str) -> int:
    """Where the first line with a full stop begins."""
    first = text.find("。")
    return text.rfind("\n", 0, first) + 1 if first >= 0 else 0


def _told_to_be(text: str, taken: Collection[int], words: SiteWords) -> Iterator[tuple[str, str]]:
    """Names of which the text says that they are a lane or an island, with that word."""
    for told in words.told.find(text):
        if told.start not in taken:
            yield told.name, told.kind


def _ending_so(
    text: str,
    uppers: Sequence[Upper],
    taken: Collection[int],
    known: Collection[str],
    wording: Wording,
    sense: NameSense,
) -> Iterator[tuple[str, str]]:
    """Names that end like those of lanes or islands, with that end."""
    words = wording.near.sites
    early = [found for found in words.ends.finditer(text, 0, _early(text)) if found.start() not in taken]
    if not early:
        return
    cities = {at for upper in uppers if _is_before(text, upper, wording) for at in range(upper.start, upper.end)}
    cities.update(taken)
    for found in early:
        if not words.longer.match(text, found.start()):
            begin = _begin(text, found.start(), cities, known, wording, sense)
            if begin < found.start():
                yield text[begin : found.end()], found.group()


def _is_before(text: str, upper: Upper, wording: Wording) -> bool:
    """天津|沙河路商圈, but not 长春|路街区, and hardly a county: 东兴|里弄."""
    return upper.full or (upper.level in ("省", "市") and wording.road.match(text, upper.end) is None)


def _begin(
    text: str, end: int, taken: Collection[int], known: Collection[str], wording: Wording, sense: NameSense
) -> int:
    """Where the name begins: with another name (绕不开|柳园商贸街 beside 柳园社区), else where it is likeliest."""
    begin = begin_of_name(text, end, taken, wording, _LONGEST)
    begin = max((found.end() for found in _THAT.finditer(text, begin, end)), default=begin)
    if text[begin - 1 : begin].isdigit():
        return end  # 360|套公寓
    at = [found for stem in known if (found := text.find(stem, begin, end)) >= 0]
    if at or text.count(text[begin:end]) > 1:
        return min(at, default=begin)
    return begin + sense.begin(text[begin:end], anchored=False)


def _is_name(name: str, end: str, text: str, wording: Wording, sense: NameSense) -> bool:
    stem = name.removesuffix(end)
    words: SiteWords = wording.near.sites
    if (
        (len(stem) < _SHORTEST and stem not in _NUMBERS)
        or (stem != name and stem.endswith(words.not_after))
        or wording.names.generic_word.match(stem)
    ):
        return False
    if words.common.fullmatch(stem) or _NO_NAME.search(stem):
        return False
    core = words.common_end.sub("", stem)  # 东门|农贸|市场
    return sense.likeness(core if len(core) > 1 else stem) > (_RATHER if text.count(name) > 1 else _LIKELY)


def _early(text: str) -> int:
    return int(max(_EARLY * len(text), _HEADLINE))


def _is_topic(name: str, text: str, units: Sequence[Unit], back: re.Pattern[str], wording: Wording) -> bool:
    first = text.find(name)
    communities = [unit for unit in units if unit.rank >= COMMUNITY]
    if first > _early(text):
        return False
    flats = name.endswith(wording.near.sites.flats) and first > _end_of_headline(text)
    if flats and any(unit.level == "社区" and unit.start < first for unit in communities):
        return False  # one of the yards of that community
    if first > _HEADLINE and any(unit.start < min(text.find("\n") + 1, _HEADLINE) for unit in communities):
        return False
    bare = text.replace(name, "。")
    named = [found.end() for found in re.finditer(f"{re.escape(name)}(?![外旁])", text)]
    again = list(back.finditer(bare))
    needed = 2 if len(text) < _SHORT else 3 if len(text) < _LONG else 4
    counted = any(_FIGURE.match(text, at) for at in named) or any(_FIGURE.match(bare, found.end()) for found in again)
    told = len(named) + len(again)
    joins = name.endswith(wording.near.sites.areas) and first < _end_of_headline(text)
    return counted and named != [] and told >= needed and told >= _told_of_others(bare, communities, wording, joins)


def _told_of_others(text: str, communities: Sequence[Unit], wording: Wording, joins: bool) -> int:
    """How often a text speaks of the community it names most, by name or by 社区 and 村里.

    By name only where the site `joins` several: 村里 may be any of them.
    """
    often = max(Counter(unit.name for unit in communities).values(), default=0)
    if joins:
        return often
    back = wording.back
    pointing = (found for found in back.community.finditer(text) if not back.compound.match(text, found.end()))
    return often + sum(found.group() not in _ANYWHERE for found in pointing) if often else 0
