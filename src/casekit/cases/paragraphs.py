"""Where a paragraph takes up what the one before was about: points of a list, and 村里 as its first word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from casekit.cases.clauses import Stretch
from casekit.cases.marks import Mark
from casekit.cases.scene import Scene


def find_going_on(stretches: Sequence[Stretch], marks: Sequence[Mark], scene: Scene) -> Mapping[int, bool]:
    """For each paragraph that points at anything, whether 村里 or 社区 does so first: it goes on about a community."""
    out: dict[int, bool] = {}
    starts = [mark.start for mark in marks]
    for stretch in stretches:
        for mark in marks[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]:
            if stretch.kind == "prose" and (mark.units or scene.position(mark, stretch).leads):
                out.setdefault(stretch.paragraph, mark.kind == "community")
    return out


def means_a_community(mark: Mark, stretch: Stretch, scene: Scene) -> bool:
    """Whether a mark names a community, or leads its clause by pointing at one."""
    return mark.is_community or (mark.kind in ("community", "own", "list") and scene.position(mark, stretch).leads)
