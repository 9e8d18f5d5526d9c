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
    ],
)
def test_hamlets_stand_where_the_text_says_so(text: str, wanted: list[tuple[str, int]], atlas: Atlas) -> None:
    found = find_hamlets(text, [], atlas.wording, atlas.units.knowledge.sense)
    assert sorted((unit.start, unit.name) for unit in found) == [(start, name) for name, start in wanted]
    assert all(text[unit.start : unit.end] == unit.name for unit in found)
