"""Several years of reports on the same communities, read and compared: who rose, who fell, and how sure that is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.compare.answer import answer
from casekit.compare.catalogue import load_catalogue
from casekit.compare.policy import load_policy
from casekit.compare.question import Question
from casekit.compare.source import open_source
from casekit.compare.views import panel_view
from casekit.run import extract_corpus

REPORTS = {
    "2021-12-30.txt": """清溪社区：一年办了这些事
本报贵港12月30日讯 清溪社区位于贵港市港北区，常住人口4800人，其中少数民族居民930人。
全年化解矛盾纠纷62起，举办活动35场，投入资金80万元改造老旧小区。
""",
    "2022-12-28.txt": """清溪社区：邻里更和睦
本报贵港12月28日讯 清溪社区位于贵港市港北区，常住人口5100余人，其中少数民族居民1010人。
今年化解矛盾纠纷57起，举办活动41场，投入资金120多万元。
白云社区位于贵港市覃塘区，常住人口3300人，2022年化解矛盾纠纷20起。
""",
    "2023-12-29.txt": """清溪社区、白云社区：再添新成绩
本报贵港12月29日讯 清溪社区位于贵港市港北区，户籍人口5000人。今年化解矛盾纠纷近60起，去年是57起。
清溪社区今年举办活动约40场。
白云社区位于贵港市覃塘区，常住人口3300人，2023年化解矛盾纠纷20起，计划2024年化解矛盾纠纷30起。
""",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("years")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    extract_corpus([folder], folder / "out")
    return folder / "out"


def panel(out: Path, *metrics: str, **more: Any) -> dict[tuple[str, int], tuple[float, float, str | None]]:
    catalogue = load_catalogue()
    question = Question(metrics=metrics, over_years=True, **more)
    view = panel_view(answer(open_source(out, None), question, catalogue, load_policy()), catalogue, False)
    return {
        (row["case"], row["period_year"]): (row["low"], row["high"], row["trend"]) for row in view.table.to_pylist()
    }


def test_disputes_fall_and_rise_by_the_year_that_each_report_speaks_of(out: Path) -> None:
    assert panel(out, "disputes_mediated") == {
        ("清溪社区", 2021): (62.0, 62.0, None),
        ("清溪社区", 2022): (57.0, 57.0, "down"),
        ("清溪社区", 2023): (59.0, 60.0, "up"),
        ("白云社区", 2022): (20.0, 20.0, None),
        ("白云社区", 2023): (20.0, 20.0, "equal"),
    }


def test_intervals_that_meet_leave_the_trend_unknown(out: Path) -> None:
    assert panel(out, "activities_held") == {
        ("清溪社区", 2021): (35.0, 35.0, None),
        ("清溪社区", 2022): (41.0, 41.0, "up"),
        ("清溪社区", 2023): (35.0, 45.0, "unknown"),
    }
    assert panel(out, "investment")["清溪社区", 2022] == (1_200_000.0, 1_300_000.0, "up")


def test_figures_by_different_definitions_are_no_trend(out: Path) -> None:
    found = panel(out, "population")
    assert found["清溪社区", 2022] == (5100.0, 5200.0, "up")
    assert found["清溪社区", 2023] == (5000.0, 5000.0, "unknown")
    assert found["白云社区", 2023] == (3300.0, 3300.0, "equal")


def test_computed_figures_have_years_too(out: Path) -> None:
    found = panel(out, "minority_share")
    assert found["清溪社区", 2021][:2] == (19.375, 19.375)
    assert found["清溪社区", 2022] == (pytest.approx(100 * 1010 / 5200), pytest.approx(100 * 1010 / 5100), "up")


def test_on_a_terminal_the_years_stand_side_by_side(out: Path) -> None:
    said = CliRunner().invoke(
        app, ["compare", "-m", "disputes_mediated", "--over", "period", "--format", "table", "--from", str(out)]
    )
    lines = [line.split() for line in said.stdout.splitlines() if "社区" in line]
    assert lines == [
        ["清溪社区", "62", "起", "57", "起", "60", "[59–60]", "起", "down", "up"],
        ["白云社区", "20", "起", "20", "起", "equal"],
    ]
