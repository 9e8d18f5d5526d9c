"""Which figures contradict each other, and which only look as if they did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casekit.compare.catalogue import load_catalogue
from casekit.compare.conflicts import find_conflicts
from casekit.compare.policy import load_policy

Write = Callable[..., Path]
HERE = {"case": "荷城社区", "metric": "population"}


def _pairs(folder: Path) -> list[tuple[float, float, str]]:
    found = find_conflicts(folder, load_catalogue(), load_policy()).to_pylist()
    return [(row["value_1"], row["value_2"], row["where"]) for row in found]


def _two(tables: Write, one: dict[str, Any], other: dict[str, Any]) -> list[tuple[float, float, str]]:
    first = {**HERE, "value": 100.0, "sentence": "甲句", **one}
    return _pairs(tables(first, {**HERE, "value": 120.0, "sentence": "乙句", **other}))


def test_two_figures_of_one_thing_are_a_conflict_within_and_across_reports(tables: Write) -> None:
    assert _two(tables, {}, {}) == [(100, 120, "within")]
    assert _two(tables, {}, {"doc": "b.txt"}) == [(100, 120, "across")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"low": 100, "high": 125, "bound": "at_least"}, {}),
        ({"low": 100, "high": None, "bound": "at_least"}, {}),
        ({"basis": "户籍"}, {"basis": "常住"}),
        ({"group": "回族"}, {}),
        ({"period": "2022年"}, {"period": "2023年"}),
        ({"status": "planned"}, {}),
        ({"case": "金晖社区"}, {}),
        ({"unit": "户"}, {}),
        ({}, {"sentence": "甲句"}),
        ({"metric": "activities_held", "label": "讲座"}, {"metric": "activities_held", "label": "演出"}),
    ],
)
def test_what_differs_otherwise_is_none(one: dict[str, Any], other: dict[str, Any], tables: Write) -> None:
    assert _two(tables, one, other) == []


def test_units_of_one_kind_are_converted(tables: Write) -> None:
    area = {"metric": "area", "label": "面积", "unit": "亩", "value": 1500.0, "low": 1500.0, "high": 1500.0}
    same = {"metric": "area", "label": "面积", "unit": "平方公里", "value": 1.0, "low": 1.0, "high": 1.0}
    assert _two(tables, area, same) == []
    assert _two(tables, area, {**same, "value": 1.2, "low": 1.2, "high": 1.2}) == [(1500, 1.2, "within")]


def test_a_figure_said_twice_is_counted_once(tables: Write) -> None:
    again = {**HERE, "value": 100.0, "sentence": "丙句"}
    other = {**HERE, "value": 120.0, "sentence": "乙句"}
    assert _pairs(tables({**HERE, "value": 100.0, "sentence": "甲句"}, again, other)) == [(100, 120, "within")]


def test_the_row_names_what_is_compared(tables: Write) -> None:
    folder = tables({**HERE, "value": 100.0, "sentence": "甲句"}, {**HERE, "value": 120.0, "sentence": "乙句"})
    (row,) = find_conflicts(folder, load_catalogue(), load_policy()).to_pylist()
    assert (row["case"], row["title"], row["gap"]) == ("荷城社区", "人口", 20)
    assert (row["sentence_1"], row["sentence_2"]) == ("甲句", "乙句")
