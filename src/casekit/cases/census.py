"""Who a text is about at all: how often each place is named, and what the title names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from casekit.cases.clauses import Clauses, Stretch, opens_clause
from casekit.cases.marks import Mark
from casekit.cases.unit import COMMUNITY, RANKS, Unit
from casekit.cases.wording import Wording

# What a text on communities has for each character; the sparsest report known has a third more of both.
_MARKS, _WORDS = 0.0035, 0.006
_SHORT = 300  # characters; a longer text on a community comes back to it
_DIGIT = re.compile(r"[\d一二两三四五六七八九十百千万]")
_FEW, _NATION = 3, 0.004
_WRITERS = re.compile(r"(?:通讯员|记者|特约撰稿)[\s　:：]")
_MOVED = re.compile("搬迁|安置|搬来|搬下|下山|迁出|搬家")
_SITES = ("安置点", "安置区", "聚居点", "定居点")
_ROUND = 3  # provinces
_LINK = 4  # characters between an estate and its community in an address
_SOON = 40  # characters in which an estate that is presented has its first figure
_EARLY, _LATE = 0.25, 0.35  # of the text
HAMLETS = ("寨", "屯")  # may lie in a village, or stand beside one
_ANYWHERE = ("这", "此")  # 这里 may be any place


@dataclass(frozen=True, slots=True)
class Census:
    """`counts` of communities by name, `ranks` of all places, and the place that the whole text is about, if one is.

    `titled` tells that the title names it. `local` tells that the text is about communities at all: national news
    that calls at one village for a sentence is not, and nothing outlasts the sentence there. A `roundup` goes from
    province to province: nothing outlasts the paragraph.
    """

    counts: Mapping[str, int]
    ranks: Mapping[str, int]
    main: str | None
    titled: bool
    local: bool
    roundup: bool = False

    def rank(self, name: str | None) -> int:
        """The rank of a place by name; that of a community for names outside the text."""
        return self.ranks.get(name or "", COMMUNITY)


def take_census(
    marks: Sequence[Mark],
    title_units: Sequence[Unit],
    stretches: Sequence[Stretch],
    clauses: Clauses,
    wording: Wording,
    province_of: Callable[[str], str | None],
) -> Census:
    """The census of a text; `title_units` are the places in its title, which may stand outside the text.

    `province_of` gives the province of a city or county that can lie in one only.
    """
    units = [unit for mark in marks for unit in mark.units]
    beside = {mark.units[0].start for mark in marks if mark.units and _is_beside(mark, clauses, wording)}
    counts = Counter(unit.name for unit in units if unit.rank >= COMMUNITY and unit.start not in beside)
    ranks = {name: RANKS[level] for unit in [*units, *title_units] for name, level in unit.uppers}
    ranks |= {unit.name: unit.rank for unit in [*units, *title_units]} | {"全国": -1}
    head = [
        *title_units,
        *(u for u in _before_prose(units, stretches, clauses.text) if not wording.published.match(clauses.text, u.end)),
    ]
    named = {unit.name for unit in head if unit.rank == COMMUNITY} or {u.name for u in head if u.rank > COMMUNITY}
    named = named or {unit.name for unit in _behind_prose(units, stretches) if unit.rank == COMMUNITY}
    round_trip = _goes_round(marks, clauses, wording)
    street = None if round_trip else _only_street(marks, counts)
    local = bool(named) or (
        _is_local(marks, stretches, clauses.text, wording, street) and not _is_national(counts, clauses.text, wording)
    )
    estate = _leading_estate(units, counts, clauses, wording)
    if len(named) == 1:
        main = next(iter(named))
        if estate is None or main == estate or not _only_in_addresses(main, head, stretches):
            return Census(counts, ranks, main, True, local)
        return Census(counts, ranks, estate, True, local)
    if not named and (upper := _upper_of(head, counts)) and (local or ranks[upper] > RANKS["市"]):
        return Census(counts, ranks, upper, True, local)
    roundup = _provinces(marks, clauses, wording, province_of) >= _ROUND
    if not local or roundup:
        return Census(counts, ranks, None, False, local, roundup)
    led = _leading_street(marks, counts, stretches, clauses, wording) or _leading_county(
        marks, stretches, clauses, wording
    )
    led = led or _leading_site(units, counts, clauses.text) or estate or street
    if not led and not round_trip:
        led = _only(counts, ranks, _comes_up(marks, clauses.text))
    return Census(counts, ranks, led, led is not None and led == estate, local)


def _names_street(mark: Mark) -> bool:
    return bool(mark.units) and mark.units[-1].rank == 3


def _tells_of_street(mark: Mark) -> bool:
    return mark.kind == "street" or _names_street(mark)


def _only_street(marks: Sequence[Mark], counts: Mapping[str, int]) -> str | None:
    """The one street of a text that speaks more often of it than of communities, and of it first if of any."""
    streets = {mark.units[-1].name for mark in marks if _names_street(mark)}
    told = sum(_tells_of_street(mark) for mark in marks)
    first = next((mark for mark in marks if mark.units and mark.units[-1].rank >= 3), None)
    leads = first is not None and (_names_street(first) or not counts)
    others = sum(mark.is_community or mark.kind in ("community", "own") for mark in marks)
    return streets.pop() if len(streets) == 1 and leads and told > others else None


def _is_beside(mark: Mark, clauses: Clauses, wording: Wording) -> bool:
    """隔壁冯家村: a neighbour is not who the text is about."""
    return wording.neighbour.search(clauses.text, clauses.start(mark.start), mark.start) is not None


def _is_local(
    marks: Sequence[Mark], stretches: Sequence[Stretch], text: str, wording: Wording, street: str | None
) -> bool:
    """Whether communities, or the one street that it is about, and the words of their life are dense enough."""
    size = sum(stretch.end - stretch.start for stretch in stretches if stretch.kind != "furniture")
    named = sum(
        mark.is_community or (mark.kind == "community" and not mark.word.startswith(_ANYWHERE)) for mark in marks
    )
    named += sum(_tells_of_street(mark) for mark in marks) if street else 0
    enough = named >= _MARKS * size and (named > 2 or size < _SHORT)
    return enough and len(wording.life.findall(text)) >= _WORDS * size


def _provinces(
    marks: Sequence[Mark], clauses: Clauses, wording: Wording, province_of: Callable[[str], str | None]
) -> int:
    """How many provinces the subjects and scenes of a text lie in."""
    led = (m for m in marks if m.units and opens_clause(clauses.text[clauses.start(m.start) : m.start], wording))
    names = {name for mark in led for unit in mark.units for name in (unit.name, *(upper for upper, _ in unit.uppers))}
    return len({province for name in names if (province := province_of(name)) is not None})


def _is_national(counts: Mapping[str, int], text: str, wording: Wording) -> bool:
    """Whether the country is spoken of densely, and more often than any community."""
    said = len(wording.nation.findall(text))
    return said > max(_FEW, _NATION * len(text), *counts.values())


def _comes_up(marks: Sequence[Mark], text: str) -> bool:
    """Whether a text on one community comes back to it by 该村 or 社区, if it is long enough to."""
    back = sum(mark.kind == "community" and not mark.word.startswith(_ANYWHERE) for mark in marks)
    return back >= _FEW or len(text) < _SHORT


def _before_prose(units: Sequence[Unit], stretches: Sequence[Stretch], text: str) -> list[Unit]:
    """The places in the headings above the first sentence; where its writers are (拜城县 通讯员 …) says nothing."""
    first = next((s.start for s in stretches if s.kind == "prose"), 0)
    heads = [(s.start, s.end) for s in stretches if s.kind == "heading" and s.end <= first]
    heads = [(start, end) for start, end in heads if not _WRITERS.search(text, start, end)]
    return [unit for unit in units if any(start <= unit.start < end for start, end in heads)]


def _behind_prose(units: Sequence[Unit], stretches: Sequence[Stretch]) -> list[Unit]:
    """The places in the lines below the last sentence, where letters and reports are signed."""
    last = max((s.end for s in stretches if s.kind == "prose"), default=0)
    return [unit for unit in units if unit.start >= last > 0]


def _upper_of(head: Sequence[Unit], counts: Mapping[str, int]) -> str | None:
    """A street or county in the title leads a text on several communities or on none, not one on a single community."""
    uppers = {unit.name for unit in head if unit.rank < COMMUNITY}
    return uppers.pop() if len(uppers) == 1 and len(counts) != 1 else None


def _leading_street(
    marks: Sequence[Mark], counts: Mapping[str, int], stretches: Sequence[Stretch], clauses: Clauses, wording: Wording
) -> str | None:
    """A street that is the first subject of a text on several communities."""
    prose = next((s.start for s in stretches if s.kind == "prose"), 0)
    for mark in marks:
        if mark.start >= prose and mark.units and len(counts) > 1:
            unit = mark.units[0]
            prefix = clauses.text[clauses.start(mark.start) : mark.start]
            scene = (prefix.endswith("在") or not _has_figure(clauses, mark.end)) and not _comes_back(unit, marks)
            return unit.name if unit.rank == 3 and opens_clause(prefix, wording) and not scene else None
    return None


def _leading_county(
    marks: Sequence[Mark], stretches: Sequence[Stretch], clauses: Clauses, wording: Wording
) -> str | None:
    """A county that is the first subject, has figures, comes back, and leaves its first community to a later part."""
    prose = next((s.start for s in stretches if s.kind == "prose"), 0)
    named = [mark for mark in marks if mark.units and mark.start >= prose]
    if not named or named[0].units[0].rank not in (1, 2):
        return None
    county, at = named[0].units[0], named[0].start
    first = next((mark.start for mark in named if mark.is_community), 0)
    leads = opens_clause(clauses.text[clauses.start(at) : at], wording) and _has_figure(clauses, named[0].end)
    return county.name if leads and first > _LATE * len(clauses.text) and _comes_back(county, marks) else None


def _leading_site(units: Sequence[Unit], counts: Mapping[str, int], text: str) -> str | None:
    """Where people were moved to, first of all and named again, in a text that names but villages beside it."""
    inner = [unit for unit in units if unit.rank >= COMMUNITY]
    if len(counts) < _FEW or len(_MOVED.findall(text)) < _FEW:
        return None
    site, others = inner[0], {unit.level for unit in inner if unit.name != inner[0].name}
    is_one = site.name.endswith(_SITES) or site.level in ("社区", "小区")
    return site.name if is_one and counts[site.name] > 1 and others <= {"村"} else None


def _only_in_addresses(name: str, head: Sequence[Unit], stretches: Sequence[Stretch]) -> bool:
    """Whether the lines above the text that name a place are made of places alone: 西工区金谷园街道 竹溪社区."""
    for line in stretches:
        inside = [unit for unit in head if line.start <= unit.start < line.end]
        rest = line.end - line.start - sum(unit.end - unit.chain_start for unit in inside)
        if any(unit.name == name for unit in inside) and rest > _LINK:
            return False
    return True


def _leading_estate(units: Sequence[Unit], counts: Mapping[str, int], clauses: Clauses, wording: Wording) -> str | None:
    """The one estate of a text on its renewal, presented early with figures; its community is hardly named oftener."""
    estates = {unit.name for unit in units if unit.level == "小区"}
    others = [name for name in counts if name not in estates]
    if len(estates) != 1 or len(others) > 1:
        return None
    estate = next(unit for unit in units if unit.name in estates)
    size = len(clauses.text)
    early = estate.start < _EARLY * size and any(
        _DIGIT.search(clauses.text, unit.end, unit.end + _SOON)
        for unit in units
        if unit.name == estate.name and unit.start < size / 2
    )
    works = len(wording.renewal.findall(clauses.text)) >= _FEW * 2
    # 竹溪社区|金桂小区 is an address; 整个竹溪社区4630户 tells of the community too.
    told = [unit for unit in units if unit.name in others and not 0 <= estate.start - unit.end < _LINK]
    owned = any(unit.start < (1 - _LATE) * size and _has_figure(clauses, unit.end) for unit in told)
    return estate.name if early and works and not owned and len(told) <= counts[estate.name] + 1 else None


def _has_figure(clauses: Clauses, at: int) -> bool:
    stop = clauses.end(at)
    stop = clauses.end(stop) if clauses.text[stop - 1] in "，," else stop
    return _DIGIT.search(clauses.text, at, stop) is not None


def _comes_back(street: Unit, marks: Sequence[Mark]) -> bool:
    """Whether the text names the street again, or speaks of 全镇."""
    named = sum(mark.units[-1].name == street.name for mark in marks if mark.units)
    return named > 1 or any(mark.kind == "whole" and street.name.endswith(mark.word) for mark in marks)


def _goes_round(marks: Sequence[Mark], clauses: Clauses, wording: Wording) -> bool:
    """Whether several cities or counties speak, and oftener than any village or town is named: none is the topic."""
    led = Counter(
        mark.units[-1].name
        for mark in marks
        if mark.units
        and mark.units[-1].rank in (1, 2)
        and opens_clause(clauses.text[clauses.start(mark.start) : mark.start], wording)
    )
    inner = Counter(unit.name for mark in marks for unit in mark.units if unit.rank > 2)
    often = max(inner.values(), default=0)
    return (len(led) > 1 and led.total() > often) or max(led.values(), default=0) > max(2, 2 * often)


def _only(counts: Mapping[str, int], ranks: Mapping[str, int], comes_up: bool) -> str | None:
    """The one community of a text, or the first and far most often named; 小区 count only where there is no other."""
    inner = {name: count for name, count in counts.items() if ranks[name] == COMMUNITY} or counts
    ordered = sorted(inner.items(), key=lambda pair: -pair[1])
    if not ordered:
        return None
    name, count = ordered[0]
    foremost = next(iter(counts))
    if (count == 1 and not comes_up) or (2 * counts[foremost] > count and foremost.endswith(HAMLETS)):
        return None
    rest = ordered[1][1] if len(ordered) > 1 else 0
    first = next(iter(inner)) == name and rest == 1 and len(ordered) == 2
    return name if count >= 3 * rest or (first and count > rest) else None
