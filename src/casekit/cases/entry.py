"""How a community that did not have the focus comes into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casekit.cases.ground import Position
from casekit.cases.marks import Mark
from casekit.cases.scene import Scene
from casekit.cases.unit import COMMUNITY, Unit
from casekit.core.settled import settled

# 新房从沟口排到山脚。这里叫|东坪安置点; 再往东走二十分钟便是|岩脚寨
_ARRIVED = re.compile(
    "(?:这里|这儿|此地|这)(?:就|便)?(?:叫|叫做|名叫|是)$"
    "|(?:[往向朝沿顺][^，。]{1,12}?[走行开上下进去]|翻过|拐过|转过|穿过|越过|走过|过了)[^，。]{0,12}?[，]?(?:便|就)(?:是|到|到了|来到|进了)$"
)


@settled
@dataclass(frozen=True, slots=True)
class Entry:
    """`unit` comes in: with `figures` of its own, as a `part` of a total, to be spoken of in what follows too
    (`lasting`), as what somebody `built`, as the one the text `moves_on` to, or as where its reader stands (`arrived`).
    It is `fresh` where its paragraph has no figure before it.
    """

    unit: Unit
    figures: bool
    part: bool = False
    lasting: bool = False
    built: bool = False
    moves_on: bool = False
    arrived: bool = False
    fresh: bool = False


def read_entry(
    scene: Scene, mark: Mark, at: Position, stop: int, *, opening: bool, left_behind: bool, fresh: bool, wider: bool
) -> Entry:
    """The entry of the innermost place of a mark in a sentence that ends at `stop`.

    `opening` tells that the sentence opens its paragraph, `left_behind` that whoever had the text is not named again,
    `wider` that the text is about what lies in such a place: a lane, an estate.
    """
    unit = mark.units[-1]
    figures = not at.leads or scene.tells_figures(mark, estate=wider or unit.rank > COMMUNITY)
    return Entry(
        unit,
        figures,
        part=at.leads and scene.is_part(at),
        lasting=scene.presents_itself(mark)
        or scene.is_foremost(mark, at)
        or scene.goes_on_inside(stop)
        or ((opening or fresh) and scene.is_picked_up(mark, stop)),
        built=scene.is_built(at),
        arrived=_ARRIVED.search(at.prefix) is not None,
        fresh=fresh,
        moves_on=left_behind and opening and scene.has_figures_soon(mark, besides=True),
    )
