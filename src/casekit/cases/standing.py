"""Who has the focus: three layers, the innermost that is set counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from casekit.cases.census import HAMLETS, Census
from casekit.cases.entry import Entry
from casekit.cases.unit import COMMUNITY, STREET, Unit

COUNTRY = "全国"


@dataclass(slots=True)
class Standing:
    """`base` is who the section is about, `current` who the paragraph is about, `passing` who the sentence is about.

    全市 in the report on one community passes with its sentence. `community` is the last community that had the
    focus, `street` the last street of the paragraph, `left` who the paragraph before was about, where it was not
    the base, `recent` the community that the sentence before passed by, `neighbour` the one this sentence
    speaks of, `speaker` the one whose head speaks in this paragraph, `upper_before` the town or county that the
    sentence before passed by, `section` the community that a section of a text on a street or county opens with,
    `estate` the last one that opened the paragraph, `arrived` the place that a traveller came to, `became` the new
    name or the union of those named before, `touched` the community that this sentence named without being about it.
    `presented` are the communities that the text puts forward, with figures or without.
    """

    census: Census
    base: str | None = None
    current: str | None = None
    passing: str | None = None
    unknown: bool = False
    community: str | None = None
    street: str | None = None
    left: str | None = None
    recent: str | None = None
    neighbour: str | None = None
    speaker: str | None = None
    upper_before: str | None = None
    section: str | None = None
    arrived: str | None = None
    became: str | None = None
    estate: str | None = None
    touched: str | None = None
    upper_spoke: bool = False
    opening: bool = False
    lent: bool = False
    in_prose: bool = False
    presented: set[str] = field(default_factory=set)

    def focus(self) -> str | None:
        """Who figures are about at this point, None where nobody can say."""
        return None if self.unknown else self.passing or self.current or self.base

    def base_rank(self) -> int:
        """The rank of the base, that of a community where there is none."""
        return self.census.rank(self.base)

    def upper_led(self) -> bool:
        """Whether the text or section is about a street, a county or more."""
        return self.base is not None and self.base_rank() < COMMUNITY

    def enter_sentence(
        self, opens_paragraph: bool, answers: bool = False, goes_on: bool = False, stays: bool = False
    ) -> None:
        """What passes with a sentence is over; with a paragraph, its community gives way to the base.

        A paragraph that `answers` is about who the question was about. A sentence without subject `goes_on`; a
        paragraph `stays` with the community that led the one before, in the text on a county.
        """
        upper = self.passing if self.passing and self.census.rank(self.passing) < COMMUNITY else None
        self.upper_before = upper or (self.current if self.lent else None)
        upper = upper if goes_on else None
        if not goes_on:
            self.end_loan()
        asked = self.passing if answers else None
        self.in_prose, self.opening = True, opens_paragraph
        self.recent = self.passing if self.passing and self.census.rank(self.passing) >= COMMUNITY else self.neighbour
        self.neighbour = self.touched = None
        self.passing, self.unknown = upper, False
        if asked is not None and self.census.rank(asked) >= COMMUNITY:
            self.current = self.community = asked
        if self.base and not self.upper_led():
            self.presented.add(self.base)
        if not opens_paragraph or answers:
            return
        left, spoke = self.left, self.upper_spoke
        self.street = self.left = self.speaker = self.estate = None
        self.upper_spoke = False
        self.lent = False
        called = self.census.calling and self.census.rank(self.current) >= COMMUNITY
        if self.base is None and (self.census.roundup or called):
            self.current = None
        if self.base:
            self.left = self.current if self.current != self.base else None if spoke else left
            if self.left != self.current:
                return
            may_stay = stays or not self.census.titled or self.left == self.section
            if not (self.left and self.upper_led() and may_stay):
                self.current = self.base

    def rebase(self, name: str) -> None:
        """The section is about this place from now on."""
        self.base = self.current = name
        self.passing, self.unknown, self.left = None, False, None
        if self.census.rank(name) >= COMMUNITY:
            self.community = name
            if self.in_prose:
                self.presented.add(name)

    def become(self, name: str) -> None:
        """The section is about the new name of its community, or the union of several, from now on."""
        if self.base and self.base != name:
            self.presented.discard(self.base)
        self.rebase(name)
        self.became = name

    def leave(self) -> None:
        """The section is about no place: the next item of the news begins."""
        self.base = self.current = self.passing = None

    def back_to(self, name: str) -> None:
        """A community that already had the focus has it again."""
        self.current = name
        self.passing, self.unknown = None, False

    def turn_to(self, name: str, whole: bool = False) -> None:
        """社区 in the paragraph of an estate is it for a sentence; else, and by 全社区, it has the focus.

        A text on a community that looked at its villages one by one is about it again.
        """
        if name == self.census.main and self.base != name and (whole or self.base_rank() <= COMMUNITY):
            self.rebase(name)
        elif not whole and self.census.rank(self.current) > COMMUNITY and self.base in (name, self.current):
            self.passing, self.unknown = name, False
        else:
            self.back_to(name)

    def adopt(self, entry: Entry) -> None:
        """Gives the focus to a community that did not have it: for good, for the paragraph or for the sentence.

        A part of a total (建成食堂6个，其中竹园社区2个) never has more than its sentence; an estate has its paragraph
        where it is spoken of in what follows too, or is built there.
        """
        unit, name = entry.unit, entry.unit.name
        often = self.census.counts.get(name, 0) > 1
        free = self.census.main is None
        self.passing, self.unknown = None, False
        self.arrived = name if entry.arrived else self.arrived
        if entry.part or (self.base is None and not self.census.local):
            self.passing = name
        elif self.base is None and (self.census.roundup or self.census.calling):
            self._take_paragraph(name)
        elif (
            self.base is None
            or (entry.arrived and not self.census.titled)
            or (self.base_rank() > COMMUNITY >= unit.rank and self.base != self.census.main)
        ):
            self.rebase(name)
        elif self.base_rank() > COMMUNITY >= unit.rank and self.opening and entry.figures:
            self._take_paragraph(name)  # 柳泉农场 has companies and a community
        elif self.upper_led() and not self._lies_in_current(unit):
            self._take_paragraph(name)
        elif unit.rank > COMMUNITY and (entry.built or (entry.lasting and unit.rank > self.base_rank())):
            self.current = name
            self.estate = name if entry.fresh or self.opening else self.estate
        elif unit.rank > self.base_rank() and not (free and often and self.opening and name.endswith(HAMLETS)):
            self.passing = name if entry.figures else None
        elif (
            entry.moves_on
            or (free and (self.opening or unit.uppers or (often and entry.fresh)))
            or (self.opening and often and unit.uppers)
        ):
            self.rebase(name)
        elif self.opening or (free and often):
            self._take_paragraph(name)
        else:
            self.passing = name

    def may_go_on(self) -> bool:
        """Whether a place that only passed can be who a sentence without subject goes on about."""
        return self.passing is not None or self.lent

    def is_abroad(self) -> bool:
        """Whether the sentence or paragraph is about another place than the section."""
        return self.passing is not None or (self.lent and self.current != self.base)

    def end_loan(self) -> None:
        """A county that opened a paragraph in the text of a community gives it back."""
        if self.lent and self.base and not self.upper_led():
            self.current, self.lent = self.base, False

    def pass_by(self, name: str, figures: bool) -> None:
        """A neighbour has its sentence where it has figures there; 这个村 in the next sentence is the neighbour too."""
        self.neighbour = name
        if figures:
            self.passing, self.unknown = name, False

    def _lies_in_current(self, unit: Unit) -> bool:
        """A compound named in the paragraph of a community has its sentence, not the paragraph."""
        if any(level in ("街道", "镇") for _, level in unit.uppers):
            return False
        return self.current is not None and unit.rank > self.census.rank(self.current) >= COMMUNITY

    def _take_paragraph(self, name: str) -> None:
        self.current = self.community = name
        self.estate = name if self.census.rank(name) > COMMUNITY else self.estate
        self.presented.add(name)

    def raise_to(self, name: str, lasting: bool = False) -> None:
        """Gives the focus to a street, city or province; for a sentence, unless `lasting` or in no community's text."""
        self.unknown, self.upper_spoke = False, True
        if self.census.rank(name) == STREET:
            self.street = name
        if name == self.base:
            self.current, self.passing = name, None
        elif lasting or self._may_settle(name):
            self.lent = name != self.census.main and not self._may_settle(name)
            self.current, self.passing = name, None
        else:
            self.passing = name

    def _may_settle(self, name: str) -> bool:
        """Whether a city or county has more than its sentence: no community has the text, or it opens a paragraph."""
        free = self.census.main is None or (self.upper_led() and self.census.rank(name) <= self.base_rank())
        opens = self.opening and free and self.census.rank(name) < STREET
        return (self.base is None or opens) and name != COUNTRY and self.census.local

    def point_back(self, explicit: bool) -> bool:
        """社区 after a city or a joint figure is the community spoken of before; whether that changed the focus.

        In a text on a street, bare 社区 can be any: only 该社区, or a paragraph that goes on, points back.
        """
        focus = self.focus()
        if explicit and self.recent and self.recent != focus and self.census.rank(self.recent) == COMMUNITY:
            self.passing, self.unknown = self.recent, False
            return True
        if focus is not None and self.census.rank(focus) >= COMMUNITY:
            return False
        if self.touched or (self.base is None and self.recent):
            self.passing, self.unknown = self.touched or self.recent, False
            return True
        if self.upper_led():
            back = self.community if explicit else self.left
            if back is None:
                return False
            self.current = back
        elif self.community is None:
            return False  # nothing to point back at: 其中社区与医院8家
        elif self.current is None or self.census.rank(self.current) < COMMUNITY:
            self.current = self.community
        self.passing, self.unknown = None, False
        return True

    def join(self, names: Iterable[str] = ()) -> None:
        """A figure of several communities together is nobody's; their street's, where the text is about it.

        That of several estates is their community's.
        """
        inner = min((self.census.rank(name) for name in names), default=COMMUNITY)
        if self.upper_led() or (self.base and self.base_rank() == COMMUNITY < inner):
            self.current, self.passing = self.base, None
        else:
            self.unknown = True
