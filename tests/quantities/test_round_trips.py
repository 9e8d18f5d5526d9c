"""What is written comes back: Chinese, cheque, full width and grouped numerals, intervals, spans."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.quantities import find_quantities, parse_quantity, read_quantities
from casekit.quantities.hedging import bounds
from casekit.quantities.numerals import place_of
from tests.quantities.writing import full_width, in_chinese, on_cheque

# The first example of a run loads the tables, which takes longer than any deadline.
unhurried = settings(deadline=None)

NUMBERS = st.one_of(st.integers(0, 10**16 - 1), st.integers(0, 9).map(lambda d: 10**d), st.integers(0, 99_999))
SMALL = st.integers(2, 9_999_999)
_PIECES = """
一 二 十 百 千 万 亿 零 两 半 多 余 几 来 约 近 超 至少
不到 1 2 30 456 7,890 1.5 % 人 户 个 元 年 月 日 号 岁 点
分 成 倍 之 第 至 到 - — ~ ： : 、 ， 。 “ ” 《
》 （ ） + N 社区 一家亲 千家万户 2024 以上 左右 个亿 块 期 届 每 去年 以来
截至
"""
PIECES = st.sampled_from([*_PIECES.split(), "\n"])
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def value_of(written: str) -> Decimal:
    quantity = parse_quantity(written)
    assert quantity is not None, written
    return quantity.value


@unhurried
@given(NUMBERS)
def test_chinese_comes_back(number: int) -> None:
    assert value_of(in_chinese(number)) == number


@unhurried
@given(NUMBERS)
def test_cheque_characters_come_back(number: int) -> None:
    assert value_of(on_cheque(number)) == number


@unhurried
@given(st.integers(0, 10**15), st.integers(0, 999))
def test_figures_come_back(whole: int, part: int) -> None:
    written = f"{whole}.{part:03}"
    assert value_of(written) == Decimal(written)
    assert value_of(full_width(written)) == Decimal(written)
    assert value_of(f"{whole:,}") == whole
    assert value_of(f"-{written}") == -Decimal(written)


@unhurried
@given(st.integers(1, 99_999), st.sampled_from(["万", "亿", "万亿"]))
def test_magnitudes_multiply(number: int, magnitude: str) -> None:
    worth = {"万": 10**4, "亿": 10**8, "万亿": 10**12}[magnitude]
    assert value_of(f"{number}{magnitude}") == number * worth
    if number < 10_000:
        assert value_of(in_chinese(number) + magnitude) == number * worth


@unhurried
@given(SMALL, st.sampled_from(["户", "人次", "件", "平方米", "元"]))
def test_running_text_gives_what_was_put_in(number: int, unit: str) -> None:
    for written in (str(number), f"{number:,}", full_width(str(number)), in_chinese(number)):
        text = f"社区共有{written}{unit}，年底公布。"
        [quantity] = find_quantities(text)
        assert (quantity.value, quantity.unit) == (number, unit)
        assert text[quantity.start : quantity.end] == quantity.text == written + unit


@unhurried
@given(SMALL, st.sampled_from(["about", "more", "near", "at_least", "at_most"]))
def test_interval_holds_the_number(number: int, policy: str) -> None:
    value = Decimal(number)
    _, low, high = bounds(value, None, policy)
    assert low is None or low <= value
    assert high is None or value <= high
    if low is not None and high is not None:
        assert high - low <= place_of(value)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read(text: str) -> None:
    reading = read_quantities(text)
    found = sorted([*reading.quantities, *reading.others], key=lambda x: x.start)
    for one in (*found, *reading.periods):
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
    for before, after in pairwise(found):
        assert before.end <= after.start
    for quantity in reading.quantities:
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    assert list(reading.quantities) == find_quantities(text)
    parse_quantity(text)


@pytest.mark.parametrize(
    "piece",
    [
        "一",
        "0",
        "1,1,1,",
        "万",
        "第一",
        "约1",
        "1至",
        "“1",
        "1:",
        "1+",
        "自启动",
        "三五",
        "1个亿",
        "10,",
        "1年1",
        "1月",
        "a/1",
        "第1",
    ],
)
@pytest.mark.usefixtures("uncollected")
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Four times the text takes about four times as long; quadratic work would take sixteen times."""
    times = []
    for length in (15_000, 60_000):
        text = piece * (length // len(piece))
        started = process_time()
        reading = read_quantities(text)
        find_quantities(text)
        parse_quantity(text)
        times.append(process_time() - started)
        assert all(text[x.start : x.end] == x.text for x in (*reading.quantities, *reading.others))
    assert times[1] < 9 * times[0] + 0.3
