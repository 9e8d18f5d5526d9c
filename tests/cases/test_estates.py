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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # without a class word, told what it is or with its owners
        ("遵义市松柏街道杉木社区的明月苑，是一处廉租房小区，512户住着", ["明月苑"]),
        ("株洲市泰山街道的锦绣府是个新小区，住着1860户", ["锦绣府"]),
        ("金华府的月牙府是条老街，有1200户", []),
        ("云湖国际城有2600多户，业主来自各地。邻居都说国际城大", ["云湖国际城", "云湖国际城"]),
        ("云湖国际城有2600多户，都是游客", []),
        ("望江府有1200户业主，物业费收缴率六成", ["望江府"]),
        ("市政府帮扶2600户，业主代表也来了", []),
        ("城南的水泥厂家属院里，一共住着268户", ["水泥厂家属院"]),
        # called by its end
        ("纺机厂搬走了。这个家属院住着468户。去年对纺机厂家属院实施改造", ["纺机厂家属院", "纺机厂家属院"]),
        ("钢厂家属院、矿山家属院挨着，这个家属院没有电梯", []),
        ("职工家属院有86户，这个家属院没有电梯", []),
        ("老家属楼住着86户，业主都老了", []),
        ("新建的人才公寓有86户入住", []),
        # opens its sentence with owners or homes
        ("去年，紫云花园换了物业，业主都满意", ["紫云花园"]),
        ("社区不大。纺织宿舍缺的是人手。院里216户", ["纺织宿舍"]),
        ("丁香花园2009年建成，16栋楼", ["丁香花园"]),
        ("网格员走过丁香花园，业主都认识她", []),
        # behind its county with its owners, and named again
        ("碧波城的账\n新乡市红旗区的碧波城换过4家物业。业委会管账", ["碧波城", "碧波城"]),
        ("新乡市红旗区的碧波城开业，迎来游客。碧波城的物业费不高", []),
        ("新乡市红旗区的众多业主选出业委会，众多业主高兴", []),
        # behind its community, told to be one
        ("柳营社区的桂苑里，是一片1992年的公房，730户", ["桂苑里"]),
        ("柳营社区的桂苑里，桂花开了，730户来看", []),
        # below the name of its community
        ("衡水市桃城区柳营社区\n海棠苑是2016年的新小区，1600户", ["海棠苑"]),
        # listed and counted, whatever they end with
        ("社区下辖锦绣苑、明月里和渡口安置房3个小区。明月里最老", ["锦绣苑", "明月里", "渡口安置房", "明月里"]),
        ("社区辖3个小区：明月里、望江苑和砖厂宿舍。", ["明月里", "望江苑", "砖厂宿舍"]),
        ("社区由明月里、望江苑等5个小区组成", ["明月里", "望江苑"]),
        ("社区有老旧、封闭、商品房3个小区", []),
        ("解决停车、充电、噪音3个小区问题", []),
        ("党员、楼长、网格员下到3个小区", []),
        ("东区、西区、北区3个小区", []),
    ],
)
def test_estates_go_without_class_word(text: str, wanted: list[str], atlas: Atlas) -> None:
    found = [unit for unit in atlas.units.find(text).units if unit.level == "小区"]
    assert [unit.name for unit in found] == wanted
    assert all(text[unit.start : unit.end] == unit.stem for unit in found)
