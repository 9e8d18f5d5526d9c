"""When a community was founded, and what else was founded."""

from __future__ import annotations

import pytest

from casekit.cases.founded import FoundingFinder
from casekit.cases.wording import load_wording

FINDER = FoundingFinder(load_wording())


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("清波社区成立于2003年3月，靠着运河", "2003-03"),
        ("金方社区2003年5月成立，居民共8565户", "2003-05"),
        ("望江社区于2008年9月1日成立，", "2008-09-01"),
        ("社区成立于1984年，由几条老巷子拼成", "1984"),
        ("柳堤社区2010年11月挂牌，是个老城社区", "2010-11"),
        ("2016年5月撤村建居，", "2016-05"),
        ("从2011年12月社区挂牌起就干这个", "2011-12"),
        ("2018年10月交房入住，次年3月挂牌成立社区，", "2019-03"),
        ("这个成立于2005年8月的社区，", "2005-08"),
        ("我们社区1998年10月成立，地方不大", "1998-10"),
        ("社区2019年7月由三个村合并成立。", "2019-07"),
        ("社区成立于二〇〇五年，", "2005"),
        ("2020年3月，沙河社区正式挂牌成立。", "2020-03"),
        ("2015年10月由原和平、友爱两个社区合并而成，", "2015-10"),
        ("2002年成立的沙河社区", "2002"),
        ("自2010年成立以来，社区", "2010"),
    ],
)
def test_the_date_is_read(text: str, date: str) -> None:
    assert [found.date for found in FINDER.find(text)] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "2021年成立老年合唱队",
        "社区志愿服务队成立于2015年",
        "2020年12月6日，食堂开张",
        "2019年建成文化广场2个",
        "新中国成立70周年",
        "合作社成立于2016年，",
        "社区党委成立于2018年",
        "2021年7月1日，社区食堂建成启用",
        "2018年，沙河社区成立志愿服务队",
    ],
)
def test_other_foundings_are_not_the_community_s(text: str) -> None:
    assert list(FINDER.find(text)) == []
