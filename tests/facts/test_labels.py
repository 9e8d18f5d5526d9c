"""The columns label and group: the counted thing without what leads to it, and whom a part of the people is named."""

from __future__ import annotations

import pytest

import casekit

LABELS = [
    ("竹溪社区现有居民2300户5100人。", ("居民", "居民")),
    ("竹溪社区里的少数民族居民有310人。", ("少数民族居民",)),
    ("竹溪社区共收集到的意见建议56条。", ("意见建议",)),
    ("竹溪社区的流动人口达1200余人。", ("流动人口",)),
    ("竹溪社区常住4637人。", ("常住",)),
    ("竹溪社区办结“12345”热线46条。", ("12345热线",)),
    ("竹溪社区有17种少数民族726人。", ("少数民族", "少数民族")),
    ("招聘会上，竹溪社区有27人签约。", ("签约",)),
    ("竹溪社区的农家书屋里有科普图书3200册。", ("科普图书",)),
    ("竹溪社区开春以来化解矛盾纠纷86起。", ("矛盾纠纷",)),
    ("竹溪社区去年举办招聘会12场，就业率95%。", ("招聘会", "就业率")),
    ("竹溪社区的少数民族居民加起来占全社区的三分之一。", ("少数民族居民",)),
    ("竹溪社区的大学生志愿者到了35名。", ("大学生志愿者",)),
    ("竹溪社区调查问卷发放1400份。", ("调查问卷",)),
]

GROUPS = [
    ("竹溪社区免费为老年人体检，惠及独居老人86名。", "独居老人"),
    ("竹溪社区就业培训让37名残疾人实现就业。", "残疾人"),
    ("竹溪社区今年走访慰问困难群众58户。", "困难群众"),
    ("竹溪社区服务居民1200人次。", None),
    ("竹溪社区有流动人口1200人。", None),
    ("竹溪社区有党员86名。", None),
    ("竹溪社区有苗族居民420人。", "苗族"),
    ("竹溪社区居住着苗族、瑶族、侗族等6个民族。", None),
    ("竹溪社区有苗族、瑶族等少数民族居民420人。", None),
]


@pytest.mark.parametrize(("text", "labels"), LABELS)
def test_the_label_is_the_counted_thing_alone(text: str, labels: tuple[str, ...]) -> None:
    assert tuple(fact.label for fact in casekit.extract(text)) == labels


@pytest.mark.parametrize(("text", "group"), GROUPS)
def test_the_group_is_the_part_of_the_people_that_is_named(text: str, group: str | None) -> None:
    assert [fact.group for fact in casekit.extract(text)] == [group]
