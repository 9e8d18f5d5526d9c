"""Goes through a text mark by mark and says, clause by clause, whose figures follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from casekit.cases.census import Census
from casekit.cases.clauses import Clauses, Stretch, opens_clause
from casekit.cases.marks import AND_OTHERS, NOT_WHOLE, Mark
from casekit.cases.pairs import find_pairs
from casekit.cases.unit import COMMUNITY, Unit
from casekit.cases.wording import Wording
from casekit.quantities.quantity import Quantity

_AFTER_FIGURE = re.compile(r"[）)]?[、和与及]")
_TOWARD = ("从", "为", "给", "对", "向", "由", "比", "使", "让", "帮", "帮助", "支持", "按", "按照", "因")


@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on figures are about `name`, None where nobody can say."""

    start: int
    name: str | None
    how: str


@dataclass(slots=True)
class Walk:
    """The state while reading: three layers of focus, the innermost that is set counts.

    `base` is who the section is about, `current` who the paragraph is about, `passing` who the sentence is about:
    全市 in the report of one community passes with its sentence.
    """

    text: str
    census: Census
    clauses: Clauses
    wording: Wording
    quantities: Sequence[Quantity]
    units: Sequence[Unit]
    figure_starts: list[int] = field(init=False)
    base: str | None = None
    current: str | None = None
    passing: str | None = None
    unknown: bool = False
    community: str | None = None
    base_how: str = "title"
    turns: list[Turn] = field(default_factory=list)
    partners: set[str] = field(default_factory=set)
    presented: set[str] = field(default_factory=set)
    last_list: tuple[str, ...] = ()
    stop: int = 0
    left: str | None = None
    street: str | None = None
    opening: bool = False
    first: bool = False
    prose_seen: bool = False
    in_prose: bool = False

    def __post_init__(self) -> None:
        self.figure_starts = [quantity.start for quantity in self.quantities]

    def focus(self) -> str | None:
        """Who figures are about at this point."""
        return None if self.unknown else self.passing or self.current or self.base

    def run(self, stretches: Sequence[Stretch], marks: Sequence[Mark]) -> None:
        """Reads the whole text; `turns`, `presented` and `partners` are complete afterwards."""
        self.base = self.current = self.census.main
        if self.base:
            self.turns.append(Turn(0, self.base, "title" if self.census.titled else "carried"))
            if self.census.rank(self.base) >= COMMUNITY:
                self.community = self.base
        starts = [mark.start for mark in marks]
        for stretch in stretches:
            inside = marks[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]
            getattr(self, f"_{stretch.kind}")(stretch, inside)

    def _furniture(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        pass

    def _heading(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        self.in_prose = False
        units = {unit.name: unit for mark in marks for unit in mark.units if unit.rank >= COMMUNITY}
        if len(units) == 1 and (self.prose_seen or not self.census.titled or self.census.main in units):
            (name,) = units
            self._rebase(name)
            self._turn(stretch.start, "heading")
        elif not units and self.census.main and self.census.rank(self.census.main) < COMMUNITY:
            self._rebase(self.census.main)
            self._turn(stretch.start, "carried")

    def _caption(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        names = {unit.name for mark in marks for unit in mark.units if unit.rank >= COMMUNITY}
        if len(names) == 1 and (name := names.pop()) != self.focus():
            self.turns.append(Turn(stretch.start, name, "stated"))
            self.turns.append(Turn(stretch.end, self.focus(), "carried"))

    def _prose(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        self.prose_seen = self.in_prose = True
        if self.base and self.census.rank(self.base) >= COMMUNITY:
            self.presented.add(self.base)
        self.passing, self.unknown = None, False
        self.opening = stretch.opens_paragraph
        if stretch.opens_paragraph:
            self.street = None
        if stretch.opens_paragraph and self.base:
            self.left = self.current if self.current != self.base else None
            self.current = self.base
        elif stretch.opens_paragraph:
            self.left = None
        self._turn(stretch.start, "carried")
        self.stop = stretch.end
        self.first = True
        for mark in marks:
            start = self.clauses.start(mark.start)
            start = max(stretch.start, self._after_figures(start, mark.start))
            prefix = self.text[start : mark.start]
            lead = opens_clause(prefix, self.wording) and not self._follows_a_unit(start, mark)
            getattr(self, f"_at_{mark.kind}")(mark, start, prefix, lead)
            self.first = False

    def _follows_a_unit(self, start: int, mark: Mark) -> bool:
        """与桃坪村相邻的李坪村 is not what its clause is about; 兴工街道的永善社区 is."""
        before = [unit for unit in self.units if start <= unit.start and unit.end <= mark.start]
        if not before:
            return False
        last = before[-1]
        inner = not mark.units or mark.units[0].rank > last.rank
        return not (inner and self.text[mark.start - 1] == "的" and mark.start - last.end <= 5)

    def _after_figures(self, start: int, at: int) -> int:
        """卓玛林社区210万元、|曲宗社区560万元: after a figure, 、 and 和 part like commas."""
        last = bisect_left(self.figure_starts, at) - 1
        if last < 0 or self.figure_starts[last] < start:
            return start
        joint = _AFTER_FIGURE.match(self.text, self.quantities[last].end)
        return joint.end() if joint and joint.end() <= at else start

    def _turn(self, at: int, how: str) -> None:
        """Notes a change of focus; a turn at the same place replaces the one before."""
        while self.turns and self.turns[-1].start >= at:
            self.turns.pop()
        if not self.turns or self.turns[-1].name != self.focus() or self.turns[-1].how == "paired":
            self.turns.append(Turn(at, self.focus(), how))

    def _rebase(self, name: str) -> None:
        self.base = self.current = name
        self.passing, self.unknown = None, False
        if self.census.rank(name) >= COMMUNITY:
            self.community = name
            if self.in_prose:
                self.presented.add(name)

    def _at_unit(self, mark: Mark, start: int, prefix: str, lead: bool) -> None:
        unit = mark.units[-1]
        if unit.rank >= COMMUNITY:
            self._community(unit, mark, start, prefix, lead)
        elif lead and not prefix.endswith(_TOWARD) and not NOT_WHOLE.match(self.text, mark.end):
            # 县民政局 gives money to the community; after a figure of another city it speaks for its own.
            if self.passing or not self.wording.office.match(self.text, mark.end):
                self._upper(unit.name, start, "subject")

    def _community(self, unit: Unit, mark: Mark, start: int, prefix: str, lead: bool) -> None:
        name = unit.name
        if name == self.focus():
            return
        partner = self._is_partner(mark, prefix, lead)
        if name in (self.base, self.current):
            if not partner or lead:
                self.passing, self.unknown = None, False
                self.current = name
                self._turn(start if lead else mark.start, "subject" if lead else "stated")
        elif partner or (name in self.partners and not self._has_figures(mark)):
            self.partners.add(name)
        elif lead:
            self._adopt(unit, start, "subject", self._has_figures(mark))
        elif self.base is None and self.current is None and not self.passing:
            self._adopt(unit, mark.start, "stated")
        elif self.opening and self.first and unit.uppers and self.census.main is None:
            self._adopt(unit, mark.start, "stated")
        elif self.census.rank(self.base) < COMMUNITY and self._has_figures(mark):
            self._adopt(unit, mark.start, "stated")

    def _adopt(self, unit: Unit, at: int, how: str, figures: bool = True) -> None:
        """Gives the focus to a community that did not have it: for good, for the paragraph or for the sentence."""
        name, often = unit.name, self.census.counts.get(unit.name, 0) > 1
        base_rank = self.census.rank(self.base)
        self.passing, self.unknown = None, False
        if self.base is None or (base_rank > COMMUNITY >= unit.rank):
            self._rebase(name)
        elif base_rank < COMMUNITY:
            self.current = self.community = name
            self.presented.add(name)
        elif unit.rank > base_rank:
            self.passing = name if figures else None
        elif self.census.main is None and (often or self.opening or unit.uppers):
            self._rebase(name)
        elif self.opening and often and unit.uppers:
            self._rebase(name)
        elif self.opening:
            self.current = self.community = name
            self.presented.add(name)
        else:
            self.passing = name
        self._turn(at, how)

    def _is_partner(self, mark: Mark, prefix: str, lead: bool) -> bool:
        """与石门村结对, 石门村是社区的结对村; but not 新桥社区 in 新桥社区毗邻大学城."""
        if self.wording.partner_before.search(prefix):
            return True
        words = self.wording.partner_after if not lead else self.wording.partner_deed
        after = words.search(self.text, mark.end, self.clauses.end(mark.start))
        known = self.census.main is not None or mark.units[-1].name in self.partners
        return after is not None and (not lead or self.text[mark.end] in "是为成作" or known)

    def _has_figures(self, mark: Mark) -> bool:
        first = bisect_left(self.figure_starts, mark.end)
        return first < len(self.figure_starts) and self.figure_starts[first] < self.clauses.end(mark.start)

    def _upper(self, name: str, at: int, how: str) -> None:
        self.unknown = False
        if self.census.rank(name) == 3:
            self.street = name
        if name == self.base:
            self.current, self.passing = name, None
        elif self.base is None and name != "全国":
            self.current = name
        else:
            self.passing = name
        self._turn(at, how)

    def _at_whole(self, mark: Mark, start: int, prefix: str, lead: bool) -> None:
        name = mark.name or self._nearest(mark.word, mark.start)
        if lead and name:
            self._upper(name, start, "stated")

    def _nearest(self, word: str, before: int) -> str | None:
        """全市 means the city named last, in a chain or alone; where none was, the one named next."""
        if word == "国":
            return "全国"
        earlier = [unit for unit in self.units if unit.chain_start < before]
        for unit in [*reversed(earlier), *self.units[len(earlier) :]]:
            for name in (unit.name, *(upper for upper, _ in reversed(unit.uppers))):
                if name.endswith(word) and not (word == "区" and name.endswith(("自治区", "社区", "小区"))):
                    return name
        return None

    def _at_community(self, mark: Mark, start: int, prefix: str, lead: bool) -> None:
        """社区 leads back from a city or a joint figure to the community spoken of before."""
        focus = self.focus()
        if not lead or (focus is not None and self.census.rank(focus) >= COMMUNITY):
            return
        if self.base and self.census.rank(self.base) < COMMUNITY:
            explicit = self.text.startswith(("该", "本", "这个", "我们"), mark.start)
            back = self.community if explicit else self.left
            if back is None:
                return
            self.current = back
        elif self.current is None or self.census.rank(self.current) < COMMUNITY:
            self.current = self.community
        self.passing, self.unknown = None, False
        self._turn(start, "carried")

    def _at_street(self, mark: Mark, start: int, prefix: str, lead: bool) -> None:
        street = self.base if self.base and self.census.rank(self.base) == 3 else self.street
        if lead and street:
            self._upper(street, start, "carried")

    def _at_list(self, mark: Mark, start: int, prefix: str, lead: bool) -> None:
        names = tuple(unit.name for unit in mark.units)
        if self._pair(names, mark.end):
            return
        scene = prefix.startswith(("在", "到")) and AND_OTHERS.match(self.text, mark.end)
        if self._is_partner(mark, prefix, lead) or not lead or scene or len(names) == 1:
            self.partners.update(name for name in names if name not in (self.base, self.current) and (scene or not lead))
            return
        self._joint(start)

    def _at_plural(self, mark: Mark, start: int, prefix: str, lead: bool) -> None:
        everyone = tuple(self.census.counts)
        names = self.last_list if len(self.last_list) == mark.count else everyone
        if len(names) == mark.count > 1 and not self._pair(names, mark.end) and lead:
            self._joint(start)

    def _joint(self, at: int) -> None:
        """A figure of several communities together belongs to none of them; to their street, where the text is on it."""
        if self.base and self.census.rank(self.base) < COMMUNITY:
            self.current, self.passing = self.base, None
        else:
            self.unknown = True
        self._turn(at, "unknown" if self.unknown else "carried")

    def _pair(self, names: tuple[str, ...], after: int) -> bool:
        self.last_list = names
        stop = self.stop
        pairs = list(find_pairs(names, after, stop, self.clauses, self.quantities)) if len(names) > 1 else []
        if not pairs:
            return False
        self._joint(after)
        for pair in pairs:
            self.turns.append(Turn(pair.start, pair.name, "paired"))
            self.presented.add(pair.name)
        for start in sorted({self.clauses.end(pair.start) for pair in pairs}):
            self._insert_after_pairs(start)
        self.turns.sort(key=lambda turn: turn.start)
        return True

    def _insert_after_pairs(self, at: int) -> None:
        if at < self.stop and not any(turn.start == at for turn in self.turns):
            self.turns.append(Turn(at, self.focus(), "carried"))
