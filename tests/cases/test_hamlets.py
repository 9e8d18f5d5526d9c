"""Hamlets that have no class word."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas
from casekit.cases.hamlets import find_hamlets


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("该村由马庄、小李庄合并而成，马庄穷", [("马庄", 3), ("小李庄", 6), ("马庄", 14)]),
        ("把上沟、下沟两个自然村合并", [("上沟", 1), ("下沟", 4)]),
        ("隔壁范家峪的桃子", [("范家峪", 2)]),
        ("邻村石门坝去年通了路", [("石门坝", 2)]),
        ("岔河口是个苗寨，人不多。岔河口穷", [("岔河口", 0), ("岔河口", 12)]),
        ("这里是个寨子，这里穷", []),
        ("王家洼120户，李家洼也有人", []),
        ("王家洼120户，王家洼缺水", [("王家洼", 0), ("王家洼", 8)]),
        ("隔壁马家沟小学的铃响了", []),
        ("由镇政府、县医院合并办公", []),
        ("隔壁的老屋也修了", []),
        ("小山村120户，这个小山村", []),
        ("再走二里便是石门崖，村子在半山腰", [("石门崖", 6)]),
        ("带头的就是张建国，村子里都听他的", []),
    ],
)
def test_hamlets_stand_where_the_text_says_so(text: str, wanted: list[tuple[str, int]], atlas: Atlas) -> None:
    found = find_hamlets(text, [], atlas.wording, atlas.units.knowledge.sense)
    assert sorted((unit.start, unit.name) for unit in found) == [(start, name) for name, start in wanted]
    assert all(text[unit.start : unit.end] == unit.name for unit in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("由9个自然村组成。最偏的是枫树岭，31户人家；最大的是上坪，126户", ["枫树岭", "上坪"]),
        ("有7个村民小组，最远的牛栏冲离村部9公里，18户人家", ["牛栏冲"]),
        ("有5个自然村，其中下坞户数最多，有132户，外婆坑最少，只有12户", ["下坞", "外婆坑"]),
        ("有5个自然村，数朱家坳人最多，133户", ["朱家坳"]),
        ("有11个自然村，名气最大的是上坑和下坑。上坑依山，下坑傍水", ["上坑", "下坑", "上坑", "下坑"]),
        ("有6个自然湾，最大的湾子是周家大湾，住着78户", ["周家大湾"]),
        ("有3个自然村，最热闹的是桥头，有201户，最老的石滩也修了路", ["桥头"]),  # nobody lives at 石滩
        ("辖大塘、小塘、李屋3个自然村。大塘住着96户", ["大塘", "小塘", "李屋", "大塘"]),
        ("有党员、村民、志愿者3个小组，还有水稻、油茶、柑橘3个小组", []),
        ("辖大塘、小塘4个自然村", []),  # nor their number
        ("最偏的是枫树岭，31户人家", []),  # of no village with parts
        ("有9个自然村，收入最高的是花椒，86户都种", []),
        ("有9个自然村，最大的心愿是修路，86户都盼着", []),
        ("有9个自然村，最大的农户有60亩地，最远的学生走9公里", []),
        ("有9个自然村，年纪最大的张大爷86岁，全组最老的是他", []),
    ],
)
def test_a_part_of_a_village_is_told_by_its_rank(text: str, wanted: list[str], atlas: Atlas) -> None:
    found = [*find_hamlets(text, [], atlas.wording, atlas.units.knowledge.sense)]
    assert [unit.name for unit in sorted(found, key=lambda unit: unit.start)] == wanted
    assert all(unit.level == "其他" and not unit.is_site for unit in found)
