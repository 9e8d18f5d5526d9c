"""What a word that points does to the focus: 该村, 院里, 咱们, 他们, 前者, 全县, 县民政局透露."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.cases.ground import Position
from casekit.cases.marks import Mark
from casekit.cases.pointing import EXPLICIT, OURS, gives, is_among, other_kind, upper_meant
from casekit.cases.steps import Steps
from casekit.cases.unit import COMMUNITY

_TOWNS = ("镇", "乡", "街道")
_ANY_OF = ("社区", "村子", "寨子", "安置点", "嘎查", "行政村")
_MANAGES = ("社区", "社区里")
_WHOLE = ("全", "整个")


@dataclass(slots=True)
class Pointers(Steps):
    """The steps of words that point, on top of those of names."""

    def _point(self, mark: Mark, at: Position) -> None:
        if mark.kind == "own":
            self._own(at)
        elif mark.kind == "theirs":
            self._theirs(at)
        elif mark.kind == "contrast":
            self._contrast(mark, at)
        elif mark.kind == "office":
            self._office(mark, at)
        elif mark.kind == "merged":
            self._merged(at)
        elif mark.kind == "beyond":
            self._beyond(mark)
        elif mark.kind == "estate" and at.prefix.endswith(self.scene.words.done_to):
            self._works_for_estate(mark)
        elif at.leads or self.scene.sums_up(mark, at):
            self._pointing(mark, at)

    def _pointing(self, mark: Mark, at: Position) -> None:
        if mark.kind == "community":
            if self._points_at_community(mark, at):
                self._turn(at.start, "carried")
        elif mark.kind == "estate":
            self._points_at_estate(at.start)
        elif not is_among(self.scene, mark) and not gives(self.scene, self.standing, mark):
            fresh = not self.scene.has_figure_between(self.paragraph, mark.start)
            name = upper_meant(self.scene, self.standing, mark, fresh=fresh)
            if name is not None:
                self.standing.raise_to(name, self._has_paragraph(name, mark))
            elif mark.kind == "whole":
                self.standing.unknown = True  # 全区 of a text that names no 区
            self._turn(at.start, "stated" if mark.kind == "whole" else "carried")

    def _manager_speaks(self) -> bool:
        """竹溪社区书记说，社区一共管着9个小区: the community whose head was just named speaks for itself.

        So does one with figures that opened the paragraph: 竹溪社区有4600户，…。|社区在街上办了夜校.
        """
        speaker = self.standing.speaker
        if speaker is not None and speaker in self.named and self.census.rank(speaker) == COMMUNITY:
            self.standing.pass_by(speaker, figures=True)
        elif self.opener is not None:
            self.standing.back_to(self.opener)
        else:
            return False
        return True

    def _points_at_estate(self, start: int) -> None:
        """院里 in a text on one estate is it again, whoever spoke in between: the community that manages it."""
        places = (self.standing.current, self.standing.base, self.standing.estate)
        home = next((name for name in places if name and self.census.rank(name) > COMMUNITY), None)
        if home and home != self.standing.focus():
            self.standing.back_to(home)
            self._turn(start, "carried")

    def _beyond(self, mark: Mark) -> None:
        """办法在|其他小区|推开，装电梯31部: behind what is told of one estate, the community they lie in has it."""
        standing = self.standing
        home = standing.base if standing.base_rank() == COMMUNITY else standing.community
        if (
            home
            and standing.focus() != home
            and self.census.rank(standing.focus()) > COMMUNITY == self.census.rank(home)
        ):
            standing.passing, standing.unknown = home, False
            self._turn(mark.start, "carried")

    def _works_for_estate(self, mark: Mark) -> None:
        """街道筹来95万元给|这个院子|接管，|通气率98%: what comes of it is the estate's, and 给院里|26名党员排了班."""
        stop = mark.start if self.scene.has_figures(mark) else self.scene.clauses.end(mark.start)
        if self.scene.has_figure_between(stop, self.stop):
            self._points_at_estate(stop)

    def _leads_estate(self, mark: Mark) -> bool:
        """社区|牵头，加装电梯9部 in the paragraph of an estate: the community only does something for it."""
        standing = self.standing
        focus = standing.focus()
        if focus is None or mark.word != "社区":
            return False
        if focus not in (standing.estate, standing.base) and focus not in self.named:
            return False
        if self.census.rank(focus) <= COMMUNITY:
            return False
        return self.scene.is_giver(mark) or not self.scene.has_figures(mark)

    def _theirs(self, at: Position) -> None:
        """他们 behind the name of a neighbour, whatever it did: the neighbour has its sentence."""
        if at.leads and self.other and self.other != self.standing.focus():
            self.standing.pass_by(self.other, figures=True)
            self._turn(at.start, "carried")

    def _office(self, mark: Mark, at: Position) -> None:
        """县民政局局长透露，明年再建食堂12家: what is ahead is the county's, if the sentence names no community."""
        if self.shared or not self.scene.looks_ahead(mark, self.stop):
            return
        places = self.scene.places
        name = places.only(mark.word) if mark.word in _TOWNS else places.nearest(mark.word, mark.start)
        if name is not None:
            self.standing.raise_to(name)
            self._turn(at.start, "stated")

    def _merged(self, at: Position) -> None:
        """合并后，流转茶园1900亩: the village that those before became."""
        if at.leads and self.standing.became:
            self.standing.rebase(self.standing.became)
            self._turn(at.start, "carried")

    def _contrast(self, mark: Mark, at: Position) -> None:
        """前者 and 后者 have their clauses, up to the end of the sentence."""
        if at.leads and mark.name != self.standing.focus():
            self.standing.pass_by(mark.name, figures=True)
            self._turn(at.start, "subject")

    def _points_at_community(self, mark: Mark, at: Position) -> bool:
        """Turns to the community that 社区, 该村 or 我们村 means; whether that changed the focus."""
        standing, words = self.standing, self.scene.wording.near.pointing
        if at.prefix.endswith(words.such) or (mark.word in _ANY_OF and at.prefix.endswith("的")):
            return False  # 像这样的社区, 上了名单的寨子46个
        upper = self.census.rank(standing.focus()) < COMMUNITY
        if upper and mark.word in _ANY_OF and at.prefix.endswith(self.scene.words.toward):
            return False  # 松桃共有安置点8个，今年为安置点新增岗位1650个
        if mark.word.startswith("辖") and (standing.upper_led() or self.census.rank(standing.focus()) < COMMUNITY):
            if not (standing.opening and standing.base and standing.upper_led()):
                return False  # 辖内社会组织96家: the street's own
            standing.back_to(standing.base)
            return True
        if mark.word in _MANAGES and standing.base == self.census.main and standing.base_rank() > COMMUNITY:
            return self._manager_speaks()  # 社区牵头，小区加装电梯9部: the text is on the estate
        if self._leads_estate(mark):
            return False
        if mark.word in words.here and (standing.passing or (self.turns[-1:] and self.turns[-1].how == "subject")):
            return False  # 在博湖县，靠着湖，这里办起了民宿
        if standing.speaker and mark.word.startswith(OURS) and standing.speaker != standing.focus():
            standing.pass_by(standing.speaker, figures=True)
            return True
        if (other := other_kind(self.standing, mark.word, self.partners)) is not None:
            standing.turn_to(other, whole=mark.word.startswith(_WHOLE))
            return True
        return standing.point_back(mark.word.startswith(EXPLICIT))

    def _own(self, at: Position) -> None:
        """我们 after a figure of a neighbour or of the town: the narrator's own community speaks again."""
        standing = self.standing
        places = (standing.passing, standing.current, standing.base)
        home = next((name for name in places[1:] if name and self.census.rank(name) >= COMMUNITY), None)
        if at.leads and home and home != standing.focus():
            standing.back_to(home)
            self._turn(at.start, "carried")
