"""What a named place does to the focus: a community, town or county that stands in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casekit.cases.census import Census
from casekit.cases.entry import Entry, read_entry
from casekit.cases.ground import Position
from casekit.cases.introduced import is_asked, is_introduced
from casekit.cases.marks import Mark
from casekit.cases.scene import Scene
from casekit.cases.standing import Standing
from casekit.cases.turns import Turn, note_turn
from casekit.cases.unit import COMMUNITY, Unit


@dataclass(slots=True)
class Steps:
    """`turns` in text order, the names of `partners`, and where names are spoken of `joint`; complete after `run`."""

    scene: Scene
    census: Census
    standing: Standing
    turns: list[Turn] = field(default_factory=list)
    partners: set[str] = field(default_factory=set)
    joint: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    named: dict[str, None] = field(default_factory=dict)
    other: str | None = None
    opener: str | None = None
    led: str | None = None
    upper: tuple[str, int] | None = None
    stop: int = 0
    paragraph: int = 0
    section: int = 0
    first: bool = False
    shared: bool = False
    last_named: Mapping[str, int] = field(default_factory=dict)
    summed: frozenset[int] = frozenset()

    def _turn(self, at: int, how: str) -> None:
        note_turn(self.turns, at, self.standing.focus(), how)

    def _unit(self, mark: Mark, at: Position) -> None:
        unit = mark.units[-1]
        if at.leads and unit.rank < COMMUNITY:
            self.upper = (unit.name, mark.end)
        if unit.rank >= COMMUNITY:
            self._community(unit, mark, at)
        elif (this := self.scene.this_one(mark)) is not None:
            if self.standing.became and "新" in this:
                self.standing.rebase(self.standing.became)
            else:
                self.standing.point_back(explicit=True)
            self._turn(at.start, "carried")
        elif self.scene.is_of_many(mark, at):
            self.standing.unknown |= not self.census.local
            self._turn(at.start, "carried")
        elif not self.census.local and at.leads and self.scene.is_site_in(mark):
            self.standing.unknown = True  # 在衡水湖畔植物园，花田800亩: not the city's
            self._turn(at.start, "carried")
        elif self._speaks(mark, at):
            # 县民政局 gives money to the community; after a figure of another city it speaks for its own.
            self.standing.raise_to(unit.name, self._has_paragraph(unit.name, mark))
            self._turn(at.start, "subject")
        elif self.scene.is_donor(mark):
            self.partners.add(unit.name)

    def _has_paragraph(self, name: str, mark: Mark) -> bool:
        """天冷了，镇里忙着备灾。: a town or county that opens a paragraph without naming a community has all of it.

        In a text on a community it must have figures there: 全区去年改造小区210个。今年再改30个.
        """
        if not self.standing.opening or self.shared or not self.census.local:
            return False
        return self.census.main == name or self.scene.has_figure_between(mark.end, self.stop)

    def _speaks(self, mark: Mark, at: Position) -> bool:
        """Whether a street, county or city tells of itself here; its offices do where no community is at home."""
        scene, abroad = self.scene, self.standing.is_abroad() or not self.census.local or self.standing.base is None
        if scene.is_planner(mark, at) or is_asked(scene, mark, at) or scene.sums_up(mark, at):
            return True
        if self.named and scene.wording.located.search(at.prefix):
            return False  # 两河口是个苗寨，在望丰乡，119户
        if scene.is_where_it_lies(mark, at):
            return False
        free = self.census.main is None or self.census.rank(self.census.main) < COMMUNITY
        source = not self.shared and scene.is_source(mark) and (free or scene.looks_ahead(mark, self.stop))
        return scene.speaks_for_itself(mark, at) and (abroad or source or not scene.is_office(mark))

    def _community(self, unit: Unit, mark: Mark, at: Position) -> None:
        name, standing = unit.name, self.standing
        former = bool(self.named) and at.prefix.endswith(self.scene.words.arrival.once_called)
        if former or self._is_address(unit, mark, at):
            return
        if at.leads:
            self.named[name] = None
            if self.standing.opening and at.prefix == "" and unit.rank == COMMUNITY:
                self.led = name
        if self.scene.is_head(mark):
            standing.speaker = name
        if name == standing.focus() or self._is_way(mark):
            return
        told = is_introduced(self.scene, mark, at)
        partner = self._is_partner(name, mark, at) and not told
        if name not in (standing.base, standing.current):
            self._other_community(unit, mark, at, partner=partner, told=told)
        elif standing.estate and unit.rank == COMMUNITY and self.scene.words.managed.search(at.prefix):
            standing.pass_by(name, figures=True)  # 小区所属的竹溪社区派来3名网格员。|业委会建群16个
            self._turn(at.start, "subject")
        elif at.leads or not partner:
            standing.back_to(name)
            self._turn(at.start if at.leads else mark.start, "subject" if at.leads else "stated")

    def _is_way(self, mark: Mark) -> bool:
        """城西街道说，竹溪社区|的做法|今年推开，补贴300万元: the street goes on speaking."""
        passing = self.standing.passing
        spoken = passing is not None and self.census.rank(passing) < COMMUNITY
        return spoken and self.scene.words.way.match(self.scene.text, mark.end) is not None

    def _is_address(self, unit: Unit, mark: Mark, at: Position) -> bool:
        """棉纺大院建于1988年，在柳东街道|竹溪社区，: where an estate lies that the sentence is about."""
        inner = any(self.census.rank(name) > unit.rank for name in self.named)
        lies = self.scene.wording.located.search(at.prefix) is not None
        return inner and lies and self.scene.text[mark.end : mark.end + 1] in "，,。；"

    def _other_community(self, unit: Unit, mark: Mark, at: Position, *, partner: bool, told: bool) -> None:
        """A community that is not the one of the section or paragraph: a neighbour, a partner, or the next in turn."""
        name, standing = unit.name, self.standing
        if self.scene.is_renamed(at):
            standing.become(name)
            self._turn(mark.start, "subject")
        elif self.scene.is_neighbour(mark, at) and not standing.upper_led() and standing.base:
            self.partners.add(name)
            standing.pass_by(name, self.scene.has_figures_soon(mark, besides=True))
            self._turn(at.start, "subject")
        elif partner or (name in self.partners and not (told or self._tells_of_it(mark, at))):
            self.partners.add(name)
            self.other = name if at.leads else self.other
        elif at.leads:
            entry = self._entry(mark, at)
            if standing.opening and entry.figures and unit.rank == COMMUNITY:
                self.opener = name
            standing.adopt(entry)
            if self.section and standing.opening and not self.scene.has_figure_between(self.section, mark.start):
                standing.section = name
            self._turn(at.start, "subject")
        elif self._comes_in(unit, mark, at):
            standing.adopt(self._entry(mark, at))
            self._turn(mark.start, "stated")
        else:
            self._touch(unit)

    def _touch(self, unit: Unit) -> None:
        """老街归竹溪社区打理，社区有2300户; in a text on a street, 住户最多的是竹溪社区。这个社区有2300户."""
        if unit.rank == COMMUNITY:
            self.standing.touched = unit.name
        if self.standing.upper_led():
            self.standing.community = unit.name

    def _tells_of_it(self, mark: Mark, at: Position) -> bool:
        """Whether figures of a partner follow, in the clause or in the sentence where it opens a line.

        In the text on a street or county a line that opens with it is about it: 从竹溪村上山，就到了松岚村。|竹溪村….
        """
        rank = self.census.rank(self.census.main) if self.census.main else COMMUNITY + 1
        opens = self.standing.opening and at.leads and at.prefix == "" and rank != COMMUNITY
        soon = self.scene.has_figures_soon(mark) if at.leads else self.scene.has_figures(mark)
        return soon or (opens and (rank < COMMUNITY or self.scene.has_figure_between(mark.end, self.stop)))

    def _entry(self, mark: Mark, at: Position) -> Entry:
        census, home = self.census, self.standing.base
        left_behind = not census.titled and home is not None and self.last_named.get(home, mark.end) < mark.start
        opening, fresh = self.standing.opening, not self.scene.has_figure_between(self.paragraph, mark.start)
        wider = census.rank(census.main) > COMMUNITY
        return read_entry(
            self.scene, mark, at, self.stop, opening=opening, left_behind=left_behind, fresh=fresh, wider=wider
        )

    def _is_partner(self, name: str, mark: Mark, at: Position) -> bool:
        known = self.census.main is not None or name in self.partners
        return self.scene.is_partner(mark, at, known) and not is_asked(self.scene, mark, at)

    def _comes_in(self, unit: Unit, mark: Mark, at: Position) -> bool:
        """Whether a name in the middle of a clause takes the focus: 试点放在了月亮湾社区, 街道在绿荷社区修路3公里."""
        standing = self.standing
        if standing.focus() is None and standing.base is None and not standing.unknown:
            return True
        if self.first and standing.opening and unit.uppers and self.census.main is None:
            return True
        if (
            unit.rank > COMMUNITY and (self.scene.is_built(at) or self._is_worked_on(mark, at))
        ) or self.scene.is_home_with_people(mark, at):
            return True
        free = self.census.main is None or self.census.rank(self.census.main) < COMMUNITY
        alone = unit.rank > COMMUNITY or (free and not self.named)
        if alone and (standing.opening or unit.rank == COMMUNITY) and self.scene.goes_on_about(mark, self.stop):
            return True
        if is_introduced(self.scene, mark, at):
            wider = self.census.main is None or self.census.rank(self.census.main) > COMMUNITY
            free = standing.upper_led() or wider or unit.rank > COMMUNITY
            return free or self.scene.has_figures_soon(mark)
        return standing.upper_led() and self.scene.acts_there(mark, at)

    def _is_worked_on(self, mark: Mark, at: Position) -> bool:
        """对|纺机院|实施改造，换管1900米: what is done to an estate is of it."""
        scene = self.scene
        if not at.prefix.endswith(scene.words.done_to) or scene.words.not_itself.match(scene.text, mark.end):
            return False
        return not scene.text.startswith("的", mark.end) and scene.has_figure_between(mark.end, self.stop)

    def _share(self, mark: Mark, at: Position) -> None:
        """占全县总规模（2.85万人）的6%, 已在前进区29个村推开: one figure is the county's, whoever speaks."""
        name = mark.units[-1].name if mark.units else mark.name or self.scene.places.nearest(mark.word, mark.start)
        part = self.scene.share_of(mark, at)
        if part and name and self.census.rank(name) < COMMUNITY:
            self.turns += [Turn(part[0], name, "paired"), Turn(part[1], self.standing.focus(), "carried")]
