"""Which place leads a report that has no community in its title: a street, a county, a new settlement, an estate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from casekit.cases.clauses import Clauses, Stretch, opens_clause
from casekit.cases.marks import Mark
from casekit.cases.near_words import LeadWords
from casekit.cases.unit import COMMUNITY, RANKS, STREET, Unit
from casekit.cases.wording import Wording

_DIGIT = re.compile(r"[\d一二两三四五六七八九十百千万]")
_FEW = 3
_BRIEF = 400  # characters
_TWICE = 2
_ANY = ("辖", "这", "此")  # 辖区, 这里: of a street as of a community
_HALF = 0.5  # of the text
_WITHIN = "里上内的"  # 村里, 社区内
_LINK = 4  # characters between an estate and its community in an address
_SOON = 40  # characters in which an estate that is presented has its first figure
_EARLY, _LATE = 0.25, 0.35  # of the text


def leading_street(
    marks: Sequence[Mark], counts: Mapping[str, int], stretches: Sequence[Stretch], clauses: Clauses, wording: Wording
) -> str | None:
    """A street that is the first subject of a text on several communities."""
    prose = next((s.start for s in stretches if s.kind == "prose"), 0)
    for mark in marks:
        if mark.start >= prose and mark.units and len(counts) > 1:
            unit = mark.units[0]
            prefix = clauses.text[clauses.start(mark.start) : mark.start]
            scene = (prefix.endswith("在") or not _has_figure(clauses, mark.end)) and not _comes_back(unit, marks)
            return unit.name if unit.rank == STREET and opens_clause(prefix, wording) and not scene else None
    return None


def leading_over_example(
    marks: Sequence[Mark], counts: Mapping[str, int], stretches: Sequence[Stretch], text: str
) -> str | None:
    """The one street of a text that keeps its only community to a paragraph or two, as an example of what was done.

    It is named before that community, and outside its paragraphs figures go on, and nobody says 社区 or 村里.
    """
    inner = [mark for mark in marks if mark.is_community]
    streets = [mark for mark in marks if mark.units and mark.units[-1].rank == STREET]
    if len(counts) != 1 or len({mark.units[-1].name for mark in streets}) != 1 or streets[0].start > inner[0].start:
        return None
    starts = [stretch.start for stretch in stretches]
    paragraph = {mark.start: stretches[bisect_right(starts, mark.start) - 1].paragraph for mark in marks}
    told = {paragraph[mark.start] for mark in inner}
    back = [
        mark
        for mark in marks
        if mark.kind == "community"
        and not mark.word.startswith(_ANY)
        and paragraph[mark.start] not in told
        and not text.endswith("个", 0, mark.start)
    ]
    others = {s.paragraph for s in stretches if s.kind == "prose" and s.paragraph not in told}
    return streets[0].units[-1].name if len(told) < _FEW and not back and len(others) > len(told) else None


def leading_county(
    marks: Sequence[Mark], stretches: Sequence[Stretch], clauses: Clauses, wording: Wording
) -> str | None:
    """A county that is the first subject, has figures, comes back, and leaves its first community to a later part.

    Or of which the text speaks far oftener than of any of its communities.
    """
    prose = next((s.start for s in stretches if s.kind == "prose"), 0)
    named = [mark for mark in marks if mark.units and mark.start >= prose]
    if not named or named[0].units[0].rank not in (1, 2):
        return None
    county, at = named[0].units[0], named[0].start
    first = next((mark.start for mark in named if mark.is_community), 0)
    leads = opens_clause(clauses.text[clauses.start(at) : at], wording) and _has_figure(clauses, named[0].end)
    if not leads or not _comes_back(county, marks):
        return None
    return county.name if first > _LATE * len(clauses.text) or _outweighs(county, marks) else None


def _outweighs(county: Unit, marks: Sequence[Mark]) -> bool:
    """Whether a text on several communities speaks of the county twice as often as of any of them."""
    whole = (mark.kind == "whole" and county.name.endswith(mark.word) and not mark.name for mark in marks)
    told = sum(whole) + sum(mark.units[-1].name == county.name for mark in marks if mark.units)
    counts = Counter(mark.units[-1].name for mark in marks if mark.is_community)
    return len(counts) > 1 and told >= _TWICE * max(counts.values())


def leading_lane(units: Sequence[Unit]) -> str | None:
    """The lane, market or island that a text is about: such places are not looked for in any other text."""
    return next((unit.name for unit in units if unit.is_site), None)


def leading_site(units: Sequence[Unit], counts: Mapping[str, int], text: str, words: LeadWords) -> str | None:
    """Where people were moved to, first of all and named again, in a text that names but villages beside it."""
    inner = [unit for unit in units if unit.rank >= COMMUNITY]
    if len(counts) < _FEW or len(words.moved.findall(text)) < _FEW:
        return None
    site, others = inner[0], {unit.level for unit in inner if unit.name != inner[0].name}
    is_one = site.name.endswith(words.sites) or site.level in ("社区", "小区")
    return site.name if is_one and counts[site.name] > 1 and others <= {"村"} else None


def running_site(site: str, units: Sequence[Unit], text: str, words: LeadWords) -> str | None:
    """The one community that runs the resettlement site of a title, named early and spoken of oftener than the site."""
    kind = next((kind for kind in words.sites if site.endswith(kind)), None)
    running = [unit for unit in units if unit.level == "社区"]
    if kind is None or len({unit.name for unit in running}) != 1 or running[0].start > _EARLY * len(text):
        return None
    return running[0].name if text.count("社区") > text.count(kind) else None


def leading_estate(units: Sequence[Unit], counts: Mapping[str, int], clauses: Clauses, wording: Wording) -> str | None:
    """The one estate of a text on its renewal, presented early with figures; its community is hardly named oftener.

    Who writes of 我们小区 writes of it, whatever was done.
    A large one may lie in several communities, which are named after it.
    """
    estates = {unit.name for unit in units if unit.level == "小区"}
    others = [name for name in counts if name not in estates]
    if len(estates) != 1:
        return None
    estate = next(unit for unit in units if unit.name in estates)
    if len(others) > 1 and any(unit.start < estate.start for unit in units if unit.name in others):
        return None
    size = len(clauses.text)
    early = estate.start < _EARLY * size and any(
        _DIGIT.search(clauses.text, unit.end, unit.end + _SOON)
        for unit in units
        if unit.name == estate.name and unit.start < size / 2
    )
    if early and wording.near.leads.own_estate.search(clauses.text):
        return estate.name
    works = len(wording.topics.renewal.findall(clauses.text)) >= _FEW * 2
    # 竹溪社区|金桂小区 is an address; 整个竹溪社区4630户 tells of the community too.
    told = [unit for unit in units if unit.name in others and not 0 <= estate.start - unit.end < _LINK]
    owned = any(unit.start < (1 - _LATE) * size and _has_figure(clauses, unit.end) for unit in told)
    often = max(Counter(unit.name for unit in told).values(), default=0)
    return estate.name if early and works and not owned and often <= counts[estate.name] + 1 else None


def leading_alone(units: Sequence[Unit], counts: Mapping[str, int], clauses: Clauses, words: LeadWords) -> str | None:
    """The one community that a text names, if it opens with how large it is and names no place that it does not lie in.

    A reporter who goes from door to door may never write its name again.
    """
    inner = [unit for unit in units if unit.rank >= COMMUNITY]
    if len(counts) != 1 or not inner or inner[0].start > _EARLY * len(clauses.text):
        return None
    chain = {name for unit in inner for name, _ in unit.uppers} | set(counts)
    alone = all(unit.name in chain for unit in units)
    return inner[0].name if alone and words.size.search(clauses.text, inner[0].end, inner[0].end + _SOON) else None


def leading_subject(units: Sequence[Unit], counts: Mapping[str, int], clauses: Clauses, wording: Wording) -> str | None:
    """The one community that a short text names, if it opens a clause in the first half.

    No place is named that it does not lie in.
    """
    inner = [unit for unit in units if unit.rank >= COMMUNITY]
    if len(counts) != 1 or not inner or len(clauses.text) > _BRIEF or inner[0].start > _HALF * len(clauses.text):
        return None
    chain = {name for unit in inner for name, _ in unit.uppers} | set(counts)
    if any(unit.name not in chain for unit in units):
        return None
    start = inner[0].chain_start
    return inner[0].name if opens_clause(clauses.text[clauses.start(start) : start], wording) else None


def leading_sole(marks: Sequence[Mark], counts: Mapping[str, int], clauses: Clauses, wording: Wording) -> str | None:
    """The one community that a text names, early, and comes back to by its class word more often than others speak.

    新家在柳湾社区。社区去年迁入430户，社区开了驾驶班: its name need not be written twice.
    """
    named = next((mark for mark in marks if mark.is_community), None)
    if len(counts) != 1 or named is None or named.start > _HALF * len(clauses.text):
        return None
    name, later = named.units[-1].name, [mark for mark in marks if mark.start > named.start]
    back = sum(m.kind == "community" and name.endswith(m.word[:2].rstrip(_WITHIN)) for m in later)
    others = (m for m in later if m.units and not m.is_community)
    led = sum(opens_clause(clauses.text[clauses.start(m.start) : m.start], wording) for m in others)
    return name if back >= max(_TWICE, led) else None


def comes_late(marks: Sequence[Mark], counts: Mapping[str, int], text: str) -> bool:
    """Whether the one community of a text is named but once, far behind its town: an example in a report on that.

    Nothing points at a community before: no 咱村, no 社区.
    """
    if sum(counts.values()) != 1:
        return False
    at = next(mark.start for mark in marks for unit in mark.units if unit.name in counts)
    before = [mark for mark in marks if mark.start < at]
    town = any(mark.units and mark.units[-1].rank == RANKS["镇"] for mark in before)
    return town and at > _HALF * len(text) and not any(mark.kind in ("community", "own") for mark in before)


def only_in_addresses(name: str, head: Sequence[Unit], stretches: Sequence[Stretch]) -> bool:
    """Whether the lines above the text that name a place are made of places alone: 西工区金谷园街道 竹溪社区."""
    for line in stretches:
        inside = [unit for unit in head if line.start <= unit.start < line.end]
        rest = line.end - line.start - sum(unit.end - unit.chain_start for unit in inside)
        if any(unit.name == name for unit in inside) and rest > _LINK:
            return False
    return True


def _has_figure(clauses: Clauses, at: int) -> bool:
    stop = clauses.end(at)
    stop = clauses.end(stop) if clauses.text[stop - 1] in "，," else stop
    return _DIGIT.search(clauses.text, at, stop) is not None


def _comes_back(street: Unit, marks: Sequence[Mark]) -> bool:
    """Whether the text names the street again, or speaks of 全镇."""
    named = sum(mark.units[-1].name == street.name for mark in marks if mark.units)
    return named > 1 or any(mark.kind == "whole" and street.name.endswith(mark.word) for mark in marks)
