"""Housing estates that have no class word."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas
from casekit.cases.estates import find_estates


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("改造从纺机院开了头。这个院子只有6栋楼", [(3, "纺机院")]),
        ("纺机大院有6栋楼，看着纺机大院的变化", [(0, "纺机大院"), (11, "纺机大院")]),
        ("酒厂家属院六栋楼", [(0, "酒厂家属院")]),
        ("新建“云岭家园”集中安置点", [(3, "云岭家园")]),
        ("纺机院开了头，老人高兴", []),
        ("砖瓦宿舍，7个院里63栋楼", []),
        ("共建美好家园，惠及300户。美好家园", []),
        ("竹溪社区是矿务局宿舍，29栋楼挤着人", []),
        ("最挤的是矿务局宿舍，29栋楼挤着人", [(4, "矿务局宿舍")]),
        ("县养老院有3栋楼，县养老院", []),
        ("三个家属院五栋楼", []),
    ],
)
def test_estates_have_houses_or_homes(text: str, wanted: list[tuple[int, str]], atlas: Atlas) -> None:
    found = list(find_estates(text, [], atlas.wording))
    assert [(unit.start, unit.name) for unit in found] == wanted
    assert all(text[unit.start : unit.end] == unit.name for unit in found)


def test_an_estate_is_one_with_and_without_its_class_word(atlas: Atlas) -> None:
    text = "荷风苑小区有旧楼9栋。荷风苑6栋装了电梯，荷风苑业委会出了力。"
    assert {unit.name for unit in atlas.units.find(text).units} == {"荷风苑小区"}
