"""`casekit show` as a user calls it."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casekit.cli.app import app

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.compare.gold import write_gold

RUN = CliRunner()


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_gold(tmp_path_factory.mktemp("ten"), "corpus")


def test_a_page_has_the_figure_its_place_and_its_sentence(ten: Path) -> None:
    done = RUN.invoke(
        app, ["show", "--from", str(ten), "--case", "荷城", "-m", "minority_population", "--format", "table"]
    )
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("荷城社区  少数民族人口 6500 [6500–6600] 人")
    assert "guigang-hecheng.txt:99-105" in lines[0]
    assert lines[1].strip().endswith("少数民族居民占了6500多人。")


def test_a_pipe_gets_csv_of_the_facts(ten: Path) -> None:
    done = RUN.invoke(app, ["show", "--from", str(ten), "--family", "ethnicity", "--doc", "anning-jin"])
    found = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["metric"] for row in found} == {"minority_groups"}
    assert len(found) == 2


def test_limit_and_json(ten: Path) -> None:
    done = RUN.invoke(app, ["show", "--from", str(ten), "--limit", "2", "--json"])
    assert [row["doc"] for row in json.loads(done.stdout)] == ["anning-guangming.txt"] * 2


def test_a_page_is_limited_and_says_so(ten: Path) -> None:
    done = RUN.invoke(app, ["show", "--from", str(ten), "--format", "table"])
    assert done.stdout.count("\n\n") == 50
    assert "--limit" in done.stderr


def test_nothing_found_is_told(ten: Path) -> None:
    done = RUN.invoke(app, ["show", "--from", str(ten), "--case", "无此社区"])
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1
    assert "no fact" in done.stderr
