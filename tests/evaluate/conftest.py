"""Made tables and annotations that differ in known ways."""

from __future__ import annotations

from typing import Any

import pytest


def fact(start: int, end: int, value: float, unit: str = "人", **more: Any) -> dict[str, Any]:
    """One figure, as annotated and as found alike, exact unless told otherwise."""
    row = {"doc": "甲.txt", "case": "荷城社区", "metric": "population", "value": value, "unit": unit, "bound": "exact"}
    row |= {"low": value, "high": value, "per": None, "start": start, "end": end, "quote": "…", "rule": "r"}
    return row | more


@pytest.fixture
def make_fact() -> Any:
    return fact
