"""What a paragraph or quotation takes from what stands beside it: 村里 as its first word, 镇长 behind its last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from casekit.cases.clauses import Stretch
from casekit.cases.marks import Mark
from casekit.cases.scene import Scene
from casekit.cases.unit import COMMUNITY

_OFFICIAL = re.compile(
    "(?:党委|党工委|政府|办事处|人大)?(?:党委|党工委|副?[镇乡县区市]长|副?书记|副?主任|[一-鿿]{1,6}局)"
)
_QUOTED = ("”", "」")


def find_speakers(stretches: Sequence[Stretch], marks: Sequence[Mark], scene: Scene) -> Mapping[int, Mark]:
    """Where quotations begin that an official of a town or county spoke, with the mark of that place.

    “冷库花了2700万元，来年分红143万元。”|镇党委|书记说: the mark opens the next sentence of the paragraph.
    """
    starts = [mark.start for mark in marks]
    out: dict[int, Mark] = {}
    for quote, after in pairwise(stretches):
        together = quote.kind == after.kind == "prose" and quote.paragraph == after.paragraph
        if not together or not scene.text[quote.start : quote.end].rstrip().endswith(_QUOTED):
            continue
        first = bisect_left(starts, after.start)
        if first == len(marks):
            break
        mark = marks[first]
        upper = mark.kind == "street" or (mark.kind == "unit" and mark.units[-1].rank < COMMUNITY)
        told = scene.text[mark.end - 2 : mark.end] in ("党委", "镇长", "乡长") or _OFFICIAL.match(scene.text, mark.end)
        if upper and told and mark.start < after.end and scene.position(mark, after).prefix == "":
            out[quote.start] = mark
    return out


def find_going_on(stretches: Sequence[Stretch], marks: Sequence[Mark], scene: Scene) -> Mapping[int, str]:
    """For each paragraph that points at anything, the 村里 or 社区 that does so first: it goes on about a community.

    '' where something else does.
    """
    out: dict[int, str] = {}
    starts = [mark.start for mark in marks]
    for stretch in stretches:
        for mark in marks[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]:
            if stretch.paragraph in out:
                break  # its first pointer is known
            if stretch.kind != "prose" or mark.kind == "estate":
                continue
            if mark.units or scene.position(mark, stretch).leads:
                goes_on = mark.kind == "community" and not mark.word.startswith("辖")
                out.setdefault(stretch.paragraph, mark.word if goes_on else "")
    return out


def means_a_community(mark: Mark, stretch: Stretch, scene: Scene) -> bool:
    """Whether a mark names a community, or leads its clause by pointing at one."""
    return mark.is_community or (mark.kind in ("community", "own", "list") and scene.position(mark, stretch).leads)
