"""Names judged by the others of their text: in a row with a good one, a longer name cut short, or no place at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from casekit.cases.attested import Knowledge
from casekit.cases.farms import part_named
from casekit.cases.names import CERTAIN, CUT, Name
from casekit.cases.near_words import NameWords
from casekit.cases.short_names import is_people
from casekit.cases.unit import COMMUNITY, RANKS, Unit

_IN_A_ROW = re.compile(r"[、和与及]")
_COUNTED = re.compile(r"[ 　]*(?:\d[\d,.]*|[两二三四五六七八九十百]+)[余多来]*[个座处]")
_HOW_MANY = re.compile(rf"[共还只]?有{_COUNTED.pattern}(?=[，,。；、]|$)")
_SHORTENED = ("社区", "村")
_OFTEN = 3
_LONGEST_WORD = 2  # of those that tell whom a place was built for


def find_listed(text: str, names: Sequence[Name], good: Collection[str]) -> Iterator[str]:
    """The names of two or three characters in a row with a good one of their class: 嘎瓦寨、麻料寨."""
    rows = [pair for pair in pairwise(names) if _are_in_a_row(text, *pair)]
    for left, right in [*rows, *reversed(rows)]:
        for one, other in ((left, right), (right, left)):
            if other.text in good and one.trust >= CUT and 2 <= len(one.stem) <= 3:
                yield one.text


def _are_in_a_row(text: str, left: Name, right: Name) -> bool:
    return left.unit == right.unit and _IN_A_ROW.fullmatch(text, left.end, right.start) is not None


def find_look_alikes(text: str, names: Sequence[Name], good: Collection[str], knowledge: Knowledge) -> Iterator[str]:
    """Names that are none wherever they stand: a kind that is counted (楼房小区14个, 老新村有5个，), the communities
    of a city that the text names (泉州社区), a place and the next word (五柳和邻村, 五柳离街道), another place's school
    (五柳村小学) where there are other communities."""
    found = [name for name in names if name.text in good]
    for text_of in {name.text for name in found}:
        same = [name for name in found if name.text == text_of]
        others = any(_is_community(name, knowledge) for name in found if name.text != text_of)
        if (
            _is_counted(text, same)
            or _is_city(text, same, knowledge)
            or _is_joined(same[0], found, knowledge)
            or _is_namesake(text, same, knowledge, others)
        ):
            yield text_of


def _is_counted(text: str, same: Sequence[Name]) -> bool:
    counted = (name for name in same if name.unit == "小区" and _COUNTED.match(text, name.end))
    return len(list(counted)) == len(same) or all(_HOW_MANY.match(text, name.end) for name in same)


def _is_joined(name: Name, good: Sequence[Name], knowledge: Knowledge) -> bool:
    """五柳离街道, 五柳村和邻村: another name of the text, and behind the joint nothing but a kind of place."""
    words = knowledge.wording.names
    for other in good:
        for begin in (other.stem, other.text):
            rest = name.stem.removeprefix(begin)
            parted = len(begin) > 1 and rest != name.stem and rest[:1] in words.joints
            if parted and (len(rest) == 1 or words.generic_word.match(rest[1:])):
                return True
    return False


def _is_city(text: str, same: Sequence[Name], knowledge: Knowledge) -> bool:
    codes = [code for code in knowledge.gazetteer.named(same[0].stem) if code < 10_000]
    return (
        len(same) < _OFTEN
        and same[0].unit in _SHORTENED
        and any(knowledge.gazetteer.names[code] in text for code in codes)
    )


def _is_namesake(text: str, same: Sequence[Name], knowledge: Knowledge, others: bool) -> bool:
    """A 寨 may well be no more than part of another name, whatever stands beside it: 岩寨水利枢纽."""
    if same[0].unit not in ("寨", "屯") and not (others and all(name.trust < CERTAIN for name in same)):
        return False
    return all(knowledge.wording.behind.namesake.match(text, name.end) for name in same)


def _is_community(name: Name, knowledge: Knowledge) -> bool:
    return RANKS[knowledge.wording.names.levels[name.unit]] >= COMMUNITY


def as_kin(name: Name, good: Collection[str], words: NameWords) -> Name:
    """The name, or the longer one of the text that it is short for: 青瓦寨 for 青瓦寨村, 金石社区 for 金石移民社区.

    桃坪安置点 is 桃坪移民集中安置点 too.
    """
    for unit in _SHORTENED:
        if name.text + unit in good:
            return replace(name, stem=name.text, unit=unit)
    for what in (*words.left_out, *_told_longer(name, good, words)):
        if name.stem + what + name.unit in good:
            return replace(name, stem=name.stem + what)
    return name


def _told_longer(name: Name, good: Collection[str], words: NameWords) -> Iterator[str]:
    """What a longer name says between the two parts of this one about whom the place was built for."""
    for longer in good:
        if longer.startswith(name.stem) and longer.endswith(name.unit) and len(longer) > len(name.text):
            between = longer[len(name.stem) : -len(name.unit)]
            if (len(between) > _LONGEST_WORD and words.for_moved.fullmatch(between)) or is_people(between):
                yield between


def as_communities(units: Iterable[Unit]) -> Iterator[Unit]:
    """龙凤苑 beside 龙凤苑社区 is the community, and no estate of its own.

    第三社区 beside 柳泉农场第三社区 is that of the farm.
    """
    units = list(units)
    full = {unit.stem: unit for unit in units if unit.rank == COMMUNITY and unit.stem != unit.name}
    full |= {part: unit for unit in units if (part := part_named(unit.name))}
    for unit in units:
        known = full.get(unit.name)
        stem = known.stem if known and unit.name.startswith(known.stem) else unit.name
        yield unit if known is None else replace(unit, name=known.name, stem=stem, level=known.level)
