"""Summary, pairs, panel, matrix, listing and what stands behind figures, on real and on made tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from casekit.compare.catalogue import load_catalogue
from casekit.compare.listing import list_metrics
from casekit.compare.policy import load_policy
from casekit.compare.question import Answer
from casekit.compare.source import open_source
from casekit.compare.summary import check_place
from casekit.compare.views import figures_view, matrix_view, pairs_view, panel_view, summary_view
from casekit.core import CasekitError

Ask = Callable[..., Answer]
Tables = Callable[..., Path]
CATALOGUE = load_catalogue()


def rows(table: pa.Table, *names: str) -> list[tuple]:
    return [tuple(row[name] for name in names) for row in table.to_pylist()]


def test_a_summary_counts_coverage_and_adds_intervals(tables: Tables, ask: Ask) -> None:
    places = {name: {"province": "甲省"} for name in ("一社区", "二社区", "三社区")} | {"四社区": {"province": None}}
    folder = tables(
        {"case": "一社区", "metric": "population", "value": 100.0, "high": 110.0},
        {"case": "二社区", "metric": "population", "value": 200.0, "high": None},
        {"case": "三社区", "metric": "households", "value": 5.0, "unit": "户"},
        {"case": "四社区", "metric": "population", "value": 50.0},
        cases=places,
    )
    table = summary_view(ask(folder, "population"), "province").table
    assert rows(table, "province", "communities", "mentioned", "coverage", "sum_low", "sum_high", "median_low") == [
        ("甲省", 3, 2, 66.7, 300.0, None, 150.0),
        ("不明", 1, 1, 100.0, 50.0, 50.0, 50.0),
    ]


def test_shares_have_a_median_and_no_sum(ten: Path, ask: Ask) -> None:
    table = summary_view(ask(ten, "minority_share"), "province").table
    found = {row["province"]: row for row in table.to_pylist()}
    assert found["云南省"]["sum"] is None
    assert found["云南省"]["median"] == pytest.approx(3.675064792)
    assert found["内蒙古自治区"]["mentioned"] == 0
    assert found["内蒙古自治区"]["median"] is None
    with pytest.raises(CasekitError, match='Did you mean "city"'):
        check_place("cty")


def test_pairs_say_what_is_certain(ten: Path, ask: Ask) -> None:
    table = pairs_view(ask(ten, "minority_share", top=3)).table
    assert rows(table, "case", "other", "verdict", "ahead_low", "ahead_high") == [
        ("中华中路社区", "宁湖社区", "more", 7.0, 17.0),
        ("中华中路社区", "荷城社区", "more", pytest.approx(13.81355932), pytest.approx(23.98305085)),
        ("宁湖社区", "荷城社区", "more", pytest.approx(6.81355932), pytest.approx(6.98305085)),
    ]


def test_a_panel_has_a_figure_a_year_and_a_trend(tables: Tables, ask: Ask) -> None:
    def fact(year: int, value: float, high: float) -> dict:
        same = {"case": "甲社区", "metric": "population", "value": value, "high": high}
        return {**same, "period": f"{year}年", "period_end": date(year, 12, 31)}

    known = ((2021, 100.0, 100.0), (2022, 120.0, 130.0), (2023, 125.0, 125.0), (2024, 90.0, 95.0))
    folder = tables(*(fact(*one) for one in known))
    view = panel_view(ask(folder, "population", over_years=True), CATALOGUE, False)
    assert rows(view.table, "period_year", "value", "trend", "change_low", "change_high") == [
        (2021, 100.0, None, None, None),
        (2022, 120.0, "up", 20.0, 30.0),
        (2023, 125.0, "unknown", -5.0, 5.0),
        (2024, 90.0, "down", -35.0, -30.0),
    ]
    assert view.page().to_pylist()[0]["2022"] == "120 [120–130] 人"


def test_a_panel_derives_year_by_year(tables: Tables, ask: Ask) -> None:
    def year(number: int) -> dict:
        return {"case": "甲社区", "period_end": date(number, 12, 31)}

    folder = tables(
        {"metric": "population", "value": 100.0, **year(2021)},
        {"metric": "minority_population", "value": 20.0, **year(2021)},
        {"metric": "population", "value": 200.0, **year(2022)},
        {"metric": "minority_population", "value": 60.0, **year(2022)},
    )
    table = panel_view(ask(folder, "minority_share", over_years=True), CATALOGUE, False).table
    assert rows(table, "period_year", "value", "trend") == [(2021, 20.0, None), (2022, 30.0, "up")]


def test_facts_of_no_known_year_are_counted_in_a_note(ten: Path, ask: Ask) -> None:
    found = ask(ten, "population", over_years=True)
    assert found.rows.empty
    assert "11 facts of no known year" in found.notes.lines[0]
    assert panel_view(found, CATALOGUE, False).table.num_rows == 0


def test_the_matrix_has_every_community_and_empty_cells(ten: Path, ask: Ask) -> None:
    found = ask(ten, "population", "minority_share")
    table = matrix_view(found, CATALOGUE, intervals=True).table
    assert table.num_rows == 12
    hecheng = next(row for row in table.to_pylist() if row["case"] == "荷城社区")
    assert (hecheng["population"], hecheng["minority_share_low"]) == (59000.0, pytest.approx(11.01694915))
    assert next(row for row in table.to_pylist() if row["case"] == "富原社区")["minority_share"] is None
    assert table.schema.field("minority_share").metadata[b"title_zh"].decode() == "少数民族占比（%）"
    assert not any(name.endswith("_low") for name in matrix_view(found, CATALOGUE, False).table.schema.names)


def test_the_listing_counts_communities(ten: Path) -> None:
    listed = {row["metric"]: row for row in list_metrics(open_source(ten, None), CATALOGUE, load_policy()).to_pylist()}
    assert set(listed) == set(CATALOGUE)
    assert (listed["minority_share"]["communities"], listed["minority_share"]["facts"]) == (5, 2)
    assert listed["population"]["communities"] == 10
    assert listed["volunteer_hours"]["communities"] == 0
    assert listed["density"]["formula"] == "population / area"


def test_evidence_quotes_every_part(ten: Path, ask: Ask) -> None:
    found = figures_view(ask(ten, "minority_share"), CATALOGUE, True, False).table.to_pylist()
    by_case = {row["case"]: row for row in found}
    assert by_case["中华中路社区"]["quote"] == "约30%"
    assert by_case["中华中路社区"]["parts"] == "少数民族人口 约4100多人；人口 约1.38万人"
    assert by_case["荷城社区"]["quote"] == by_case["荷城社区"]["parts"] == "少数民族人口 6500多人；人口 5.9万人"
    assert "少数民族居民占了6500多人" in by_case["荷城社区"]["sentence"]
    assert "常住的有1.9万户、5.9万人" in by_case["荷城社区"]["sentence"]
    text = (Path(__file__).parents[2] / "corpus" / by_case["宁湖社区"]["doc"]).read_text(encoding="utf-8")
    assert text[by_case["宁湖社区"]["start"] : by_case["宁湖社区"]["end"]] == "18%"


def test_sheets_hold_figures_evidence_and_meaning(ten: Path, ask: Ask) -> None:
    result, evidence, meaning = figures_view(ask(ten, "minority_share"), CATALOGUE, False).sheets()
    assert [result.name, evidence.name, meaning.name] == ["结果", "原文证据", "字段说明"]
    assert evidence.table["quote"].to_pylist()[:3] == ["约30%", "约4100多人", "约1.38万人"]
    assert result.table["evidence"].to_pylist()[:2] == ["internal:'原文证据'!A2", "internal:'原文证据'!A5"]
    names = meaning.table["名称"].to_pylist()
    assert set(result.table.schema.names) - {"evidence"} <= set(names)
    assert "minority_share" in names


def test_pages_for_a_terminal(ten: Path, ask: Ask) -> None:
    page = figures_view(ask(ten, "minority_share"), CATALOGUE, False).page().to_pylist()
    assert (page[1]["rank"], page[1]["value"], page[1]["computed"], page[1]["verdict"]) == (
        "2",
        "18",
        "18.29–18.33",
        "agree",
    )
    beside = figures_view(ask(ten, cases=("荷城社区", "宁湖社区")), CATALOGUE, False, 200).page()
    assert beside.schema.names == ["metric", "宁湖社区", "荷城社区"] or beside.schema.names == [
        "metric",
        "荷城社区",
        "宁湖社区",
    ]
    cell = next(row["荷城社区"] for row in beside.to_pylist() if row["metric"] == "少数民族人口")
    assert cell == "6500 [6500–6600] 人"


def test_two_communities_of_one_name_are_told_apart(tables: Tables, ask: Ask) -> None:
    places = {"c1": {"district": "甲区"}, "c2": {"district": "乙区"}}
    same = {"case": "新建社区", "metric": "population"}
    one, other = {**same, "value": 10.0, "case_id": "c1"}, {**same, "value": 20.0, "doc": "b.txt", "case_id": "c2"}
    page = figures_view(ask(tables(one, other, cases=places), "population"), CATALOGUE, False).page()
    assert page["case"].to_pylist() == ["新建社区（乙区）", "新建社区（甲区）"]


def test_side_by_side_a_figure_says_whom_it_counts_and_what_it_is_a_rate_of(tables: Tables, ask: Ask) -> None:
    of = {"case": "甲社区", "metric": "group_population"}
    folder = tables(
        {**of, "value": 30.0, "group": "回族"},
        {**of, "value": 20.0, "group": "壮族"},
        {"case": "甲社区", "metric": "activities_held", "value": 9.0, "unit": "场", "per": "年"},
        {"case": "乙社区", "metric": "activities_held", "value": 7.0, "unit": "场", "per": "年"},
    )
    found = ask(folder, "group_population", "activities_held")
    cells = {row["metric"]: row["甲社区"] for row in figures_view(found, CATALOGUE, False, 200).page().to_pylist()}
    assert list(cells.values()) == ["30 人（回族）；20 人（壮族）", "9 场/年"]


def test_metrics_that_do_not_fit_side_by_side_stand_below_each_other(ten: Path, ask: Ask) -> None:
    found = ask(ten, families=("place",))
    layouts = [figures_view(found, CATALOGUE, False, width).page().schema.names[0] for width in (300, 126, 60)]
    assert layouts == ["case", "case", "metric"]
    assert "rank" in figures_view(found, CATALOGUE, False, 60).page().schema.names
