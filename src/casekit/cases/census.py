"""Who a text is about at all: how often each place is named, and what the title names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from casekit.cases.clauses import Clauses, Stretch, opens_clause
from casekit.cases.leading import (
    comes_late,
    leading_alone,
    leading_county,
    leading_estate,
    leading_lane,
    leading_over_example,
    leading_site,
    leading_sole,
    leading_street,
    leading_subject,
    only_in_addresses,
    running_site,
)
from casekit.cases.marks import Mark
from casekit.cases.near_words import LeadWords
from casekit.cases.unit import COMMUNITY, COUNTY, RANKS, STREET, Unit
from casekit.cases.wording import Wording

# What a text on communities has for each character; the sparsest report known has a third more of both.
_MARKS, _WORDS = 0.0035, 0.006
# Where nothing tells of the country, a report may name its community less often.
_SPARSE = 0.0022
_SHORT = 300  # characters; a longer text on a community comes back to it
_FEW, _NATION = 3, 0.004
_ROUND = 3  # provinces; fewer will do where the country is spoken of and each community is named at most twice
_TWICE = 2
HAMLETS = ("寨", "屯")  # may lie in a village, or stand beside one
_ANYWHERE = ("这", "此")  # 这里 may be any place


@dataclass(frozen=True, slots=True)
class Census:
    """`counts` of communities by name, `ranks` of all places, and the place that the whole text is about, if one is.

    `titled` tells that the title names it. `local` tells that the text is about communities at all: national news
    that calls at one village for a sentence is not, and nothing outlasts the sentence there. A `roundup` goes from
    province to province: nothing outlasts the paragraph. News of two provinces is `calling` at communities that it
    hardly names again: they do not outlast theirs.
    """

    counts: Mapping[str, int]
    ranks: Mapping[str, int]
    main: str | None
    titled: bool
    local: bool
    roundup: bool = False
    calling: bool = False

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
    head = [*title_units, *_headed(units, stretches, clauses.text, wording)]
    named = _titled(head) or {unit.name for unit in _behind_prose(units, stretches) if unit.rank == COMMUNITY}
    leads = _leads(marks, units, counts, stretches, clauses, wording)
    dense = leads.alone is not None or _is_local(marks, stretches, clauses.text, wording, leads.street)
    local = bool(named) or (dense and not _is_national(counts, clauses.text, wording))
    if len(named) == 1:
        titled = next(iter(named))
        titled = running_site(titled, units, clauses.text, wording.near.leads) or titled
        at_address = leads.estate is not None and only_in_addresses(titled, head, stretches)
        return Census(counts, ranks, leads.estate if at_address else titled, True, local)
    over = leading_over_example(marks, counts, stretches, clauses.text)
    if not named and over and local:
        return Census(counts, ranks, over, any(unit.name == over for unit in head), local)
    if not named and (upper := _upper_of(head, counts, units)) and (local or ranks[upper] > RANKS["市"]):
        return Census(counts, ranks, upper, True, local)
    rounds = _provinces(marks, clauses, wording, province_of)
    seldom = max(counts.values(), default=0) <= _TWICE and wording.topics.nation.search(clauses.text) is not None
    roundup, calling = rounds >= _ROUND, rounds == _ROUND - 1 and seldom
    if not local or roundup or calling:
        return Census(counts, ranks, None, False, local, roundup, calling)
    led = leads.foremost
    if not led and not leads.round_trip and not comes_late(marks, counts, clauses.text):
        led = _only(counts, ranks, _comes_up(marks, clauses.text))
    return Census(counts, ranks, led, led is not None and led == leads.estate, local)


@dataclass(frozen=True, slots=True)
class _Leads:
    """Who may lead a text that no title gives to anybody: `foremost` does, `alone` is the only one it tells of.

    The `street` is the one street of the text, the `estate` that of its renewal; a `round_trip` has several cities.
    """

    foremost: str | None
    alone: str | None
    street: str | None
    estate: str | None
    round_trip: bool


def _leads(
    marks: Sequence[Mark],
    units: Sequence[Unit],
    counts: Mapping[str, int],
    stretches: Sequence[Stretch],
    clauses: Clauses,
    wording: Wording,
) -> _Leads:
    round_trip, words = _goes_round(marks, clauses, wording), wording.near.leads
    lane, street = leading_lane(units), None if round_trip else _only_street(marks, counts)
    estate = leading_estate(units, counts, clauses, wording)
    lively = _is_lively(stretches, clauses.text, wording)
    alone = lane or (leading_alone(units, counts, clauses, words) if lively else None)
    alone = alone or leading_sole(marks, counts, clauses, wording)
    alone = alone or leading_subject(units, counts, clauses, wording)
    foremost = lane or leading_street(marks, counts, stretches, clauses, wording)
    foremost = foremost or leading_county(marks, stretches, clauses, wording)
    foremost = foremost or leading_site(units, counts, clauses.text, words) or estate or street or alone
    return _Leads(foremost, alone, street, estate, round_trip)


def _headed(units: Sequence[Unit], stretches: Sequence[Stretch], text: str, wording: Wording) -> list[Unit]:
    """The places in the headings above the text, but not that of who published it."""
    return [
        unit
        for unit in _before_prose(units, stretches, text, wording.near.leads)
        if not wording.topics.published.match(text, unit.end)
    ]


def _titled(head: Sequence[Unit]) -> set[str]:
    """The communities named there, else the estates and other smaller places."""
    return {unit.name for unit in head if unit.rank == COMMUNITY} or {u.name for u in head if u.rank > COMMUNITY}


def _names_street(mark: Mark) -> bool:
    return bool(mark.units) and mark.units[-1].rank == STREET


def _tells_of_street(mark: Mark) -> bool:
    return mark.kind == "street" or _names_street(mark)


def _only_street(marks: Sequence[Mark], counts: Mapping[str, int]) -> str | None:
    """The one street of a text that speaks more often of it than of communities, and of it first if of any."""
    streets = {mark.units[-1].name for mark in marks if _names_street(mark)}
    told = sum(_tells_of_street(mark) for mark in marks)
    first = next((mark for mark in marks if mark.units and mark.units[-1].rank >= STREET), None)
    leads = first is not None and (_names_street(first) or not counts)
    others = sum(mark.is_community or mark.kind in ("community", "own") for mark in marks)
    return streets.pop() if len(streets) == 1 and leads and told > others else None


def _is_beside(mark: Mark, clauses: Clauses, wording: Wording) -> bool:
    """隔壁冯家村: a neighbour is not who the text is about."""
    return wording.partners.neighbour.search(clauses.text, clauses.start(mark.start), mark.start) is not None


def _is_local(
    marks: Sequence[Mark], stretches: Sequence[Stretch], text: str, wording: Wording, street: str | None
) -> bool:
    """Whether communities, or the one street that it is about, and the words of their life are dense enough."""
    size = _size(stretches)
    named = sum(
        mark.is_community or (mark.kind == "community" and not mark.word.startswith(_ANYWHERE)) for mark in marks
    )
    named += sum(_tells_of_street(mark) for mark in marks) if street else 0
    density = _MARKS if wording.topics.nation.search(text) else _SPARSE
    return named >= density * size and (named > 2 or size < _SHORT) and _is_lively(stretches, text, wording)


def _is_lively(stretches: Sequence[Stretch], text: str, wording: Wording) -> bool:
    """Whether the words of the life of communities are dense enough."""
    return len(wording.topics.life.findall(text)) >= _WORDS * _size(stretches)


def _size(stretches: Sequence[Stretch]) -> int:
    return sum(stretch.end - stretch.start for stretch in stretches if stretch.kind != "furniture")


def _provinces(
    marks: Sequence[Mark], clauses: Clauses, wording: Wording, province_of: Callable[[str], str | None]
) -> int:
    """How many provinces the subjects and scenes of a text lie in."""
    led = (m for m in marks if m.units and opens_clause(clauses.text[clauses.start(m.start) : m.start], wording))
    names = {name for mark in led for unit in mark.units for name in (unit.name, *(upper for upper, _ in unit.uppers))}
    return len({province for name in names if (province := province_of(name)) is not None})


def _is_national(counts: Mapping[str, int], text: str, wording: Wording) -> bool:
    """Whether the country is spoken of densely, and more often than any community."""
    said = len(wording.topics.nation.findall(text))
    return said > max(_FEW, _NATION * len(text), *counts.values())


def _comes_up(marks: Sequence[Mark], text: str) -> bool:
    """Whether a text on one community comes back to it by 该村 or 社区, if it is long enough to."""
    back = sum(mark.kind == "community" and not mark.word.startswith(_ANYWHERE) for mark in marks)
    return back >= _FEW or len(text) < _SHORT


def _before_prose(units: Sequence[Unit], stretches: Sequence[Stretch], text: str, words: LeadWords) -> list[Unit]:
    """The places in the headings above the first sentence; where its writers are (拜城县 通讯员 …) says nothing."""
    first = next((s.start for s in stretches if s.kind == "prose"), 0)
    heads = [(s.start, s.end) for s in stretches if s.kind == "heading" and s.end <= first]
    below = [(s.start, s.end) for s in stretches if s.kind == "heading" and s.start >= first > 0]
    if len(heads) > 1 and _heads_sections(units, heads[-1], below):
        heads.pop()
    heads = [(start, end) for start, end in heads if not words.writers.search(text, start, end)]
    return [unit for unit in units if any(start <= unit.start < end for start, end in heads)]


def _heads_sections(units: Sequence[Unit], last: tuple[int, int], below: Sequence[tuple[int, int]]) -> bool:
    """竹溪：先修水管 / … / 松岚：再装电梯: the last heading above the text names the first of several."""
    named = {unit.name for unit in units if last[0] <= unit.start < last[1] and unit.rank >= COMMUNITY}
    others = {
        unit.name for unit in units for start, end in below if start <= unit.start < end and unit.rank >= COMMUNITY
    }
    return len(named) == 1 and bool(others - named)


def _behind_prose(units: Sequence[Unit], stretches: Sequence[Stretch]) -> list[Unit]:
    """The places in the lines below the last sentence, where letters and reports are signed; not those of pictures."""
    last = max((s.end for s in stretches if s.kind == "prose"), default=0)
    shown = [(s.start, s.end) for s in stretches if s.kind == "caption" and s.start >= last]
    return [u for u in units if u.start >= last > 0 and not any(start <= u.start < end for start, end in shown)]


def _upper_of(head: Sequence[Unit], counts: Mapping[str, int], units: Sequence[Unit]) -> str | None:
    """A street or county in the title leads a text on several communities or on none, not one on a single community.

    It does where that one is named but once, behind the street itself: an example in its report.
    """
    uppers = {unit.name for unit in head if unit.rank < COMMUNITY}
    if len(uppers) != 1:
        return None
    upper = uppers.pop()
    if len(counts) == 1:
        first = next(unit.start for unit in units if unit.rank >= COMMUNITY)
        told = any(unit.name == upper and unit not in head and unit.start < first for unit in units)
        is_street = any(unit.name == upper and unit.rank == STREET for unit in head)
        return upper if is_street and told and sum(counts.values()) == 1 else None
    return upper


def _goes_round(marks: Sequence[Mark], clauses: Clauses, wording: Wording) -> bool:
    """Whether several cities or counties speak, and oftener than any village or town is named: none is the topic."""
    led = Counter(
        mark.units[-1].name
        for mark in marks
        if mark.units
        and mark.units[-1].rank in (1, 2)
        and opens_clause(clauses.text[clauses.start(mark.start) : mark.start], wording)
    )
    inner = Counter(unit.name for mark in marks for unit in mark.units if unit.rank > COUNTY)
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
