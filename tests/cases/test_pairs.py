"""分别, 依次: figures in a row for names in a row."""

from __future__ import annotations

import pytest

from casekit.cases.clauses import Clauses
from casekit.cases.pairs import find_pairs
from casekit.quantities import read_quantities

NAMES = ("甲社区", "乙社区", "丙社区")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("分别有居民3210户、4105户和2768户", {"3210户": "甲社区", "4105户": "乙社区", "2768户": "丙社区"}),
        ("，人口依次为9640人、12,380人、7915人", {"9640人": "甲社区", "12,380人": "乙社区", "7915人": "丙社区"}),
        ("分别有32户96人、41户123人、27户79人", {"32户": "甲社区", "41户": "乙社区", "27户": "丙社区"}),
        ("有居民300户、400户和200户", {"300户": "甲社区", "400户": "乙社区", "200户": "丙社区"}),
        ("分别有居民3210户和4105户", {}),
        ("，现有860户、3104人、5支队伍", {}),
        ("共有居民9000户", {}),
        ("有党员30名，志愿者40名，网格员50名", {}),
    ],
)
def test_each_name_gets_its_own(text: str, wanted: dict[str, str]) -> None:
    quantities = read_quantities(text).quantities
    pairs = find_pairs(NAMES, 0, len(text), Clauses.of(text, (0,)), quantities)
    at = {quantity.start: quantity.text for quantity in quantities}
    assert {at[pair.start]: pair.name for pair in pairs} == wanted
