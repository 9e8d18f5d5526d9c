"""`casekit export` as a user calls it."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.core import CasekitError
from casekit.tables import TABLES

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.compare.gold import write_gold

RUN = CliRunner()


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_gold(tmp_path_factory.mktemp("ten"), "corpus")


def export(*arguments: str | Path) -> str:
    done = RUN.invoke(app, ["export", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        (["cases"], f"12 rows, {len(TABLES['cases'].names)} columns"),
        (["matrix", "-m", "population"], "12 rows, 9 columns"),
        (["panel", "-m", "population", "--period", "1990"], "0 rows, "),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_what_was_written_is_told(ten: Path, tmp_path: Path, arguments: list[str], size: str, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    done = RUN.invoke(app, ["export", *arguments, "--from", str(ten), "-o", str(file)], catch_exceptions=False)
    assert f"{file}: {size}" in done.stderr.splitlines()[-1]
    assert "rows, " not in RUN.invoke(app, ["export", *arguments, "--from", str(ten)]).stderr


@pytest.mark.parametrize("name", list(TABLES))
def test_tables_have_all_columns_and_rows(ten: Path, tmp_path: Path, name: str) -> None:
    export(name, "--from", ten, "-o", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as lines:
        found = list(csv.reader(lines))
    assert found[0] == TABLES[name].names
    assert len(found) - 1 == pq.read_metadata(ten / f"{name}.parquet").num_rows


def test_the_matrix_is_communities_by_metrics(ten: Path, tmp_path: Path) -> None:
    export("matrix", "--from", ten, "-o", tmp_path / "m.csv")
    found = {row["case"]: row for row in read(tmp_path / "m.csv")}
    assert len(found) == 12
    assert found["荷城社区"]["population"] == "59000"
    assert found["荷城社区"]["minority_share"] == "11.01694915"
    assert found["富原社区"]["minority_share"] == ""
    assert "volunteer_hours" not in found["荷城社区"]
    export("matrix", "--from", ten, "-m", "population", "--intervals", "-o", tmp_path / "p.csv")
    assert {"population", "population_low", "population_high"} <= set(read(tmp_path / "p.csv")[0])


@pytest.mark.parametrize("name", ["facts", "matrix", "panel"])
def test_workbooks_are_written(ten: Path, tmp_path: Path, name: str) -> None:
    export(name, "--from", ten, "-o", tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_everything_goes_into_a_folder_with_a_data_package(ten: Path, tmp_path: Path) -> None:
    export("all", "--from", ten, "-o", tmp_path / "csv")
    names = {path.name for path in (tmp_path / "csv").iterdir()}
    assert names == {*(f"{name}.csv" for name in TABLES), "datapackage.json"}
    package = json.loads((tmp_path / "csv" / "datapackage.json").read_text(encoding="utf-8"))
    assert {r["name"]: r["rows"] for r in package["resources"]}["facts"] == len(read(tmp_path / "csv" / "facts.csv"))


def test_parquet_keeps_its_descriptions(ten: Path, tmp_path: Path) -> None:
    export("facts", "--from", ten, "-o", tmp_path / "f.parquet")
    assert pq.read_schema(tmp_path / "f.parquet").field("quote").metadata[b"title_zh"].decode() == "原文"


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["fact"], 'Did you mean "facts"'),
        (["all"], "-o FOLDER"),
        (["all", "-o", "x", "--format", "xlsx"], "csv, jsonl or parquet"),
    ],
)
def test_wrong_use(ten: Path, arguments: list[str], fault: str) -> None:
    with pytest.raises(CasekitError, match=fault):
        export(*arguments, "--from", ten)


def test_all_into_the_tables_themselves_is_refused(ten: Path) -> None:
    with pytest.raises(CasekitError, match="choose another folder"):
        export("all", "--from", ten, "-o", ten)
