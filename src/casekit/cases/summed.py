"""Counts that say nothing new: 两个社区 where the text tells of just these two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from casekit.cases.clauses import Stretch
from casekit.cases.marks import Mark
from casekit.cases.scene import Scene
from casekit.cases.unit import COMMUNITY, Unit


def find_summed(marks: Sequence[Mark], stretches: Sequence[Stretch], scene: Scene) -> frozenset[int]:
    """Where plurals begin that only take up the communities a text names: 这三个村, and 两个社区 of a text on two.

    The second kind must head its clause, so that nobody has or builds them (街道有两个社区); in a headline it may
    stand anywhere if there are as many.
    """
    plurals = [mark for mark in marks if mark.kind == "plural" and mark.count > 1]
    if not plurals:
        return frozenset()
    named = _count_named(scene.units)
    return frozenset(mark.start for mark in plurals if _is_summed(mark, stretches, scene, named))


def _count_named(units: Sequence[Unit]) -> Mapping[str, int]:
    """How many communities of each class word a text names."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for unit in units:
        if unit.rank >= COMMUNITY:
            for word in {unit.level, unit.name[-1:], unit.name[-2:], unit.name[-3:]}:
                names[word].add(unit.name)
    return {word: len(found) for word, found in names.items()}


def _is_summed(mark: Mark, stretches: Sequence[Stretch], scene: Scene, named: Mapping[str, int]) -> bool:
    if scene.text.endswith(scene.wording.near.pointing.these, 0, mark.start):
        return True
    count = named.get(mark.word, 0)
    stretch = next((s for s in reversed(stretches) if s.start <= mark.start), None)
    if stretch is None or count < mark.count:
        return False
    leads = scene.position(mark, stretch).leads
    first = next((s.start for s in stretches if s.kind == "prose"), 0)
    if stretch.kind == "heading" and stretch.start < first:
        return leads or count == mark.count
    return stretch.kind == "prose" and leads and count == mark.count
