"""A named place as it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.core.settled import settled

RANKS = {"全国": -1, "省": 0, "市": 1, "区县": 2, "街道": 3, "镇": 3, "社区": 4, "村": 4, "小区": 5, "其他": 5}
COUNTY, STREET, COMMUNITY = RANKS["区县"], RANKS["街道"], RANKS["社区"]


@settled
@dataclass(frozen=True, slots=True)
class Unit:
    """`name` stands at [start, end); `chain_start` is where the places named before it begin.

    `uppers` are these places from the outside in, name and level: 西乡塘区, 衡阳街道 before 中华中路社区.
    `stem` is the name without its class word, '' for provinces, cities and counties. A hamlet (`is_hamlet`) may go
    without one too.
    """

    chain_start: int
    start: int
    end: int
    name: str
    stem: str
    level: str
    uppers: tuple[tuple[str, str], ...] = ()
    is_hamlet: bool = False

    @property
    def is_site(self) -> bool:
        """Whether it is a lane, a market or an island that has no class word of communities."""
        return self.level == "其他" and self.stem == self.name and not self.is_hamlet

    @property
    def rank(self) -> int:
        """How far in: 0 province, 1 city, 2 county, 3 street or town, 4 community or village, 5 what lies in one."""
        return RANKS[self.level]
