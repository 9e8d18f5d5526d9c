"""A gold fact and a found row in, how far they agree out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from casekit.evaluate.gold import GoldFact

# From the weakest to the strongest; each level asks for everything that those before it ask for.
LEVELS = ("span", "value", "metric", "fact", "full")

# What two spellings of one unit come down to. A fact about the notation of annotators, not a rule of extraction.
_SAME_UNIT = {
    "名": "人",
    "位": "人",
    "口": "人",
    "％": "%",
    "块": "元",
    "余": "",
    "平方千米": "平方公里",
    "k㎡": "平方公里",
    "㎡": "平方米",
    "平米": "平方米",
    "平方": "平方米",
}


def level_of(gold: GoldFact, found: Mapping[str, Any]) -> int:
    """The index into LEVELS up to which a found row, whose span overlaps, agrees with the gold fact."""
    if not (same_number(gold.value, found["value"]) and same_unit(gold.unit, found["unit"])):
        return 0
    if found["metric"] not in gold.metrics:
        return 1
    if found["case"] not in gold.cases:
        return 2
    return 4 if _same_bounds(gold, found) else 3


def same_number(one: float | None, other: float | None) -> bool:
    """True where both are absent, or equal but for the noise of floating point."""
    if one is None or other is None:
        return one is other
    if math.isnan(one) or math.isnan(other):
        return math.isnan(one) and math.isnan(other)
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def same_unit(one: str | None, other: str | None) -> bool:
    """True where both spell the same unit.

    >>> same_unit("名", "人"), same_unit("件", "起")
    (True, False)
    """
    return _plain_unit(one) == _plain_unit(other)


def _plain_unit(unit: str | None) -> str:
    return _SAME_UNIT.get(unit or "", unit or "")


def _same_bounds(gold: GoldFact, found: Mapping[str, Any]) -> bool:
    return (
        gold.bound == found["bound"]
        and same_number(gold.low, found["low"])
        and same_number(gold.high, found["high"])
        and gold.per == (found.get("per") or None)
    )
