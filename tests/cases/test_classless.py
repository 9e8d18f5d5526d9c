"""The village of a text that never says that it is one."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas

FOUND = [
    ("樱桃沟：果子红了\n樱桃沟的果子熟了。樱桃沟今年好。村里86户，村民说好", "樱桃沟"),
    ("石桥：葱成了产业\n走进石桥，村道两边全是葱。石桥的葱香。石桥人种葱。全村312户", "石桥"),
    ("腾冲市曲石镇江苴的早晨。江苴有古宅63座，江苴人开民宿41家。村里人均2.6万元", "江苴"),
    ("上岔的年味。凤凰县腊尔山镇上岔的晒谷坪上有木槽12口，上岔今年好。村主任说好", "上岔"),
]
NOT_FOUND = [
    "樱桃：红了\n樱桃熟了，樱桃的价钱。樱桃今年好。村里86户，村民说好",
    "老支书：红了\n老支书的桃。村里86户，村民说老支书有办法。老支书今年86岁",
    "记者：村里有86户。记者：全村有桃。村里人说，记者的话",
    "腾冲市曲石镇桃农的日子。桃农今年好，桃农有办法，村里86户",
    "石门：桃子红了\n石门县今年种桃3万亩。石门人说好。村里86户，村民说好",
    "樱桃沟：果子红了\n樱桃沟的果子。樱桃沟今年好。松岚村86户，村民说全村都好",
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_what_a_text_on_a_village_comes_back_to_is_the_village(text: str, wanted: str, atlas: Atlas) -> None:
    villages = [unit for unit in atlas.units.find(text).units if unit.level == "村"]
    assert {unit.name for unit in villages} == {wanted}
    assert len(villages) == text.count(wanted)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_other_words_that_come_back_are_none(text: str, atlas: Atlas) -> None:
    found = {unit.name for unit in atlas.units.find(text).units if unit.level == "村"}
    assert found <= {"松岚村"}
