"""Lanes, markets and islands that a whole text is about: where they are found, and where not."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas

FOUND = [
    ("阿克苏市锡匠巷的灯。巷子里住着129户。", ["锡匠巷"]),
    ("宁德市的白礁岛有渔民180户。岛上办了夜校。", ["白礁岛"]),
    ("本溪市的东门农贸市场，摊位260个。市场里有商户120户。", ["东门农贸市场"]),
    ("苏州的一条老弄堂，名叫槐影里，住着210户。弄堂不长。", ["槐影里"]),
    ("苏州有条名叫槐影里的弄堂，住着210户。弄堂不长。", ["槐影里"]),
    ("苏州的槐影里，是一条靠河的弄堂，住着210户。弄堂不长。", ["槐影里"]),
    ("绕不开柳桥商贸街，铺面366间。柳桥社区在街中，街上有商户90户，绍兴市的人都来这条街。", ["柳桥商贸街"]),
    ("天津沙河路商圈有商户430家。商圈里还有茶店。", ["沙河路商圈"]),
]
NOT_FOUND = [
    "锡匠巷的灯。巷子里住着129户。",  # of no city or county that could tell where
    "阿克苏市的小巷里住着129户。巷子不长。",
    "阿克苏市的农贸市场有摊位260个。市场里有商户120户。",
    "阿克苏市住着360套公寓的户主。公寓不贵，租公寓的有300户。",
    "合肥市柳桥社区有居民2400户。社区在锡匠巷装灯，社区的人都到巷子里来，全社区有36盏。",
    "合肥市锡匠巷外，巷子口住着36户。",
]


def _sites(text: str, atlas: Atlas) -> list[str]:
    return [text[unit.start : unit.end] for unit in atlas.units.find(text).units if unit.is_site]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_what_a_text_is_about_is_found(text: str, wanted: list[str], atlas: Atlas) -> None:
    assert list(dict.fromkeys(_sites(text, atlas))) == wanted


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_kind_of_place_or_one_among_others_is_not(text: str, atlas: Atlas) -> None:
    assert _sites(text, atlas) == []
