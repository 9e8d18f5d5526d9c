"""Hamlets without a class word, where the text says that they are places: 由张庄、李家湾合并, 隔壁马家沟的果子."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from casekit.cases.plausible import NameSense
from casekit.cases.rows import row_beside
from casekit.cases.settlement_words import HamletWords
from casekit.cases.small_numbers import small_number
from casekit.cases.told import Told
from casekit.cases.unit import Unit
from casekit.cases.wording import Wording

_HAN = "[一-鿿]"
_OPENS = r"(?<![^，。；：、！？\s“”（(])"
_PEOPLE = r"(?=(?:有|只有|共|共有|才|住着|只?剩下?|还有|现有)?[\d,.一二三四五六七八九十百千两]+[余多来]*[户人口])"
_SPOKEN_OF = "(?=[的，,也就还有是]|去年|今年)"
_CALLED_ONE = re.compile("是(?:[个座]|[一-鿿]{1,4}(?:寨|屯|村[子寨庄落]))")
_LABEL = re.compile("(?:\\A|\n)[【〖▍◆■●　]*(?P<name>[一-鿿]{2,4})[：:]")
_SPLIT = re.compile("[、和与]")
_LONGEST, _LONGEST_NAME = 3, 5
_REACH = 10  # characters of a name and what it is the most of
_LIKELY, _RATHER = 0.0, -0.5
_COMMUNITIES = ("社区", "居民区")
_ONE = re.compile("[”」，,]{0,2}[就便]?是一?[个座]")


def find_hamlets(text: str, units: Sequence[Unit], wording: Wording, sense: NameSense) -> Iterator[Unit]:
    """The hamlets of a text, wherever they stand outside other places.

    A name must end like one and stand in a row of villages that were merged, right behind 隔壁 or 邻村, or before
    its households and once more elsewhere; or be called one and come back: 两河口是个苗寨, 青石镇的芦花洲，是…的村子.
    """
    known = {unit.name for unit in units} | {unit.stem for unit in units}
    ranked = {name for name in _ranked(text, sense, wording) if name not in known}
    told = list(wording.near.hamlets.told_so.find(text))
    kinds = {one.name: one.kind for one in told}
    named = dict.fromkeys(name for name in _named(text, told, wording, sense) if name not in known | ranked)
    named |= dict.fromkeys(ranked)
    if not named:
        return
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    for name in named:
        for start, end in _places(text, name, wording.near.hamlets.longer):
            if taken.isdisjoint(range(start, end)) and not wording.behind.namesake.match(text, end):
                level = "其他" if name in ranked else _level(kinds.get(name, ""))
                yield Unit(start, start, end, name, name, level, is_hamlet=True)


def _ranked(text: str, sense: NameSense, wording: Wording) -> Iterator[str]:
    """Names that tell by their rank which part of a village they are: 有9个自然村，最偏的是枫树坪，31户."""
    words = wording.near.hamlets
    ranks = words.ranks
    if ranks.parts.search(text) is None:
        return
    yield from _listed(text, sense, wording)
    for found in ranks.leads.finditer(text):
        for name in (found["name"], found["other"]):
            if name and _is_part(text, name, found.end(), sense, wording):
                yield name
    for found in ranks.ends.finditer(text):
        named = ranks.before.search(text, max(0, found.start() - _REACH), found.start())
        if named and _is_part(text, named["name"], found.end(), sense, wording):
            yield named["name"]


def _listed(text: str, sense: NameSense, wording: Wording) -> Iterator[str]:
    """辖大塘、小塘、李屋3个自然村: as many names as are counted behind them."""
    words = wording.near.hamlets
    for found in words.ranks.counted.finditer(text):
        number = small_number(found["number"])
        items, _ = row_beside(text, *found.span(), wording)
        if len(items) == number and all(_is_name(item, sense, words) for item in items):
            yield from items


def _is_part(text: str, name: str, end: int, sense: NameSense, wording: Wording) -> bool:
    """Whether it looks like a name, and its people are counted next or the text comes back to it."""
    words = wording.near.hamlets
    if is_kind(name, wording):
        return False
    if sense.is_word(name):  # 收入最高的是花椒，86户都种
        return words.ranks.homes.match(text, end) is not None and sense.likeness(name) > 0
    again = text.count(name) > 1
    told = again or words.ranks.figure.match(text, end) is not None
    return told and sense.likeness(name) > (_RATHER if again else _LIKELY)


def _level(kind: str) -> str:
    return "社区" if kind.endswith(_COMMUNITIES) else "村"


def _places(text: str, name: str, longer: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the name stands, none inside another and none of it the beginning of a longer one: 张庄, but not 张庄村."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        goes_on = text.startswith(longer, end)
        if not goes_on:
            yield start, end
        start = text.find(name, start + 1 if goes_on else end)


def _named(text: str, told: Sequence[Told], wording: Wording, sense: NameSense) -> Iterator[str]:
    words = wording.near.hamlets
    beside, before_people, opening = _patterns(wording.hamlets, wording.partners.beside.pattern)
    for merged in words.merged.finditer(text) if words.merging.search(text) else ():
        items = _SPLIT.split(merged["row"])
        if any(item[-1] in wording.hamlets for item in items) and all(_is_name(item, sense, words) for item in items):
            yield from items
    for found in beside.finditer(text):
        if _is_name(found["name"], sense, words):
            yield found["name"]
    called = words.is_one.finditer(text) if _CALLED_ONE.search(text) else ()
    lying = words.told_to_be.finditer(text) if words.village_end.search(text) else ()
    yield from _told(text, told, sense, wording)
    for found in chain(called, lying, words.apposed.finditer(text)):
        if _is_name(found["name"], sense, words) and text.count(found["name"]) > 1:
            yield found["name"]
    yield from _labels(text, sense, words)
    if not before_people.search(text):  # the end of such a name is found faster than its opening
        return
    for found in opening.finditer(text):
        if _is_name(found["name"], sense, words) and text.count(found["name"]) > 1:
            yield found["name"]


def _told(text: str, told: Sequence[Told], sense: NameSense, wording: Wording) -> Iterator[str]:
    """村子叫月湾, 叫月湾的寨子, 树下就是月湾。这个村…, and 月湾是柳溪镇的一个自然村 where it comes back."""
    words = wording.near.hamlets
    for found in words.shown.finditer(text):
        sure = not found["comma"] or found["name"].endswith(tuple(wording.hamlets))
        if sure and _is_name(found["name"], sense, words):
            yield found["name"]
    for one in told:
        if _is_name(one.name, sense, words) and (one.by_name or _is_one(text, one)):
            yield one.name


def _is_one(text: str, told: Told) -> bool:
    """Whether it comes back; 月湾是个老社区, but not 路北是月湾社区."""
    one = _ONE.match(text, told.start + len(told.name)) is not None or not told.kind.endswith(_COMMUNITIES)
    return one and text.count(told.name) > 1


def _labels(text: str, sense: NameSense, words: HamletWords) -> Iterator[str]:
    """The names that label a part of the text and stand behind the word for a hamlet: 月湾：…, 渔村月湾."""
    for found in _LABEL.finditer(text):
        name = found["name"]
        if any(word + name in text for word in words.apposition) and _is_name(name, sense, words):
            yield name


@lru_cache(maxsize=4)
def _patterns(hamlets: str, beside: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A name beside another place, the end of one with its people behind it, and one that opens a clause so."""
    short = f"(?P<name>{_HAN}{{1,{_LONGEST}}}[{hamlets}])"
    return (
        re.compile(f"(?:{beside})的?{short}{_SPOKEN_OF}"),
        re.compile(f"[{hamlets}]{_PEOPLE}"),
        re.compile(f"{_OPENS}{short}{_PEOPLE}"),
    )


def is_kind(name: str, wording: Wording) -> bool:
    """Whether it is no name but a kind of place or thing: 小山村, 老旧."""
    kind = wording.names.generic_end.search(name) or wording.names.generic_word.match(name)
    return kind is not None or wording.near.hamlets.no_name.search(name) is not None


def _is_name(name: str, sense: NameSense, words: HamletWords) -> bool:
    """Whether the characters are those of names, and no kind of place: 马家沟, but not 小山村."""
    return 2 <= len(name) <= _LONGEST_NAME and sense.likeness(name) > 0 and not words.no_name.search(name)
