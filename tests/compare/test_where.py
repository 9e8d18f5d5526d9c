"""Conditions on rows."""

from __future__ import annotations

import pandas as pd
import pytest

from casekit.compare.where import keep_where
from casekit.core import CasekitError

ROWS = pd.DataFrame(
    {"case": ["甲社区", "乙村", None], "value": [1.0, 20.0, float("nan")], "city": ["南宁市", None, "贵港市"]}
)


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ("city=南宁市", [0]),
        ("city != 南宁市", [1, 2]),
        ("city=", [1]),
        ("case~社区", [0]),
        ("case!~社区", [1, 2]),
        ("value>=1", [0, 1]),
        ("value>1", [1]),
        ("value<=1", [0]),
        ("value=20", [1]),
    ],
)
def test_conditions(condition: str, rows: list[int]) -> None:
    assert keep_where(ROWS, [condition]).index.tolist() == rows


def test_all_conditions_must_hold() -> None:
    assert keep_where(ROWS, ["value>=1", "case~村"]).index.tolist() == [1]


@pytest.mark.parametrize(
    ("condition", "fault"), [("city", "is no condition"), ("town=x", "unknown column"), ("value>很多", "is no number")]
)
def test_faults(condition: str, fault: str) -> None:
    with pytest.raises(CasekitError, match=fault):
        keep_where(ROWS, [condition])
