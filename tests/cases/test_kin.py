"""Names judged by the others of their text, read through the finder of units."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # in a row with a good one
        ("嘎瓦寨、麻料寨、石坪寨散在坡上", ["嘎瓦寨", "麻料寨", "石坪寨"]),
        # short for the longer name, and written so
        ("桂东县麻料寨村的麻料寨有客栈", ["麻料寨村", "麻料寨村"]),
        ("水西镇河畔新苑社区建在水边，河畔新苑人多", ["河畔新苑社区", "河畔新苑社区"]),
        # no place at all
        ("平房院23处、楼房小区17个", []),
        ("泉州市的泉州社区志愿者", ["泉州市"]),
        ("吉日新村收到平江村小学的书", ["吉日新村"]),
        ("平江村的平江村小学", ["平江村", "平江村"]),
        ("大垸新村有6个，楼房40栋", []),
        ("五柳村不大，五柳离街道有二十里山路", ["五柳村", "五柳村"]),
        ("四十一团五连和邻村共一条渠。五连人多，连队有车", ["四十一团", "五连"]),
        ("石佛回族村在河边。从前石佛没有路，石佛120户", ["石佛回族村", "石佛回族村"]),
        ("石门村是个海岛村，石门村有138户", ["石门村", "石门村"]),
    ],
)
def test_names_are_judged_by_the_others(text: str, wanted: list[str], atlas: Atlas) -> None:
    assert [unit.name for unit in atlas.units.find(text).units] == wanted
