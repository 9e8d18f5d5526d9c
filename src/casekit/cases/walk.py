"""Goes through a text mark by mark and says, clause by clause, whose figures follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from casekit.cases.census import HAMLETS
from casekit.cases.clauses import Stretch
from casekit.cases.ground import Position
from casekit.cases.headings import communities_in, find_profiles, towns_in
from casekit.cases.headlines import settle_headlines
from casekit.cases.marks import Mark
from casekit.cases.pairs import find_pairs
from casekit.cases.paragraphs import find_going_on, find_speakers, means_a_community
from casekit.cases.pointers import Pointers
from casekit.cases.pointing import upper_meant
from casekit.cases.summed import find_summed
from casekit.cases.turns import Turn, note_pairs, note_part
from casekit.cases.unit import COMMUNITY, STREET, Unit
from casekit.text import opens_point

# （三）办事更顺了。: the sentence behind it opens the paragraph
_LABEL = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[）)、.．]|是)[^。\n]{2,16}。\s*")
# A point of a list has as many sentences at most; a mark before more only adorns the paragraph.
_POINT = 2
# 二、服务更暖。, 县里的目标是: what goes on about the county
_NEXT = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]|第[一二三四五六七]|[县市区州旗省]里|[全各][县市区州旗省]|下一步|目前|截至"
)
_INSIDE = ("里", "上")
_ANSWER = ("答：", "答:")


@dataclass(slots=True)
class Walk(Pointers):
    """One text under way: `run` takes its stretches one by one."""

    listed: tuple[str, ...] = ()
    body: int = 0
    labelled: bool = False
    shown: str | None = None
    listing: str | None = None
    introduced: bool = False
    sizes: Mapping[int, int] = field(default_factory=dict)
    goes_on: Mapping[int, str] = field(default_factory=dict)
    speakers: Mapping[int, Mark] = field(default_factory=dict)
    profiles: frozenset[int] = frozenset()

    def run(self, stretches: Sequence[Stretch], marks: Sequence[Mark]) -> None:
        """Reads the whole text."""
        if main := self.census.main:
            self.standing.rebase(main)
            self._turn(0, "title" if self.census.titled else "carried")
        starts = [mark.start for mark in marks]
        self.sizes = Counter(stretch.paragraph for stretch in stretches)
        self.body = next((stretch.start for stretch in stretches if stretch.kind == "prose"), 0)
        self.last_named = {unit.name: unit.start for mark in marks for unit in mark.units}
        self.goes_on = find_going_on(stretches, marks, self.scene)
        self.speakers = find_speakers(stretches, marks, self.scene)
        self.summed = find_summed(marks, stretches, self.scene)
        self.profiles = find_profiles(self.scene.text, stretches)
        for stretch in stretches:
            inside = marks[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]
            if stretch.kind == "heading":
                self._heading(stretch, inside)
            elif stretch.kind == "caption":
                self._caption(stretch, inside)
            elif stretch.kind == "prose":
                self._prose(stretch, inside)
        settle_headlines(self.turns, stretches, self.scene.quantities)

    def _heading(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        standing, main = self.standing, self.census.main
        names = communities_in(marks)
        in_title = self.census.titled and stretch.start < self.body
        standing.in_prose, standing.section = False, None
        self.section, self.listing, self.introduced = stretch.end, None, False
        names = names or (set() if in_title else towns_in(marks, self.census))
        if len(names) == 1 and (not in_title or main in names):
            standing.rebase(names.pop())
            self._turn(stretch.start, "heading")
        elif not names and stretch.start >= self.body and (label := self._labelled(stretch, marks)):
            standing.rebase(label)
            self._turn(stretch.start, "heading")
        elif not names and main and self.census.rank(main) < COMMUNITY:
            standing.rebase(main)
            self._turn(stretch.start, "carried")
        elif (main is None and not self.census.local) or stretch.start in self.profiles:
            standing.leave()
            self._turn(stretch.start, "carried")

    def _labelled(self, stretch: Stretch, marks: Sequence[Mark]) -> str | None:
        """贵州：修好进村路: the province, city or county that a heading begins with."""
        mark = marks[0] if marks and marks[0].start == stretch.start else None
        if mark is None or not mark.units or not self.scene.text.startswith(("：", ":"), mark.end):
            return None
        return mark.units[-1].name if mark.units[-1].rank < STREET else None

    def _caption(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        """The community that a caption names has all of its sentences; else who the text is about, not its town."""
        names, main = communities_in(marks), self.census.main
        if not names and not marks and main and self.census.rank(self.standing.focus()) < COMMUNITY:
            names = {main}
        kept = {self.shown} if self.shown and not stretch.opens_paragraph else set[str]()
        self.shown = next(iter(names or kept)) if len(names or kept) == 1 else None
        if self.shown and self.shown != self.standing.focus():
            self.turns += [
                Turn(stretch.start, self.shown, "stated"),
                Turn(stretch.end, self.standing.focus(), "carried"),
            ]

    def _prose(self, stretch: Stretch, marks: Sequence[Mark]) -> None:
        self._enter(stretch)
        self.first, self.stop, self.other, self.upper = True, stretch.end, None, None
        self.shared = any(means_a_community(mark, stretch, self.scene) for mark in marks)
        self.named.clear()
        for mark in marks:
            at = self.scene.position(mark, stretch)
            if mark.kind == "unit":
                self._unit(mark, at)
            elif mark.kind == "list":
                self._list(mark, at, stretch.end)
            elif mark.kind == "plural":
                self._plural(mark, at, stretch.end)
            else:
                self._point(mark, at)
            if mark.kind in ("whole", "unit"):
                self._share(mark, at)
            self.first = False
        if self.upper is not None and (part := self.scene.spread_of(self.upper[1], stretch.end)):
            note_part(self.turns, *part, self.upper[0])

    def _enter(self, stretch: Stretch) -> None:
        """Whose sentence this is before it names anybody."""
        may_go_on = not stretch.opens_paragraph and self.standing.may_go_on()
        goes_on = may_go_on and (
            self.scene.has_no_subject(stretch.start) or self.scene.counts_places(stretch.start, stretch.end)
        )
        answers = self.scene.text.startswith(_ANSWER, stretch.start)
        self.standing.enter_sentence(stretch.opens_paragraph, answers, goes_on, self._stays(stretch))
        if stretch.opens_paragraph:
            self.paragraph, self.opener, self.led = stretch.start, None, None
            self._open_paragraph(stretch)
        if (mark := self.speakers.get(stretch.start)) is not None:
            self._spoken_by(mark)
        if self.labelled and not stretch.opens_paragraph:
            self.standing.opening = True
        label = stretch.opens_paragraph and _LABEL.fullmatch(self.scene.text, stretch.start, stretch.end)
        self.labelled = bool(label) and not self.scene.has_figure_between(stretch.start, stretch.end)
        self._turn(stretch.start, "carried")

    def _stays(self, stretch: Stretch) -> bool:
        """凤来社区是另一番光景。… / 夜校讲了64课，: a paragraph that is no point of a list and names no county."""
        far = self.led is not None and self.standing.base_rank() < STREET
        return far and stretch.opens_paragraph and not _NEXT.match(self.scene.text, stretch.start)

    def _open_paragraph(self, stretch: Stretch) -> None:
        """■ 出行：加装电梯9部: the points of a list are about whom the paragraph above them was about."""
        standing = self.standing
        point = opens_point(self.scene.text, stretch.start)
        if not (point and self.sizes[stretch.paragraph] <= _POINT):
            self.listing, self.introduced = None, True
        elif self.listing is None and self.introduced:
            self.listing = standing.left or standing.current
        if self.listing:
            standing.current = self.listing
        if standing.upper_led() and (word := self.goes_on.get(stretch.paragraph)):
            # 连里的夜校: whatever the farm did before; so 社区 below a heading where only one was told of
            sole = standing.left is None and len(standing.presented) == 1
            standing.point_back(explicit=sole or word.endswith(_INSIDE))

    def _spoken_by(self, mark: Mark) -> None:
        """What an official of the town says in a text on several villages is about the town, if it names none."""
        census = self.census
        name = mark.units[-1].name if mark.units else upper_meant(self.scene, self.standing, mark)
        if name is not None and census.local and (census.main is None or census.rank(census.main) < COMMUNITY):
            self.standing.raise_to(name, lasting=name == census.main)

    def _list(self, mark: Mark, at: Position, stop: int) -> None:
        names = tuple(unit.name for unit in mark.units)
        if self._pair(names, mark.end, stop):
            return
        if at.leads and self.scene.words.next_to.match(self.scene.text, mark.end):
            self._unit(replace(mark, kind="unit", units=mark.units[:1]), at)  # 石桥村与柳溪村相邻
            return
        scene = (
            at.prefix.startswith(("在", "到"))
            and self.scene.wording.near.pointing.and_others.match(self.scene.text, mark.end) is not None
        )
        if scene or not at.leads:
            own = (self.standing.base, self.standing.current)
            if not self.scene.words.made_of.match(self.scene.text, mark.end) and (
                scene or not self.standing.upper_led()
            ):
                self.partners.update(u.name for u in mark.units if u.name not in own and not self._is_part(u))
        elif len(names) > 1 and not self._is_partner("", mark, at):
            self.standing.join(names)
            self._turn(at.start, "carried")

    def _is_part(self, unit: Unit) -> bool:
        """Whether it is an estate in the text on a community: 辖明月里、望江苑2个小区."""
        return unit.level == "小区" and self.standing.base_rank() == COMMUNITY

    def _plural(self, mark: Mark, at: Position, stop: int) -> None:
        """两个社区 are the two of the last list or of the sentence, or the only two of the text."""
        hamlets = mark.word in HAMLETS  # 三个寨子 of a village are none of them the village
        counted = tuple(name for name in self.census.counts if not (hamlets and name.endswith(("村", "社区"))))
        rows = (self.listed, tuple(self.named), counted, tuple(name for name in counted if name.endswith(mark.word)))
        names = next((row for row in rows if len(row) == (mark.count or len(row)) > 1), ())
        if self.standing.became and self.standing.became == self.standing.focus():
            return  # 合并后，两村人都搬进新楼: who they became
        if names and not self._pair(names, mark.end, stop) and at.leads:
            self.standing.join(names)
            self.joint.append((mark.end, stop, names))
            self._turn(at.start, "carried")

    def _pair(self, names: tuple[str, ...], after: int, stop: int) -> bool:
        """Gives each name of a list its own figures, if the clauses up to `stop` have some for each."""
        self.listed = names
        clauses, cue = self.scene.clauses, self.scene.words.severally
        pairs = list(find_pairs(names, after, stop, clauses, self.scene.quantities, cue)) if len(names) > 1 else []
        if not pairs:
            return False
        self.standing.join()
        self._turn(after, "carried")
        self.joint.append((after, pairs[0].start, names))
        taken = {pair.start for pair in pairs}
        ends = {clauses.end(pair.start) for pair in pairs} - taken
        note_pairs(self.turns, after, pairs, {end for end in ends if end < stop}, self.standing.focus())
        self.standing.presented.update(names)
        return True
