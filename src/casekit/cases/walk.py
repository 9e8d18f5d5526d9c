"""Goes through a text mark by mark and says, clause by clause, whose figures follow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from casekit.cases.census import Census
from casekit.cases.clauses import Stretch
from casekit.cases.marks import AND_OTHERS, Mark
from casekit.cases.pairs import find_pairs
from casekit.cases.scene import Position, Scene
from casekit.cases.standing import Standing
from casekit.cases.unit import COMMUNITY, Unit
from casekit.core.settled import settled

_AMONG = ("、", "和", "与", "及")
_KINDS = ("社区", "居民区", "嘎查", "连", "村")
_EXPLICIT = ("该", "本", "这个", "我们")


@settled
@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on figures are about `name`, None where nobody can say."""

    start: int
    name: str | None
    how: str


@dataclass(slots=True)
class Walk:
    """`turns` in text order and the names of `partners`; complete after `run`."""

    scene: Scene
    census: Census
    standing: Standing
    turns: list[Turn] = field(default_factory=list)
    partners: set[str] = field(default_factory=set)
    listed: tuple[str, ...] = ()
    first: bool = False
    goes_on: dict[int, bool] = field(default_factory=dict)

    def run(self, stretches: Sequence[Stretch], marks: Sequence[Mark]) -> None:
        """Reads the whole text."""
        if main := self.census.main:
            self.standing.rebase(main)
            self._turn(0, "title" if self.census.titled else "carried")
        starts = [mark.start for mark in marks]
        self.goes_on = self._going_on(stretches, marks)
        for stretch in stretches:
            inside = marks[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]
            if stretch.kind == "heading":
                self._heading(stretch, inside)
            elif stretch.kind == "caption":
                self._caption(stretch, inside)
            elif stretch.kind == "prose":
                self._prose(stretch, inside)

    def _going_on(self, stretches: Sequence[Stretch], marks: Sequence[Mark]) -> dict[int, bool]:
        """Paragraphs whose first pointer is 村里 or 社区: they go on about the community before them."""
        out: dict[int, bool] = {}
        starts = [mark.start for mark in marks]
        for stretch in stretches:
            for mark in marks[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]:
                if stretch.kind == "prose" and (mark.units or self.scene.position(mark, stretch).leads):
                    out.setdefault(stretch.paragraph, mark.kind == "community")
        return out

    def _heading(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        standing, main = self.standing, self.census.main
        names = {unit.name for mark in marks for unit in mark.units if unit.rank >= COMMUNITY}
        in_title = not standing.presented and self.census.titled and not standing.in_prose
        standing.in_prose = False
        if len(names) == 1 and (not in_title or main in names):
            standing.rebase(names.pop())
            self._turn(stretch.start, "heading")
        elif not names and main and self.census.rank(main) < COMMUNITY:
            standing.rebase(main)
            self._turn(stretch.start, "carried")

    def _caption(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        names = {unit.name for mark in marks for unit in mark.units if unit.rank >= COMMUNITY}
        if len(names) == 1 and (name := names.pop()) != self.standing.focus():
            self.turns += [Turn(stretch.start, name, "stated"), Turn(stretch.end, self.standing.focus(), "carried")]

    def _prose(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        self.standing.enter_sentence(stretch.opens_paragraph)
        if stretch.opens_paragraph and self.standing.upper_led() and self.goes_on.get(stretch.paragraph):
            self.standing.point_back(explicit=False)
        self._turn(stretch.start, "carried")
        self.first = True
        for mark in marks:
            at = self.scene.position(mark, stretch)
            if mark.kind == "unit":
                self._unit(mark, at)
            elif mark.kind == "list":
                self._list(mark, at, stretch.end)
            elif mark.kind == "plural":
                self._plural(mark, at, stretch.end)
            elif at.leads:
                self._pointing(mark, at)
            self.first = False

    def _turn(self, at: int, how: str) -> None:
        """Notes a change of focus; a turn to another place replaces the one that begins where it does."""
        focus = self.standing.focus()
        if self.turns and self.turns[-1].start == at and self.turns[-1].name == focus:
            return
        while self.turns and self.turns[-1].start >= at:
            self.turns.pop()
        if not self.turns or self.turns[-1].name != focus or self.turns[-1].how == "paired":
            self.turns.append(Turn(at, focus, "unknown" if focus is None else how))

    def _unit(self, mark: Mark, at: Position) -> None:
        unit = mark.units[-1]
        if unit.rank >= COMMUNITY:
            self._community(unit, mark, at)
        elif self.scene.speaks_for_itself(mark, at) and (self.standing.passing or not self.scene.is_office(mark)):
            # 县民政局 gives money to the community; after a figure of another city it speaks for its own.
            self.standing.raise_to(unit.name)
            self._turn(at.start, "subject")
        elif self.scene.is_donor(mark):
            self.partners.add(unit.name)

    def _community(self, unit: Unit, mark: Mark, at: Position) -> None:
        name, standing = unit.name, self.standing
        if name == standing.focus():
            return
        partner = self._is_partner(name, mark, at)
        if name in (standing.base, standing.current):
            if at.leads or not partner:
                standing.back_to(name)
                self._turn(at.start if at.leads else mark.start, "subject" if at.leads else "stated")
        elif partner or (name in self.partners and not self.scene.has_figures(mark)):
            self.partners.add(name)
        elif at.leads:
            standing.adopt(unit, self.scene.has_figures(mark), self.scene.is_part(at))
            self._turn(at.start, "subject")
        elif self._comes_in(unit, mark, at):
            standing.adopt(unit, True)
            self._turn(mark.start, "stated")
        elif standing.upper_led():
            standing.community = name  # 块头最大的数凤凰社区。这个社区有1508户

    def _is_partner(self, name: str, mark: Mark, at: Position) -> bool:
        return self.scene.is_partner(mark, at, self.census.main is not None or name in self.partners)

    def _comes_in(self, unit: Unit, mark: Mark, at: Position) -> bool:
        """Whether a name in the middle of a clause takes the focus: 试点放在了月亮湾社区, 街道在绿荷社区修路3公里."""
        standing = self.standing
        if standing.focus() is None and standing.base is None and not standing.unknown:
            return True
        if self.first and standing.opening and unit.uppers and self.census.main is None:
            return True
        if self.scene.is_introduced(mark, at):
            return standing.upper_led() or self.census.main is None
        return standing.upper_led() and self.scene.has_figures(mark)

    def _pointing(self, mark: Mark, at: Position) -> None:
        standing = self.standing
        if mark.kind == "community":
            if (other := self._other_kind(mark.word)) is not None:
                standing.back_to(other)
                self._turn(at.start, "carried")
            elif standing.point_back(self.scene.text.startswith(_EXPLICIT, mark.start)):
                self._turn(at.start, "carried")
            return
        if self.scene.text.startswith(_AMONG, mark.end):
            return  # 街道、物业与居民分别出资: one of several who give
        if mark.kind == "whole":
            name = mark.name or self.scene.nearest(mark.word, mark.start)
        elif standing.base_rank() == 3:
            name = standing.base
        else:
            ours = mark.word.startswith(_EXPLICIT)
            name = standing.street or (self.scene.nearest(mark.word[-2:], mark.start) if ours else None)
        if name:
            standing.raise_to(name)
            self._turn(at.start, "stated" if mark.kind == "whole" else "carried")

    def _other_kind(self, word: str) -> str | None:
        """连队 in a text on a farm's company and the village across the canal is the company, not the village."""
        kind = next((kind for kind in _KINDS if kind in word), None)
        focus = self.standing.focus()
        if kind is None or focus is None or self.census.rank(focus) < COMMUNITY or focus.endswith(kind):
            return None
        standing = self.standing
        presented = (name for name in self.census.counts if name in standing.presented)
        known = (standing.current, standing.base, standing.community, *presented)
        return next((name for name in known if name and name.endswith(kind) and name not in self.partners), None)

    def _list(self, mark: Mark, at: Position, stop: int) -> None:
        names = tuple(unit.name for unit in mark.units)
        if self._pair(names, mark.end, stop):
            return
        scene = at.prefix.startswith(("在", "到")) and AND_OTHERS.match(self.scene.text, mark.end) is not None
        if scene or not at.leads:
            own = (self.standing.base, self.standing.current)
            self.partners.update(name for name in names if name not in own)
        elif len(names) > 1 and not self._is_partner("", mark, at):
            self.standing.join()
            self._turn(at.start, "carried")

    def _plural(self, mark: Mark, at: Position, stop: int) -> None:
        """两个社区 are the two of the last list, or the only two of the text."""
        names = self.listed if len(self.listed) == mark.count else tuple(self.census.counts)
        if len(names) == mark.count > 1 and not self._pair(names, mark.end, stop) and at.leads:
            self.standing.join()
            self._turn(at.start, "carried")

    def _pair(self, names: tuple[str, ...], after: int, stop: int) -> bool:
        """Gives each name of a list its own figures, if the clauses up to `stop` have some for each."""
        self.listed = names
        clauses = self.scene.clauses
        pairs = list(find_pairs(names, after, stop, clauses, self.scene.quantities)) if len(names) > 1 else []
        if not pairs:
            return False
        self.standing.join()
        self._turn(after, "carried")
        taken = {pair.start for pair in pairs}
        ends = {clauses.end(pair.start) for pair in pairs} - taken
        self.turns += [Turn(pair.start, pair.name, "paired") for pair in pairs]
        self.turns += [Turn(end, self.standing.focus(), "carried") for end in ends if end < stop]
        first = bisect_left(self.turns, after, key=lambda turn: turn.start)
        self.turns[first:] = sorted(self.turns[first:], key=lambda turn: turn.start)
        self.standing.presented.update(names)
        return True


def name_at(turns: Sequence[Turn], at: int) -> str | None:
    """Whose figures stand at an offset."""
    number = bisect_right(turns, at, key=lambda turn: turn.start) - 1
    return turns[number].name if number >= 0 else None
