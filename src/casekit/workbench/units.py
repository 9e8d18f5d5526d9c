"""The unit words and classes that a rule may ask for."""

from __future__ import annotations

from casekit.quantities import Tables
from casekit.rulebook.match import LARGE_SUM, ONE_BY_ONE, SMALL_CHANGE

NO_UNIT = "无"  # what a rule calls a number without a unit


def known_units(tables: Tables) -> frozenset[str]:
    """All canonical units and all classes of units that the number tables know."""
    names = {name for unit in tables.units for name in (unit.unit, unit.kind) if name}
    return frozenset(names | {NO_UNIT, SMALL_CHANGE, LARGE_SUM, ONE_BY_ONE})
