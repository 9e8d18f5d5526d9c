"""The village of a text that never says that it is one."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas
from casekit.cases.unit import COMMUNITY

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


BROUGHT_IN = [
    ("顺着车辙一路往北，就是白石坡。村里人掰着指头算账：87户人家，羊1.8万只。", ["白石坡"]),
    ("我们白石坡啊，早先没有路。老支书说，196户守着薄田。村里现在有了车。", ["白石坡"]),
    ("一个月走访下来，问题最多的是白石坡：37户漏雨。街道请人换了瓦。", ["白石坡"]),
    ("白石坡：老屋有了客\n全村都在忙，218户人家有七成开了店。村民说好。", ["白石坡"]),
    ("我是云和县白石坡的村民，这里有1680人，吃水靠山塘。全村反映过。", ["白石坡"]),
    ("白石坡这个名字，是三年前才有的。几处合到一起，村里有4736口人。", ["白石坡"]),
    ("白石坡是全县最早通电的村子。铜锣一响，73户人家都出了门。", ["白石坡"]),
    ("上坝70户人，种了苹果；下坝93户人，开了窑洞。上坝和下坝只隔一条河，村里热闹。", ["上坝", "下坝"]),
]
NOT_BROUGHT_IN = [
    "就是去年。村里人掰着指头算账：87户人家。",
    "我们大家啊，早先没有路。村里有196户。",
    "路的尽头是水电站，37户住在旁边。村里有车。",
    "截至昨天，云和县铁路口岸今年通行班列1500列。",
    "记者手记：全村都在忙，村里218户人家。村民说好。",
    "松岚村有86户。就是白石坡。村里人说好。",
]


@pytest.mark.parametrize(("text", "wanted"), BROUGHT_IN)
def test_a_place_is_brought_in_by_the_words_beside_it(text: str, wanted: list[str], atlas: Atlas) -> None:
    units = [unit for unit in atlas.units.find(text).units if unit.rank >= COMMUNITY]
    assert list(dict.fromkeys(unit.name for unit in units)) == wanted


@pytest.mark.parametrize("text", NOT_BROUGHT_IN)
def test_other_words_bring_in_none(text: str, atlas: Atlas) -> None:
    assert {u.name for u in atlas.units.find(text).units if u.rank >= COMMUNITY} <= {"松岚村"}
