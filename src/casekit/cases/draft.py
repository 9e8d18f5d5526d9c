"""Cases under way: a name, its first mention, and what the text says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from casekit.cases.census import Census
from casekit.cases.standing import COUNTRY
from casekit.cases.unit import Unit


@dataclass(slots=True)
class Draft:
    """`uppers` are all places named before any mention, name and level; `start` and `end` are the first mention."""

    name: str
    level: str
    rank: int
    start: int
    end: int
    uppers: list[tuple[str, str]] = field(default_factory=list)
    founded: str | None = None
    groups: list[str] = field(default_factory=list)

    def add_chain(self, uppers: Iterable[tuple[str, str]]) -> None:
        """Takes in the places named with one mention; 安宁市 here and 连然街道 there make one chain."""
        self.uppers += [upper for upper in uppers if upper not in self.uppers]

    def add_group(self, name: str) -> None:
        """Takes in a group once."""
        if name not in self.groups:
            self.groups.append(name)


def draft_cases(
    text: str, names: Collection[str], units: Sequence[Unit], title_units: Sequence[Unit], census: Census
) -> dict[str, Draft]:
    """A draft for each of the names; what only the title names, which may stand outside the text, begins at 0."""
    drafts: dict[str, Draft] = {}
    for unit in units:
        at = unit.chain_start
        for number, (name, level) in enumerate(unit.uppers):
            if name in names:
                at = max(text.find(name, at), 0)
                draft = drafts.setdefault(name, Draft(name, level, census.rank(name), at, at + len(name)))
                draft.add_chain(unit.uppers[:number])
        if unit.name not in names:
            continue
        # 色康三个社区 shares its class word with others; only the stem stands for it. 通道县 has none.
        length = len(unit.name if text.startswith(unit.name, unit.start) else unit.stem)
        _add(drafts, names, unit, unit.start, unit.start + length if length else unit.end)
    for unit in title_units:
        _add(drafts, names, unit, 0, 0)
    if COUNTRY in names:
        at = max(text.find(COUNTRY), text.find("我国"), 0) if COUNTRY not in text else text.find(COUNTRY)
        drafts[COUNTRY] = Draft(COUNTRY, COUNTRY, census.rank(COUNTRY), at, at + len(COUNTRY))
    return drafts


def _add(drafts: dict[str, Draft], names: Collection[str], unit: Unit, start: int, end: int) -> None:
    if unit.name in names:
        draft = drafts.setdefault(unit.name, Draft(unit.name, unit.level, unit.rank, start, end))
        draft.add_chain(unit.uppers)
        if unit.rank > draft.rank:  # 柳林新村, and later 柳林新村居民小组
            draft.level, draft.rank = unit.level, unit.rank
