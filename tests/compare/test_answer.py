"""Questions to real tables: who has more, how sure, stated or computed, and what is left out."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from casekit.compare.comparable import Choice
from casekit.compare.question import Answer
from casekit.core import CasekitError

Ask = Callable[..., Answer]
Tables = Callable[..., Path]


def figures(found: Answer) -> dict[str, tuple[float, float, float]]:
    rows = found.rows
    return {
        case: (value, low, high)
        for case, value, low, high in zip(rows["case"], rows["value"], rows["low"], rows["high"], strict=True)
    }


def test_minority_share_of_the_ten_reports(ten: Path, ask: Ask) -> None:
    found = ask(ten, "minority_share")
    rows = found.rows.set_index("case")
    assert list(rows.index) == ["中华中路社区", "宁湖社区", "荷城社区", "金方社区", "金晖社区"]
    assert rows["basis"].tolist() == ["stated", "stated", "computed", "computed", "computed"]
    assert rows["low"].tolist() == pytest.approx([25, 18, 11.01694915, 100 * 865 / 23537, 100 * 1210 / 36481])
    assert rows["high"].tolist() == pytest.approx([35, 18, 11.18644068, 100 * 865 / 23537, 100 * 1210 / 36481])
    both = rows.loc[["中华中路社区", "宁湖社区"]]
    assert both["verdict"].tolist() == ["agree", "agree"]
    assert both["computed_low"].tolist() == pytest.approx([29.60288809, 18.29166667])
    assert both["computed_high"].tolist() == pytest.approx([30.54545455, 18.32985386])
    assert both["gap"].tolist() == pytest.approx([0, 0.29166667])
    assert rows["rank_best"].tolist() == rows["rank_worst"].tolist() == [1, 2, 3, 4, 5]


def test_overlapping_intervals_leave_ranks_open(all_gold: Path, ask: Ask) -> None:
    rows = ask(all_gold, "minority_share").rows.set_index("case")
    ranks = {case: (row["rank_best"], row["rank_worst"]) for case, row in rows.iterrows()}
    assert ranks["桂语社区"] == (1, 3)  # 六成以上 has no upper end
    assert ranks["杏园社区"] == (2, 3)
    assert ranks["栀子坪社区"] == (4, 4)
    assert "青岗坪村" not in ranks  # 八成多 is one group's share, not that of all minorities


def test_a_share_of_one_group_is_told_and_can_be_asked_for(all_gold: Path, ask: Ask) -> None:
    assert any("土家族" in line for line in ask(all_gold, "minority_share").notes.lines)
    found = ask(all_gold, "minority_share", choice=Choice(group=("土家族",)))
    assert figures(found) == {"青岗坪村": (80.0, 80.0, 90.0)}


def test_a_stated_third_is_written_with_as_many_digits_as_a_computed_one(tables: Tables, ask: Ask) -> None:
    folder = tables({"case": "甲社区", "metric": "minority_share", "value": 100 / 3, "unit": "%", "quote": "三分之一"})
    assert figures(ask(folder, "minority_share")) == {"甲社区": (33.33333333, 33.33333333, 33.33333333)}


def test_stated_and_computed_may_disagree(tables: Tables, ask: Ask) -> None:
    folder = tables(
        {"case": "甲社区", "metric": "minority_share", "value": 30.0, "unit": "%"},
        {"case": "甲社区", "metric": "minority_population", "value": 100.0},
        {"case": "甲社区", "metric": "population", "value": 1000.0},
    )
    row = ask(folder, "minority_share").rows.iloc[0]
    assert (row["basis"], row["value"], row["computed"]) == ("stated", 30.0, 10.0)
    assert (row["verdict"], row["gap"]) == ("disagree", 20.0)


def test_not_mentioned_is_absent_never_zero(ten: Path, ask: Ask) -> None:
    found = ask(ten, "minority_population")
    assert len(found.rows) == 5
    assert len(found.cases) == 12
    assert (found.rows["value"] > 0).all()


def test_correlated_ends_of_a_share_in_a_sum(all_gold: Path, ask: Ask) -> None:
    rows = ask(all_gold, "floating_share").rows.set_index("case")
    assert (
        rows.loc["叠水社区", "formula"] == "100 * floating_population / (population[basis=户籍] + floating_population)"
    )
    assert rows.loc["听潮社区", "low"] == pytest.approx(100 * 18000 / (5460 + 18000))
    assert rows.loc["听潮社区", "high"] == pytest.approx(100 * 19000 / (5460 + 19000))


def test_a_minority_share_from_the_majority(all_gold: Path, ask: Ask) -> None:
    row = ask(all_gold, "minority_share").rows.set_index("case").loc["青柳社区"]
    assert (row["low"], row["high"]) == pytest.approx((100 * (6250 - 3650) / 6250, 100 * (6350 - 3550) / 6350))


def test_parts_are_taken_from_the_same_report_and_nearest(all_gold: Path, ask: Ask) -> None:
    rows = ask(all_gold, "minority_share").rows.set_index("case")
    # 户籍七千八百余人 stands nearer than the total, but 少数民族 without 户籍 goes with the total.
    assert rows.loc["鳳影社區", "computed"] == pytest.approx(100 * 1506 / 19400)
    assert rows.loc["鳳影社區", "verdict"] == "agree"


def test_levels_above_communities_are_left_out_unless_asked(all_gold: Path, ask: Ask) -> None:
    assert "望溪街道" not in figures(ask(all_gold, "population"))
    assert figures(ask(all_gold, "population", levels=("街道",)))["望溪街道"][0] == 98000
    assert "望溪街道" in figures(ask(all_gold, "population", levels=("all",)))


def test_areas_in_other_units_are_converted(all_gold: Path, ask: Ask) -> None:
    rows = ask(all_gold, "area").rows.set_index("case")
    assert rows.loc["沐河社区", "value"] == pytest.approx(212 / 1500)
    assert rows.loc["沐河社区", "unit"] == "平方公里"
    assert rows.loc["青岗坪村", "value"] == 21.4


def test_mixed_units_are_never_mixed(tables: Tables, ask: Ask) -> None:
    folder = tables(
        {"case": "甲社区", "metric": "visits", "value": 100.0, "unit": "人次"},
        {"case": "乙社区", "metric": "visits", "value": 90.0, "unit": "人次"},
        {"case": "丙社区", "metric": "visits", "value": 2000.0, "unit": "户"},
    )
    found = ask(folder, "visits")
    assert set(figures(found)) == {"甲社区", "乙社区"}
    assert found.notes.lines == ["visits: other units are not compared (communities: 户 1); choose with --unit"]
    assert set(figures(ask(folder, "visits", choice=Choice(unit="户")))) == {"丙社区"}


def test_rates_and_totals_are_never_mixed(tables: Tables, ask: Ask) -> None:
    folder = tables(
        {"case": "甲社区", "metric": "activities_held", "value": 30.0, "unit": "场"},
        {"case": "乙社区", "metric": "activities_held", "value": 120.0, "unit": "场", "per": "年"},
    )
    found = ask(folder, "activities_held")
    assert set(figures(found)) == {"甲社区"}
    assert "每年 1" in found.notes.lines[0]
    assert set(figures(ask(folder, "activities_held", choice=Choice(per="年")))) == {"乙社区"}


def test_planned_figures_only_when_asked(tables: Tables, ask: Ask) -> None:
    folder = tables({"case": "甲社区", "metric": "facilities", "value": 3.0, "unit": "个", "status": "planned"})
    assert figures(ask(folder, "facilities")) == {}
    assert figures(ask(folder, "facilities", choice=Choice(planned=True))) == {"甲社区": (3.0, 3.0, 3.0)}


def test_the_choice_goes_by_basis_then_time_then_lead(tables: Tables, ask: Ask) -> None:
    old, new = {"period_end": date(2021, 12, 31)}, {"period_end": date(2023, 12, 31)}
    folder = tables(
        {"case": "甲社区", "metric": "population", "value": 1.0, "basis": "户籍", **new},
        {"case": "甲社区", "metric": "population", "value": 2.0, "basis": "常住", **old},
        {"case": "甲社区", "metric": "population", "value": 3.0, "basis": "常住", **new},
        {"case": "甲社区", "metric": "population", "value": 4.0, "basis": "常住", **new},
    )
    row = ask(folder, "population").rows.iloc[0]
    assert (row["value"], row["definition"], row["rivals"]) == (3.0, "常住", 3)
    assert ask(folder, "population", choice=Choice(basis=("户籍",))).rows["value"].tolist() == [1.0]


def test_rivals_are_listed_when_asked(tables: Tables, ask: Ask) -> None:
    folder = tables(
        {"case": "甲社区", "metric": "population", "value": 10.0},
        {"case": "甲社区", "metric": "population", "value": 12.0},
        {"case": "乙社区", "metric": "population", "value": 30.0},
    )
    rows = ask(folder, "population", every_fact=True).rows
    assert list(zip(rows["case"], rows["value"], rows["chosen"], strict=True)) == [
        ("乙社区", 30.0, "yes"),
        ("甲社区", 10.0, "yes"),
        ("甲社区", 12.0, "no"),
    ]


def test_one_name_in_two_reports_is_two_communities_unless_the_id_says_otherwise(tables: Tables, ask: Ask) -> None:
    loose = {"case": "新建社区", "metric": "population", "case_id": None}
    folder = tables({**loose, "value": 10.0}, {**loose, "value": 20.0, "doc": "b.txt"})
    assert ask(folder, "population").rows["value"].tolist() == [20.0, 10.0]
    same = {"case": "新建社区", "metric": "population", "case_id": "c1"}
    folder = tables({**same, "value": 10.0}, {**same, "value": 20.0, "doc": "b.txt"})
    assert ask(folder, "population").rows["value"].tolist() == [10.0]


def test_communities_that_the_table_of_cases_lacks_are_named_by_their_facts(tables: Tables, ask: Ask) -> None:
    import pyarrow.parquet as pq

    folder = tables(
        {"case": "甲社区", "metric": "population", "value": 1.0, "case_id": "c1"},
        {"case": "乙社区", "metric": "population", "value": 2.0, "case_id": None},
    )
    cases = pq.ParquetFile(folder / "cases.parquet").read()
    for kept in (cases.slice(0, 0), cases.slice(0, 1)):
        pq.write_table(kept, folder / "cases.parquet")
        assert ask(folder, "population").rows["case"].tolist() == ["乙社区", "甲社区"]


def test_facts_without_a_community_are_not_compared(tables: Tables, ask: Ask) -> None:
    folder = tables({"case": None, "case_id": None, "metric": "population", "value": 10.0})
    assert ask(folder, "population").rows.empty


def test_a_repeated_document_counts_once(tables: Tables, ask: Ask) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    loose = {"case": "新建社区", "metric": "population", "case_id": None, "value": 10.0}
    folder = tables(loose, {**loose, "doc": "b.txt"})
    assert len(ask(folder, "population").rows) == 2
    documents = pq.ParquetFile(folder / "documents.parquet").read()
    documents = documents.drop_columns("duplicate_of").append_column("duplicate_of", pa.array([None, "a.txt"]))
    pq.write_table(documents, folder / "documents.parquet")
    assert ask(folder, "population").rows["doc"].tolist() == ["a.txt"]


def test_a_date_of_publication_stands_in_for_a_period(tables: Tables, ask: Ask) -> None:
    same = {"case": "甲社区", "metric": "population"}
    folder = tables(
        {**same, "value": 10.0},
        {**same, "value": 20.0, "doc": "b.txt"},
        **{"a.txt": {"published": date(2024, 5, 1)}, "b.txt": {"published": date(2022, 5, 1)}},
    )
    assert ask(folder, "population").rows["value"].tolist() == [10.0]
    from casekit.compare.period import read_span

    assert ask(folder, "population", choice=Choice(period=read_span("2022"))).rows["value"].tolist() == [20.0]
    assert ask(folder, "population", choice=Choice(period=read_span("2020"))).rows.empty


def test_values_all_missing_give_no_figure(tables: Tables, ask: Ask) -> None:
    folder = tables({"case": "甲社区", "metric": "population", "value": None})
    assert ask(folder, "population").rows.empty


def test_one_community_has_rank_one(tables: Tables, ask: Ask) -> None:
    folder = tables({"case": "甲社区", "metric": "population", "value": None, "low": 10.0, "high": None})
    row = ask(folder, "population").rows.iloc[0]
    assert (row["rank_best"], row["rank_worst"], row["low"]) == (1, 1, 10.0)
    assert math.isnan(row["value"])


def test_groups_are_compared_apart(all_gold: Path, ask: Ask) -> None:
    rows = ask(all_gold, "group_population").rows
    han = rows[rows["group"] == "汉族"]
    assert han[["case", "rank_best"]].to_numpy().tolist() == [["青柳社区", 1], ["杏花巷社区", 2]]


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ({"metrics": ("minority_shar",)}, 'Did you mean "minority_share"'),
        ({"metrics": ("population",), "cases": ("荷诚社区",)}, 'Did you mean "荷城社区"'),
        ({"families": ("populaton",)}, 'Did you mean "population"'),
        ({"metrics": ("population",), "sort": "valu"}, 'Did you mean "value"'),
        ({"metrics": ("population",), "where": ("citty=南宁市",)}, 'Did you mean "city"'),
        ({}, "nothing to compare"),
    ],
)
def test_unknown_names_are_answered_with_the_nearest(ten: Path, ask: Ask, question: dict, fault: str) -> None:
    metrics = question.pop("metrics", ())
    with pytest.raises(CasekitError, match=fault):
        ask(ten, *metrics, **question)


def test_communities_side_by_side_have_all_their_metrics(ten: Path, ask: Ask) -> None:
    rows = ask(ten, cases=("荷城", "宁湖社区")).rows
    assert set(rows["case"]) == {"荷城社区", "宁湖社区"}
    assert {"population", "minority_share", "persons_per_household"} <= set(rows["metric"])


def test_where_sort_and_top(ten: Path, ask: Ask) -> None:
    rows = ask(ten, "population", where=("city=巴彦淖尔市", "value>=8000"), sort="value", top=2).rows
    assert rows["case"].tolist() == ["富原社区", "南开社区"]
    assert rows["rank_best"].tolist() == [3, 2]
