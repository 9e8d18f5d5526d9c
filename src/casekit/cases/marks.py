"""Everything in a text that may say whose figures follow: names, lists of names, and words that point back."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from casekit.cases.near_words import PointingWords
from casekit.cases.site_words import SiteWords
from casekit.cases.small_numbers import small_number
from casekit.cases.unit import COMMUNITY, Unit
from casekit.cases.wording import Wording
from casekit.core.settled import settled

_LONGEST_COUNT = 5
_JOINT = re.compile(r"[、和与及同]|以及|还有")
_PART_OF_NAME = re.compile(r"\w")
_LONGEST_NAME = 6
_OPEN, _CLOSE = ("（", "("), ("）", ")")  # 9个村（社区）
# 石头寨、三道口、|下河湾等六座水库: names that are no community's stand between the first of a list and 等.
_NAMED_TOGETHER = re.compile(r"(?:[、和与][一-鿿]{2,6}){1,4}等(?=[\d两三四五六七八九十])")


FullName = Callable[[str], str | None]


@settled
@dataclass(frozen=True, slots=True)
class Mark:
    """`kind` is unit, list, plural, community (该社区), estate (院里), beyond (其他小区), own (咱们),
    theirs (他们), contrast (前者), street (街道), whole (全市), office (县民政局透露) or merged (合并后).

    `units` are the named places; `word` is the pointing word, of 全市 only what it points at, `name` the place
    itself where it is written out (河北全省) or known; `count` is the number of a plural (三个社区), 0 of 几个村.
    """

    start: int
    end: int
    kind: str
    units: tuple[Unit, ...] = ()
    word: str = ""
    count: int = 0
    name: str = ""

    @property
    def is_community(self) -> bool:
        """Whether it names a community, or what lies in one."""
        return bool(self.units) and self.units[-1].rank >= COMMUNITY


def find_marks(text: str, units: Sequence[Unit], wording: Wording, full_name: FullName) -> list[Mark]:
    """The marks of a text in order; pointing words inside a name do not count.

    `full_name` gives the whole name of a province, city or county, None of what is none.
    """
    marks = list(_listed(text, units, wording.near.pointing))
    names = {name for unit in units for name in (unit.name, *(upper for upper, _ in unit.uppers))}
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    pointing = chain(_pointing(text, wording, names, full_name), _at_sites(text, units, wording.near.sites))
    marks += [mark for mark in pointing if mark.start not in taken and mark.end - 1 not in taken]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _listed(text: str, units: Sequence[Unit], words: PointingWords) -> Iterator[Mark]:
    """Names of one rank that only 、 or 和 parts are one list."""
    held: list[Unit] = []
    for unit in units:
        if held and not (
            unit.rank == held[-1].rank
            and unit.rank >= COMMUNITY
            and _JOINT.fullmatch(text, held[-1].end, unit.chain_start)
        ):
            yield _mark(text, held, words)
            held = []
        held.append(unit)
    if held:
        yield _mark(text, held, words)


def _mark(text: str, units: list[Unit], words: PointingWords) -> Mark:
    kind = "unit" if len({unit.name for unit in units}) == 1 else "list"
    others = words.and_others.match(text, units[-1].end) or _NAMED_TOGETHER.match(text, units[-1].end)
    if kind == "unit" and units[0].rank >= COMMUNITY and others:
        kind = "list"
    return Mark(units[0].chain_start, units[-1].end, kind, tuple(units))


def _pointing(text: str, wording: Wording, names: Container[str], full_name: FullName) -> Iterator[Mark]:
    last, words = 0, wording.near.pointing
    for found in words.whole.finditer(text):
        if not words.not_whole.match(text, found.end()):
            start, name = _named_whole(text, found, names, full_name)
            yield Mark(start, found.end(), "whole", word=found["class"] or found.group()[0], name=name)
            last = found.end()
    for found in wording.back.ministry.finditer(text):
        yield Mark(found.start(), found.end(), "whole", word="国")
    yield from _plurals(text, words)
    back = wording.back
    kinds = (
        ("own", back.own),
        ("theirs", back.theirs),
        ("estate", back.estate),
        ("beyond", back.beyond),
        ("office", words.office),
    )
    for kind, pattern in (*kinds, ("merged", words.since_merged)):
        for found in pattern.finditer(text):
            yield Mark(found.start(), found.end(), kind, word=found.groupdict().get("class") or found.group())
    for found in wording.back.community.finditer(text):
        if not _points_at_none(text, found, wording):
            yield Mark(found.start(), found.end(), "community", word=found.group())
    for found in wording.back.street.finditer(text):
        if found.end() != last and not words.visiting.match(text, found.end()):
            yield Mark(found.start(), found.end(), "street", word=found.group())


def _points_at_none(text: str, found: re.Match[str], wording: Wording) -> bool:
    """社区|食堂, 9个村（社区）."""
    if text[found.start() - 1 : found.start()] in _OPEN and text[found.end() : found.end() + 1] in _CLOSE:
        return True
    return found.group() == "社区" and wording.back.compound.match(text, found.end()) is not None


def _at_sites(text: str, units: Sequence[Unit], words: SiteWords) -> Iterator[Mark]:
    """巷子里, 岛上 in a text on a lane, on an island: as 院里 in one on an estate."""
    for pattern in {words.back_to(unit.name) for unit in units if unit.is_site}:
        for found in pattern.finditer(text):
            yield Mark(found.start(), found.end(), "estate", word=found.group())


def _plurals(text: str, words: PointingWords) -> Iterator[Mark]:
    """三个社区, by the class word first: a text has many more numbers."""
    for found in words.plural.finditer(text):
        at = found.start()
        if counted := words.count.search(text, max(0, at - _LONGEST_COUNT), at):
            number = small_number(counted["count"])
            yield Mark(counted.start(), found.end(), "plural", word=found.group(), count=number)


def _named_whole(text: str, found: re.Match[str], names: Container[str], full_name: FullName) -> tuple[int, str]:
    """河北全省 is 河北省, 环江全县 环江毛南族自治县: the name without its class word stands right before 全."""
    at = found.start()
    said_in_full = text[at] == "全" and _PART_OF_NAME.match(text, at - 1) is not None
    longest = _LONGEST_NAME if said_in_full else 0  # no name ends before 我 or behind a comma
    for length in range(min(longest, at), 1, -1):
        start = at - length
        name = text[start:at] + (found["class"] or "")
        if whole := name if name in names else full_name(name):
            return start, whole
    return at, ""
