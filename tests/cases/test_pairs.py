"""分别, 依次: figures in a row for names in a row."""

from __future__ import annotations

import pytest

from casekit.cases.clauses import Clauses
from casekit.cases.near_words import load_near_words
from casekit.cases.pairs import find_pairs
from casekit.quantities import read_quantities

CUE = load_near_words().scene.severally
NAMES = ("甲社区", "乙社区", "丙社区")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("分别有居民2860户、3974户和3150户", {"2860户": "甲社区", "3974户": "乙社区", "3150户": "丙社区"}),
        ("，人口依次为8570人、11,920人、9460人", {"8570人": "甲社区", "11,920人": "乙社区", "9460人": "丙社区"}),
        ("分别有32户96人、41户123人、27户79人", {"32户": "甲社区", "41户": "乙社区", "27户": "丙社区"}),
        ("有居民300户、400户和200户", {"300户": "甲社区", "400户": "乙社区", "200户": "丙社区"}),
        ("分别有居民2860户和3974户", {}),
        ("，现有860户、3104人、5支队伍", {}),
        ("共有居民9000户", {}),
        ("有党员30名，志愿者40名，网格员50名", {}),
    ],
)
def test_each_name_gets_its_own(text: str, wanted: dict[str, str]) -> None:
    quantities = read_quantities(text).quantities
    pairs = find_pairs(NAMES, 0, len(text), Clauses.of(text, (0,)), quantities, CUE)
    at = {quantity.start: quantity.text for quantity in quantities}
    assert {at[pair.start]: pair.name for pair in pairs} == wanted
