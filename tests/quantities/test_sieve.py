"""What the search for figures runs over by itself, and that it never costs a figure."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casekit.quantities import find_quantities, load_tables, read_quantities
from casekit.quantities.reading import reader_for
from tests.quantities.writing import full_width

_PIECES = """
2024年 3月 5日 3月5日 12日 日报 日本 月 年 1 2 7 17 30 2024 1987 0.5 1.2 3,400 万 亿 多 余 几 来 人 户 个 元 %
岁 级 周年 小时 天 个月 三年 十年 两天 一 二 三 十 百 千 十四五 一步 进 统 一季度 三角 长 一个 第 号 号楼 时 时30分
间 点 :30 ：0 强 比 对 至 到 - — —— ~ 、 ， 。 ； ： . , / + 从 前 近 约 超 超过 至少 不到 不超过 达 了 的 在 有
以上 左右 “ ” 《 》 （ ） a.com/ A G x_ 社区 会 半 成 分之 期间 届 次 会议 強 萬 戶 １２ ％ －
"""
TEXTS = st.lists(st.sampled_from([*_PIECES.split(), "\n", " "]), max_size=14).map("".join)


def first_number(text: str) -> str:
    """What the sieve lets through first, '' for nothing."""
    found = reader_for(load_tables()).sieve.match(text + "\n")
    return found[1] + found[2] if found else ""


@pytest.mark.parametrize(
    "text",
    [
        "2019年6月动工，次年4月8日启用",
        "工期三年，两个月后交付，已使用十多年",
        "早上7时30分集合，18:05结束",
        "今年2—7月的数据，4日报道说",
        "遇到4.5级地震，又逢60周年",
        "详见www.example.org/2023/item_88.html",
        "活动：2021春晖行",
        "某企业入选500强",
        "进一步统一口径，一季度，十四五期间",
        "第十二批专家走进村里看望大家",
        "编号为7号的院子",
        "接通5G，另有“三农”工作，三地联手",
    ],
)
def test_runs_over(text: str) -> None:
    assert first_number(text) == ""
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3年至5年", "3年"),
        ("平均年龄76岁", "76岁"),
        ("平均用时2.4天", "2.4天"),
        ("夜校办了96晚", "96晚"),
        ("2020年起，共有460户", "460户"),
        ("45日报名", "45"),
        ("第3至8户", "3"),
        ("进一步核实三个", "三个"),
        ("十四五户", "十四五户"),
        ("8时光", "8"),
        ("2021比2020多", "2021"),
        ("50多强", "50多"),
        ("，三成居民", "三"),
        ("，约三户", "三户"),
        ("5GB的空间", "5GB"),
        ("３户", "３户"),
    ],
)
def test_leaves_to_the_reader(text: str, number: str) -> None:
    assert first_number(text) == number


@settings(max_examples=600, deadline=None)
@given(TEXTS)
@example("a.com/3,400不到")
def test_costs_no_figure(text: str) -> None:
    """The reader that accounts for every number does without the sieve, and finds the same figures."""
    assert find_quantities(text) == list(read_quantities(text).quantities)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 99_999), st.sampled_from("户人元%"))
def test_folds_on_sight(number: int, unit: str) -> None:
    plain, wide = (f"社区共有{number}{unit}，" + written for written in ("到底。", full_width("to the end")))
    [quantity] = find_quantities(plain)
    assert [(q.start, q.end, q.value, q.unit) for q in find_quantities(wide)] == [
        (quantity.start, quantity.end, quantity.value, quantity.unit)
    ]
