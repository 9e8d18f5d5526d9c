"""Places without their class word where the text has the full name elsewhere: 竹溪238户, 云城共改造小区42个."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from casekit.cases.near_words import BareWords
from casekit.cases.short_names import without_peoples
from casekit.cases.unit import COMMUNITY, STREET, Unit
from casekit.cases.uppers import Upper

# A bare name opens its clause or stands in a row of such names, and a number or what is said of it follows.
_OPENS = re.compile(r"(?<![^，。；：！？、,;:!?\s“”‘’「」（）()《》【】|—的])")
_COUNTED = re.compile(
    r"(?:[ 　]*\d|[一二三四五六七八九十两百千]{1,5}[余多来]?[户人名口个件起场户]|[也则还只更]|[有共是]\d|达到?\d|为\d"
    r"|分别|依次|各[得有]|呢[，,]|(?:的|[今去]年)[^，。；！？]{1,14}\d)"
)
_FIGURE = re.compile(r"\d[\d.,]*[万千]?[余多]?[户人名口个件起场]")
_ROW = tuple("、和与及")
_AFTER_ROW = re.compile(r"[^一-鿿]|等|[两二三四五六七八九十]|各|分|依|都|也|的|合|共")
_WIDE = ("省", "市")
_WITHIN = re.compile(r"(?<=[，。；：！？、,\s]在)|(?<=而在)|(?<=^在)")
_OFTEN = 3
_LABEL = ("：", ":")  # 云州|：一扇窗口办成事


def stands_bare(text: str, stem: str, often_enough: bool, words: BareWords) -> bool:
    """Whether the text uses this name without its class word: 麦翁174户 speaks for 麦翁村.

    Naming it three times does too where that is `often_enough`: of 松岚, not of 结合.
    """
    return (often_enough and text.count(stem) >= _OFTEN) or bool(_standing(text, (stem,), (), words))


def find_bare_communities(
    text: str, units: Sequence[Unit], free: Callable[[str, str], bool], words: BareWords
) -> Iterator[Unit]:
    """Communities and villages of the text by their stem alone, outside the places already found.

    Where a stem may be an ordinary word (幸福) a number must follow; one that is `free` of other meanings may
    open a clause, or follow what speaks of a place, whatever follows.
    """
    # 柳浪 is the community, not one of its estates that is called so too.
    inner = sorted((unit for unit in units if unit.rank >= COMMUNITY), key=lambda unit: -unit.rank)
    named = {unit.stem: unit for unit in inner if len(unit.stem) > 1}
    if not named:
        return
    short = {stem: without_peoples(words.kind.sub("", stem)) for stem in named}
    named = {short[stem]: named[stem] for stem in named if len(short[stem]) > 1} | named
    outer = {name[:-1] for name in _levels(units)} | {unit.stem for unit in units if unit.rank == STREET}
    sure = {stem for stem in named if stem not in outer and free(stem, text)}
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    streets = {unit.end: unit for unit in units if unit.rank == STREET}
    last = 0
    for start, stem in sorted(_standing(text, named, sure, words).items()):
        if start >= last:
            last, unit = start + len(stem), named[stem]
            if start not in taken:
                street = streets.get(start - 1) if text[start - 1] == "的" else None
                uppers = (*street.uppers, (street.name, street.level)) if street else ()
                yield Unit(start, start, last, unit.name, unit.stem, unit.level, uppers)


def _standing(text: str, stems: Collection[str], sure: Collection[str], words: BareWords) -> dict[int, str]:
    """Where the longest of the stems stands with the right words around it."""
    found: dict[int, str] = {}
    for stem in sorted(stems, key=len):
        before, behind = (words.before, words.alone) if stem in sure else (_OPENS, _COUNTED)
        at = text.find(stem)
        while at >= 0:
            end = at + len(stem)
            opens = before.match(text, at) and (behind.match(text, end) or _heads_a_row(text, end, stems))
            opens = opens or (_FIGURE.match(text, end) and words.before.match(text, at))  # 去年|花园213件
            if opens or (_ends_a_row(text, at, stems) and _AFTER_ROW.match(text, end)):
                found[at] = stem
            at = text.find(stem, at + 1)
    return found


def _heads_a_row(text: str, end: int, stems: Collection[str]) -> bool:
    """竹溪和|松岚: another of the names follows."""
    return text.startswith(_ROW, end) and any(text.startswith(stem, end + 1) for stem in stems)


def _ends_a_row(text: str, start: int, stems: Collection[str]) -> bool:
    """竹溪和|松岚: another of the names stands before."""
    return text.startswith(_ROW, start - 1) and any(text.endswith(stem, 0, start - 1) for stem in stems)


def find_bare_uppers(
    text: str, uppers: Sequence[Upper], units: Sequence[Unit], full_name: Callable[[str], str | None], words: BareWords
) -> Iterator[Unit]:
    """Cities and counties by their short name, as the subject of a clause, where the text has the full name too.

    Provinces and cities need no full name elsewhere: 宁夏已培养, 在四川，.
    """
    levels = _levels(units)
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    begin = last = 0
    inner = {upper.start for upper in uppers if upper.full and not upper.soft and not upper.whole}
    for upper in uppers:
        begin, last = (begin if upper.start == last else upper.start), upper.end
        if upper.end in inner:
            continue  # 贵州遵义|赤水 tells of 赤水
        labels = text.startswith(_LABEL, upper.end) and text[upper.start - 1 : upper.start] in ("", "\n")
        if labels and not upper.whole and (name := full_name(upper.name)) and (name in levels or upper.level in _WIDE):
            yield Unit(upper.start, upper.start, upper.end, name, "", upper.level)
            continue
        if upper.whole or upper.start in taken or not _may_open(text, begin, upper.start, words):
            continue
        name = full_name(upper.name)
        if name not in levels and words.time.match(text, upper.start):  # 阿克苏 is a prefecture, the text's is a city
            name = next((known for known in levels if known[:-1] == upper.name), name)
        if name in levels and _is_subject(text, upper.start, upper.end, words):
            yield Unit(upper.start, upper.start, upper.end, str(name), "", levels[str(name)])
        elif name is not None and _is_scene_of(text, begin, upper, words):
            yield Unit(begin, upper.start, upper.end, name, "", upper.level)


def _may_open(text: str, begin: int, start: int, words: BareWords) -> bool:
    """What a name at `start`, the last of those from `begin` on, needs to be a subject or a scene; few have it."""
    return words.may_open.match(text, start) is not None or (
        begin < start and words.may_open.match(text, begin) is not None
    )


def _is_subject(text: str, start: int, end: int, words: BareWords) -> bool:
    looking = words.looking.match(text, start)
    if _WITHIN.match(text, start) and text[end : end + 1].isdigit():
        return True  # 在云和|168个行政村当中
    if words.time.match(text, start) and words.deed.match(text, end):
        return True
    return looking is not None or (_OPENS.match(text, start) is not None and words.subject.match(text, end) is not None)


def _is_scene_of(text: str, begin: int, upper: Upper, words: BareWords) -> bool:
    """Whether 成都 is what its clause tells of; 四川成都, 贵州榕江 with less around it than a name alone."""
    if begin < upper.start and upper.full and upper.level != "省" and upper.name not in words.common:
        return _opens(text, begin) and words.of_somebody.match(text, upper.end) is None
    return upper.level in _WIDE and _is_scene(text, begin, upper.end, words)


def _opens(text: str, start: int) -> bool:
    return _WITHIN.match(text, start) is not None or _OPENS.match(text, start) is not None


def _is_scene(text: str, start: int, end: int, words: BareWords) -> bool:
    """Whether a province or city opens its clause and is what the rest of it tells of."""
    if _WITHIN.match(text, start):
        return words.scene.match(text, end) is not None
    return _OPENS.match(text, start) is not None and words.deed.match(text, end) is not None


def _levels(units: Sequence[Unit]) -> Mapping[str, str]:
    """The levels of the provinces, cities and counties that a text names in full."""
    parts = [(unit.name, unit.level) for unit in units if unit.rank < STREET]
    return dict([*parts, *((name, level) for unit in units for name, level in unit.uppers if level not in "街道镇")])
