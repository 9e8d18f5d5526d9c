"""A text with its clauses, figures and places, and where in it a mark stands and figures follow."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from casekit.cases.class_words import ClassWords
from casekit.cases.clauses import Clauses, Stretch, opens_clause
from casekit.cases.marks import Mark
from casekit.cases.scene_words import SceneWords
from casekit.cases.unit import Unit
from casekit.cases.wording import Wording
from casekit.core.settled import settled
from casekit.quantities.quantity import Quantity

_AFTER_FIGURE = re.compile(r"[）)]?[、和与及]")
_IS = re.compile(r"[，,是在有位建离最守]")
_LEADS = 2  # 按计划，明年|还将启动37个
_LINK = 5  # 的, 下辖的, 所属的: characters that may stand between 兴工街道 and its 永善社区


@settled
@dataclass(frozen=True, slots=True)
class Position:
    """`start` is where the clause of a mark begins, `prefix` what it says before the mark, `leads` whether that
    leaves the mark its subject or scene."""

    start: int
    prefix: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """A text with its clauses, figures and places.

    `starts` is where the figures begin, `unit_ends` where the places end.
    """

    clauses: Clauses
    wording: Wording
    quantities: Sequence[Quantity]
    units: Sequence[Unit]
    text: str = field(init=False)
    starts: list[int] = field(init=False)
    unit_ends: list[int] = field(init=False)
    places: ClassWords = field(init=False)
    words: SceneWords = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.clauses.text)
        object.__setattr__(self, "words", self.wording.near.scene)
        object.__setattr__(self, "starts", [quantity.start for quantity in self.quantities])
        object.__setattr__(self, "places", ClassWords(self.units))
        object.__setattr__(self, "unit_ends", [unit.end for unit in self.units])

    def position(self, mark: Mark, stretch: Stretch) -> Position:
        """Where in its clause a mark stands."""
        start = max(stretch.start, self._after_figures(self.clauses.start(mark.start), mark.start))
        if mark.kind == "unit" and self.text[mark.start - 1] == "、" and self._is_counted(mark):
            start = mark.start  # 宁河区甘薯2.2万亩已收、|西峡县8万吨猕猴桃
        prefix = self.text[start : mark.start]
        return Position(start, prefix, opens_clause(prefix, self.wording) and not self._follows_a_unit(start, mark))

    def _is_counted(self, mark: Mark) -> bool:
        """Whether a figure stands right behind the name."""
        first = bisect_left(self.starts, mark.end)
        return first < len(self.starts) and self.starts[first] == mark.end

    def _after_figures(self, start: int, at: int) -> int:
        """卓玛林社区210万元、|曲宗社区560万元: after a figure, 、 and 和 part like commas."""
        last = bisect_left(self.starts, at) - 1
        if last < 0 or self.starts[last] < start:
            return start
        joint = _AFTER_FIGURE.match(self.text, self.quantities[last].end)
        return joint.end() if joint and joint.end() <= at else start

    def _follows_a_unit(self, start: int, mark: Mark) -> bool:
        """与桃坪村相邻的李坪村 is not what its clause is about; 兴工街道的永善社区 is."""
        before = bisect_right(self.unit_ends, mark.start) - 1
        if before < 0 or self.units[before].start < start:
            return False
        last = self.units[before]
        inner = not mark.units or mark.units[0].rank > last.rank
        return not (inner and self.text[mark.start - 1] == "的" and mark.start - last.end <= _LINK)

    def has_figures(self, mark: Mark) -> bool:
        """Whether a figure follows in the clause."""
        return self.has_figure_between(mark.end, self.clauses.end(mark.start))

    def has_figure_between(self, start: int, stop: int) -> bool:
        """Whether a figure stands there."""
        first = bisect_left(self.starts, start)
        return first < len(self.starts) and self.starts[first] < stop

    def has_no_subject(self, at: int) -> bool:
        """Whether a sentence goes on about the subject of the one before: |明年还要再建3处。"""
        for _ in range(_LEADS):
            lead = self.wording.lead.match(self.text, at)
            at = lead.end() if lead else at
            at += self.text.startswith(("，", ","), at)
        return self.words.no_subject.match(self.text, at) is not None

    def counts_places(self, start: int, stop: int) -> bool:
        """Whether a sentence counts what only a county or town has: |散落着9个乡镇、84个村, but not 来自9个乡镇."""
        found = self.words.totals.towns.search(self.text, start, stop)
        return found is not None and not self.words.totals.coming_from.search(
            self.text, self.clauses.start(found.start()), found.start()
        )

    def acts_there(self, mark: Mark, at: Position) -> bool:
        """街道在|绿荷社区修路3公里, 在|绿荷社区设立驿站，面积500平方米: the figures are of where it acts."""
        return self.has_figures_soon(mark, besides=True) if at.prefix.endswith("在") else self.has_figures(mark)

    def _lies_in(self, mark: Mark, unit: Unit) -> bool:
        """岩岭屯坐落在|下坪镇石龙村|的深处: where it lies, and no other place that is spoken of."""
        return self.wording.located.fullmatch(self.text[mark.end : unit.chain_start]) is not None

    def has_figures_soon(self, mark: Mark, besides: bool = False) -> bool:
        """Whether a figure follows in the clause or, before any other place, in the next: 麻岭屯是最后通电的，31户.

        The clause must tell what the place is, has or lies at; any deed will do of a place `besides` the main one.
        """
        if self.has_figures(mark) or not (besides or _IS.match(self.text, mark.end)):
            return self.has_figures(mark)
        stop = self.clauses.end(mark.start)
        if self.text[stop - 1] not in "，," or stop >= len(self.text):
            return False
        end = self.clauses.end(stop)
        while (
            (besides or self.words.lies.match(self.text, stop))
            and end < len(self.text)
            and self.text[end - 1] in "，,；"
        ):
            stop, end = (stop, end) if besides else (end, end)
            end = self.clauses.end(end)
        first = bisect_left(self.starts, stop)
        if first == len(self.starts) or self.starts[first] >= end:
            return False
        after = bisect_left(self.units, stop if not besides else mark.end, key=lambda unit: unit.start)
        if besides and after < len(self.units) and self._lies_in(mark, self.units[after]):
            after += 1
        return after == len(self.units) or self.units[after].chain_start >= self.starts[first]
