"""Reads which communities a page presents and which of them each stretch of it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from casekit.cases.atlas import Atlas
from casekit.cases.case import Case, CaseReading, Focus
from casekit.cases.census import take_census
from casekit.cases.clauses import Clauses, Stretch, find_stretches
from casekit.cases.describe import Draft, describe_case, find_surroundings
from casekit.cases.marks import find_marks
from casekit.cases.unit import COMMUNITY, Unit
from casekit.cases.walk import Turn, Walk
from casekit.core import Span
from casekit.quantities.quantity import Reading
from casekit.text.page import Page

_WORTH_READING = re.compile(r"社区|村|街道|小区|嘎查|安置点|安置区|团场")


def read_cases(page: Page, reading: Reading, title: str | None, atlas: Atlas) -> CaseReading:
    """The communities of a page and, along its text, which of them figures are about.

    A page that never speaks of a community, village or street is not read: no cases, no foci.
    """
    if not _WORTH_READING.search(page.text):
        return CaseReading((), ())
    return _Reader(page, reading, title, atlas).read()


class _Reader:
    """One page under way."""

    def __init__(self, page: Page, reading: Reading, title: str | None, atlas: Atlas) -> None:
        self.page, self.reading, self.atlas = page, reading, atlas
        self.stretches = list(find_stretches(page))
        self.clauses = Clauses.of(page.text, (stretch.start for stretch in self.stretches))
        found = atlas.units.find(page.text)
        self.hints = found.hints
        self.units = [unit for unit in found.units if self._in_text(unit.start)]
        self.groups = [m for m in atlas.groups.find(page.text) if self._in_text(m.start)]
        self.title_units = atlas.units.find(title).units if title else []

    def read(self) -> CaseReading:
        """Walks through the page and keeps the places that it presents or gives figures of."""
        marks = find_marks(self.page.text, self.units, self.atlas.wording, self.atlas.gazetteer.full_names)
        census = take_census(marks, self.title_units, self.stretches, self.clauses, self.atlas.wording)
        walk = Walk(self.page.text, census, self.clauses, self.atlas.wording, self.reading.quantities, self.units)
        walk.run(self.stretches, marks)
        inside = {at for unit in self.units for at in range(unit.chain_start, unit.end)}
        figures = Counter(
            _name_at(walk.turns, q.start)
            for q in self.reading.quantities
            if self._in_text(q.start) and q.start not in inside
        )
        kept = {name for name, count in figures.items() if name and count}
        kept |= {name for name in walk.presented if census.rank(name) >= COMMUNITY}
        drafts = self._drafts(kept, walk)
        self._locate(drafts, walk.turns)
        self._fill(drafts, walk.turns)
        return self._reading(drafts, walk)

    def _in_text(self, at: int) -> bool:
        number = bisect_right(self.stretches, at, key=lambda stretch: stretch.start) - 1
        return number >= 0 and self.stretches[number].kind != "furniture"

    def _drafts(self, kept: set[str], walk: Walk) -> dict[str, Draft]:
        """Drafts in the order of first mention."""
        drafts: dict[str, Draft] = {}
        outside = [replace(unit, chain_start=0, start=0, end=0) for unit in self.title_units]
        for unit in [*self.units, *outside]:
            if unit.name in kept:
                draft = drafts.setdefault(
                    unit.name, Draft(unit.name, unit.level, unit.rank, unit.start, unit.end)
                )
                draft.add_chain(unit)
            for position, (name, level) in enumerate(unit.uppers):
                if name in kept and name not in drafts:
                    at = self.page.text.find(name, unit.chain_start)
                    drafts[name] = Draft(name, level, walk.census.rank(name), at, at + len(name))
                if name in kept:
                    drafts[name].uppers += [u for u in unit.uppers[:position] if u not in drafts[name].uppers]
        if "全国" in kept:
            at = self.page.text.find("全国")
            drafts["全国"] = Draft("全国", "全国", -1, at, at + 2)
        return drafts

    def _locate(self, drafts: dict[str, Draft], turns: Sequence[Turn]) -> None:
        """荷城社区地处贵港市港北区: the place named after the community is where it is."""
        for unit in self.units:
            draft = drafts.get(_name_at(turns, unit.chain_start) or "")
            low = self.clauses.start(unit.chain_start)
            if draft is None or draft.rank <= unit.rank or unit.rank >= COMMUNITY:
                continue
            if self.atlas.wording.located.search(self.page.text, low, unit.chain_start):
                draft.uppers += [u for u in (*unit.uppers, (unit.name, unit.level)) if u not in draft.uppers]

    def _fill(self, drafts: dict[str, Draft], turns: Sequence[Turn]) -> None:
        """Foundings and groups go to the community that has the focus where they stand."""
        places = {at for unit in self.units for at in range(unit.chain_start, unit.end)}
        for founding in self.atlas.foundings.find(self.page.text):
            draft = drafts.get(_name_at(turns, founding.start) or "")
            if draft is not None and draft.founded is None and self._in_text(founding.start):
                draft.founded = founding.date
        for mention in self.groups:
            draft = drafts.get(_name_at(turns, mention.start) or "")
            if draft is None or mention.start in places:
                continue
            if draft.rank >= 2 and mention.name not in draft.groups:
                draft.groups.append(mention.name)

    def _reading(self, drafts: dict[str, Draft], walk: Walk) -> CaseReading:
        ordered = sorted(drafts.values(), key=lambda draft: draft.start)
        own = [unit for unit in self.units if unit.name not in walk.partners]
        around = find_surroundings(own, self.hints, self.atlas.gazetteer)
        written = self._written()
        cases: list[Case] = []
        problems: list[tuple[str, int | None, int | None, str]] = []
        for draft in ordered:
            case, place = describe_case(draft, around, self.atlas.gazetteer)
            cases.append(_in_script(case, written) if written else case)
            if place.candidates:
                names = "、".join(self._full_name(code) for code in place.candidates[:8])
                problems.append(("place-ambiguous", draft.start, draft.end, f"{draft.name}: {names}"))
        index = {draft.name: i for i, draft in enumerate(ordered)}
        return CaseReading(tuple(cases), tuple(_foci(walk.turns, index)), tuple(problems))

    def _full_name(self, code: int) -> str:
        names, digits = self.atlas.gazetteer.names, str(code)
        return "".join(names.get(int(digits[:n]), "") for n in (2, 4, 6) if n <= len(digits))

    def _written(self) -> dict[str, str]:
        """Names in the script of the text where that is not the one they were read in: 廣東省 for 广东省."""
        aligned, found = self.page.aligned, dict[str, str]()
        spans = [(m.start, m.name) for m in self.groups]
        for unit in self.units:
            at = unit.chain_start
            for name, _ in unit.uppers:
                spans.append((at, name))
                at += len(name)
            spans.append((unit.start, unit.name))
        for start, name in spans:
            if name not in found and name not in aligned.source and aligned.text.startswith(name, start):
                written = aligned.source_span(Span(start, start + len(name))).of(aligned.source)
                if len(written) == len(name):
                    found[name] = written
        return found


def _in_script(case: Case, written: Mapping[str, str]) -> Case:
    return replace(
        case,
        name=written.get(case.name, case.name),
        province=written.get(case.province or "", case.province),
        city=written.get(case.city or "", case.city),
        district=written.get(case.district or "", case.district),
        street=written.get(case.street or "", case.street),
        groups=tuple(written.get(group, group) for group in case.groups),
    )


def _name_at(turns: Sequence[Turn], at: int) -> str | None:
    number = bisect_right(turns, at, key=lambda turn: turn.start) - 1
    return turns[number].name if number >= 0 else None


def _foci(turns: Sequence[Turn], index: dict[str, int]) -> Iterable[Focus]:
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
