"""Days in words, names of files and cells."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from casekit.documents.dates import find_day, find_day_in_name, parse_day

DAY = date(2024, 11, 6)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-11-06 09:32:15　来源：中原社区网", DAY),
        ("2024年11月6日 星期三", DAY),
        ("2024/11/6", DAY),
        ("２０２４年１１月６日", DAY),
        ("二〇二四年十一月六日", DAY),
        ("二○二四年十二月三十一日", date(2024, 12, 31)),
        ("2024年11月", None),
        ("11月6日", None),
        ("2024-02-30", None),
        ("编号12024-11-061", None),
    ],
)
def test_a_day_is_found_in_words(words: str, day: date | None) -> None:
    assert find_day(words) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("20241106_清溪社区.txt", DAY),
        ("清溪社区_2024_11_06.docx", DAY),
        ("2024.11.06 第3版.pdf", DAY),
        ("000_d86993161bb386db.txt", None),
        ("13800138000.txt", None),
    ],
)
def test_a_day_is_found_in_the_name_of_a_file(name: str, day: date | None) -> None:
    assert find_day_in_name(name) == day


@pytest.mark.parametrize(
    "cell",
    [DAY, datetime(2024, 11, 6, 23, 59), "2024-11-06", "20241106", 1730856735, "1730856735000", "2024-11-06T01:02:03Z"],
)
def test_cells_of_all_kinds_give_the_day(cell: object) -> None:
    assert parse_day(cell) == DAY


@pytest.mark.parametrize("cell", [None, "", "昨天", 12, "3482"])
def test_cells_without_a_day_give_none(cell: object) -> None:
    assert parse_day(cell) is None
