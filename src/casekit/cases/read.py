"""Reads which communities a page presents and which of them each stretch of it is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from casekit.cases.atlas import Atlas
from casekit.cases.case import CaseReading, Focus
from casekit.cases.census import Census, take_census
from casekit.cases.clauses import Clauses, find_stretches
from casekit.cases.contrasted import find_contrasted
from casekit.cases.describe import describe_case
from casekit.cases.draft import Draft, draft_cases
from casekit.cases.gazetteer import Gazetteer
from casekit.cases.groups import GroupMention
from casekit.cases.headings import without_sayings
from casekit.cases.marks import Mark, find_marks
from casekit.cases.proper_names import find_proper_names, without_names
from casekit.cases.scene import Scene
from casekit.cases.script import find_script, in_script
from casekit.cases.short_streets import called_in_short
from casekit.cases.standing import Standing
from casekit.cases.surroundings import find_papers, find_surroundings
from casekit.cases.turns import Turn, name_at, names_at
from casekit.cases.unit import COMMUNITY, RANKS, Unit
from casekit.cases.units import Found
from casekit.cases.walk import Walk
from casekit.quantities.quantity import Reading
from casekit.text.page import Page

_FEW = 8
_WORK = re.compile(r"《[^》\n]{2,40}》")
_OF_GROUPS = RANKS["区县"]  # the groups that live in a province or a city are not asked for


def read_cases(page: Page, reading: Reading, title: str | None, atlas: Atlas) -> CaseReading:
    """The communities of a page and, along its text, which of them figures are about.

    A page that never speaks of a community, village or street is not read: no cases, no foci.
    """
    (cases,) = read_cases_of_many((page,), (reading,), (title,), atlas)
    return cases


def read_cases_of_many(
    pages: Sequence[Page], readings: Sequence[Reading], titles: Sequence[str | None], atlas: Atlas
) -> list[CaseReading]:
    """What `read_cases` gives for each, step by step: a processor goes faster that does the same to many."""
    worth = [number for number, page in enumerate(pages) if atlas.wording.topics.worth_reading.search(page.text)]
    found = atlas.units.find_all([pages[number].text for number in worth])
    headed = atlas.units.find_all([titles[number] or "" for number in worth])
    readers = [
        _Reader(pages[number], readings[number], titles[number], atlas, *places)
        for number, places in zip(worth, zip(found, headed, strict=True), strict=True)
    ]
    walks = [reader._walk() for reader in readers]
    out = [CaseReading((), ())] * len(pages)
    for number, reader, walk in zip(worth, readers, walks, strict=True):
        out[number] = reader.read(walk)
    return out


class _Reader:
    """One page under way; the places `found` in it and in its title (`headed`) are looked for where not given."""

    def __init__(
        self,
        page: Page,
        reading: Reading,
        title: str | None,
        atlas: Atlas,
        found: Found | None = None,
        headed: Found | None = None,
    ) -> None:
        self.page, self.atlas = page, atlas
        self.stretches = list(find_stretches(page))
        self._starts = [stretch.start for stretch in self.stretches]
        self.clauses = Clauses.of(page.text, (stretch.start for stretch in self.stretches))
        self.found = found or atlas.units.find(page.text)
        outside = _outside_works(self.found.units, page.text)
        self.units, below = self._meant([unit for unit in outside if self._in_text(unit.start)])
        self.names = find_proper_names(page.text, self.units)
        self.reading = without_names(reading, self.names)
        self.groups: list[GroupMention] = []
        headed = headed or atlas.units.find(title or "")
        in_title = without_sayings(_outside_works(headed.units, title or ""), title or "", below)
        self.title_units = in_title or self._signed(outside)

    def _meant(self, units: Sequence[Unit]) -> tuple[list[Unit], set[str]]:
        """The places without the figures of speech of the headlines, and the communities named below these."""
        first = next((stretch.start for stretch in self.stretches if stretch.kind == "prose"), 0)
        split = bisect_left(units, first, key=lambda unit: unit.start)
        below = {unit.name for unit in units[split:] if unit.rank >= COMMUNITY}
        return [*without_sayings(units[:split], self.page.text, below), *units[split:]], below

    def _signed(self, units: Sequence[Unit]) -> list[Unit]:
        """The community that signs a page which never names it: 来源：竹溪社区; none where several could be meant."""
        if any(unit.rank >= COMMUNITY for unit in self.units):
            return []
        outside = [unit for unit in units if unit.rank == COMMUNITY]
        return outside[:1] if len({unit.name for unit in outside}) == 1 else []

    def read(self, walk: Walk) -> CaseReading:
        """Keeps the places that the page presents or gives figures of."""
        drafts = draft_cases(self.page.text, self._kept(walk), self.units, self.title_units, walk.census)
        if not drafts:
            return CaseReading((), tuple(_foci(walk.turns, {})), (), _is_local(walk.census), names=self.names)
        self._locate(drafts, walk.turns)
        self._date(drafts, walk.turns)
        self._people(drafts, walk)
        return self._reading(drafts, walk)

    def _walk(self) -> Walk:
        wording, gazetteer = self.atlas.wording, self.atlas.gazetteer
        marks = find_marks(self.page.text, self.units, wording, gazetteer.full_name)
        marks += find_contrasted(self.page.text, marks, self.units, wording.near.pointing)
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        census = take_census(marks, self.title_units, self.stretches, self.clauses, wording, gazetteer.province_of)
        walk = Walk(Scene(self.clauses, wording, self.reading.quantities, self.units), census, Standing(census))
        if self._names_places(marks):
            walk.run(self.stretches, marks)
        return walk

    def _names_places(self, marks: Sequence[Mark]) -> bool:
        """Whether figures can be of a place at all: of one named here or in the title, or of the country (全国)."""
        return bool(self.units or self.title_units) or any(mark.word == "国" for mark in marks)

    def _in_text(self, at: int) -> bool:
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and self.stretches[number].kind != "furniture"

    def _kept(self, walk: Walk) -> set[str]:
        """The names that have figures, and the communities that are presented without; a number in a name is none."""
        inside = {at for unit in self.units for at in range(unit.chain_start, unit.end)}
        figures = (q.start for q in self.reading.quantities if q.start not in inside and self._in_text(q.start))
        return names_at(walk.turns, figures) | {
            name for name in walk.standing.presented if walk.census.rank(name) >= COMMUNITY
        }

    def _locate(self, drafts: Mapping[str, Draft], turns: Sequence[Turn]) -> None:
        """荷城社区位于贵港市港北区: the place named after the community is where it is.

        荷塘社区是贵港市港北区荷城街道|最老的社区: only then does 是 tell where it lies.
        """
        one_of_its = self.atlas.wording.near.scene.one_of_its
        for unit in self.units:
            draft = drafts.get(name_at(turns, unit.chain_start) or "")
            if draft is None or draft.rank <= unit.rank or unit.rank >= COMMUNITY:
                continue
            low = self.clauses.start(unit.chain_start)
            said = self.atlas.wording.located.search(self.page.text, low, unit.chain_start)
            if said is not None and (said.group() != "是" or one_of_its.match(self.page.text, unit.end)):
                draft.add_chain((*unit.uppers, (unit.name, unit.level)))

    def _date(self, drafts: Mapping[str, Draft], turns: Sequence[Turn]) -> None:
        """Foundings go to the place that has the focus where they stand."""
        ends = {unit.end for unit in self.units if unit.rank >= COMMUNITY}
        for founding in self.atlas.foundings.find(self.page.text, ends):
            draft = drafts.get(name_at(turns, founding.end - 1) or "")
            if draft is not None and draft.founded is None and self._in_text(founding.start):
                draft.founded = founding.date

    def _people(self, drafts: Mapping[str, Draft], walk: Walk) -> None:
        """Groups go to the place that has the focus where they stand, and to all spoken of jointly."""
        if all(draft.rank < _OF_GROUPS for draft in drafts.values()):
            return
        self.groups = [m for m in self.atlas.groups.find(self.page.text) if self._in_text(m.start)]
        names = {at for unit in self.units for at in range(unit.chain_start, unit.end)}
        for mention in self.groups:
            joint = next((row for start, end, row in walk.joint if start <= mention.start < end), ())
            for name in joint or (name_at(walk.turns, mention.start) or "",):
                draft = drafts.get(name)
                if draft is not None and draft.rank >= _OF_GROUPS and mention.start not in names:
                    draft.add_group(mention.name)

    def _reading(self, drafts: Mapping[str, Draft], walk: Walk) -> CaseReading:
        gazetteer = self.atlas.gazetteer
        own = [unit for unit in self.units if unit.name not in walk.partners]
        hints = self.found.hints
        papers = partial(find_papers, self.page.text, hints, self.atlas.wording.topics.medium)
        around = find_surroundings(own, hints, papers, gazetteer, walk.census.local, walk.census.main)
        ordered = sorted(drafts.values(), key=lambda draft: draft.start)
        described = [describe_case(draft, around, gazetteer) for draft in ordered]
        written = find_script(self.page.aligned, self.units, self.groups)
        problems = [
            ("place-ambiguous", case.start, case.end, f"{case.name}: {_choice(place.candidates, gazetteer)}")
            for case, place in described
            if place.candidates
        ]
        cases = tuple(in_script(case, written) for case, _ in described)
        short = called_in_short(self.page.text, [case.name for case in cases])
        cases = tuple(replace(case, name=short.get(case.name, case.name)) for case in cases)
        index = {draft.name: i for i, draft in enumerate(ordered)}
        foci, local = tuple(_foci(walk.turns, index)), _is_local(walk.census)
        return CaseReading(cases, foci, tuple(problems), local, walk.summed, self.names)


def _is_local(census: Census) -> bool:
    """Whether the text is about communities, or about one place below the provinces."""
    return census.local or (census.main is not None and census.rank(census.main) > RANKS["市"])


def _outside_works(units: Iterable[Unit], text: str) -> list[Unit]:
    """The places that do not only stand in the title of a book or a song: 《竹溪村的春天》, but 《竹溪村》."""
    works = [work.span() for work in _WORK.finditer(text)]
    if not works:
        return list(units)
    return [u for u in units if not any(start < u.start and u.end < end - 1 for start, end in works)]


def _choice(candidates: Sequence[int], gazetteer: Gazetteer) -> str:
    """The full names of the first few places that it may be."""
    names = gazetteer.names
    full = ("".join(names.get(int(str(code)[:n]), "") for n in (2, 4, 6) if n <= len(str(code))) for code in candidates)
    return "、".join(list(full)[:_FEW])


def _foci(turns: Sequence[Turn], index: Mapping[str, int]) -> Iterable[Focus]:
    """Turns to places that were not kept hold no figures; the focus before them stays."""
    last: Focus | None = None
    for turn in turns:
        if turn.name is not None and turn.name not in index:
            continue
        case = None if turn.name is None else index[turn.name]
        focus = Focus(turn.start, case, "unknown" if case is None else turn.how)
        if last is None or (focus.case, focus.how == "paired") != (last.case, last.how == "paired"):
            yield focus
        last = focus
