"""What other programs make of the files: pandas, DuckDB and LibreOffice read the same numbers and the same Chinese."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.run import extract_corpus

# Names of files begin with what a spreadsheet would take for a formula; one is a formula that opens a program.
REPORTS = {
    "=1+1": "清溪社区位于贵港市港北区，常住人口4800人，其中少数民族居民930余人。",
    "+86": "白云社区位于贵港市港北区，常住人口5.9万人，其中少数民族居民1210人。",
    "-2": "东湖社区位于贵港市港北区，少数民族居民占总人口的约30%。",
    "@SUM(A1)": "南山社区位于贵港市港北区，少数民族居民占总人口的0.18%。",
    "=cmd|' ⁄C calc'!A0": "北苑社区位于贵港市港北区，少数民族居民占总人口的18%。",
}
_XML = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE, _OFFICE, _TEXT = _XML % "table", _XML % "office", _XML % "text"

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("odd")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    extract_corpus([folder], folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def shares(out: Path) -> Callable[[str], Path]:
    """The shares of minorities, compared, as a file with this ending."""

    def write(ending: str) -> Path:
        file = out.parent / f"shares.{ending}"
        said = CliRunner().invoke(app, ["compare", "-m", "minority_share", "--from", str(out), "-o", str(file)])
        assert said.exit_code == 0, said.output
        return file

    return write


@pytest.fixture(scope="module")
def wanted(shares: Callable[[str], Path]) -> Rows:
    """The same table as JSON says it."""
    return list(pd.read_json(shares("json"), dtype=False).to_dict("records"))  # type: ignore[arg-type]


def test_pandas_reads_the_csv(shares: Callable[[str], Path], wanted: Rows) -> None:
    _check(pd.read_csv(shares("csv")).to_dict("records"), wanted, mark="'")


def test_duckdb_reads_the_csv(shares: Callable[[str], Path], wanted: Rows) -> None:
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(f"select * from read_csv('{shares('csv')}')")
    _check([dict(zip(found.columns, row, strict=True)) for row in found.fetchall()], wanted, mark="'")


def test_duckdb_and_pandas_read_the_parquet_with_what_its_columns_mean(out: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = out / "facts.parquet"
    count = len(pd.read_parquet(path))
    assert duckdb.sql(f"select count(*) from '{path}'").fetchall() == [(count,)]
    kept = duckdb.sql(f"select key, value from parquet_kv_metadata('{path}')").fetchall()
    said = json.loads(dict(kept)[b"casekit"])
    assert {column["name"]: column["title_zh"] for column in said["columns"]}["case"] == "社区"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_libreoffice_reads_csv_and_workbook(
    tmp_path: Path, shares: Callable[[str], Path], wanted: Rows, ending: str
) -> None:
    call = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    call += ["--infilter=CSV:44,34,76"] if ending == "csv" else []
    call += ["--convert-to", "fods", "--outdir", str(tmp_path), str(shares(ending))]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    cells = list(_cells(tmp_path / "shares.fods"))
    heads = [text for _, text in cells[0]]
    assert heads[5] == ("case" if ending == "csv" else "社区")
    rows = [dict(zip(wanted[0], (cell for _, cell in row), strict=False)) for row in cells[1 : 1 + len(wanted)]]
    _check(rows, wanted, mark="'" if ending == "csv" else "")
    names = list(wanted[0])
    for row in cells[1 : 1 + len(wanted)]:
        kinds = {name: kind for name, (kind, _) in zip(names, row, strict=False)}
        assert (kinds["value"], kinds["case"], kinds["doc"]) == ("float", "string", "string")


def _check(found: list[Mapping[Any, Any]] | Rows, wanted: Rows, mark: str) -> None:
    """The same numbers, the same Chinese; what could be a formula is text, in CSV behind a mark."""
    assert len(found) == len(wanted) == len(REPORTS)
    for row, other in zip(found, wanted, strict=True):
        assert (row["case"], row["title"], row["unit"]) == (other["case"], "少数民族占比", "%")
        assert [float(row[end]) for end in ("value", "low", "high")] == [other[end] for end in ("value", "low", "high")]
        assert row["doc"] == f"{mark}{other['doc']}"
    assert sorted(row["doc"].removeprefix(mark).removesuffix(".txt") for row in found) == sorted(REPORTS)


def _cells(path: Path) -> Iterator[list[tuple[str, Any]]]:
    """The rows of the first sheet: of each cell its type and what it holds; a formula fails the test."""
    sheet = next(ElementTree.parse(path).iter(f"{_TABLE}table"))
    for row in sheet.iter(f"{_TABLE}table-row"):
        cells: list[tuple[str, Any]] = []
        for cell in row.iter(f"{_TABLE}table-cell"):
            assert f"{_TABLE}formula" not in cell.attrib
            kind = cell.get(f"{_OFFICE}value-type", "")
            text = "".join("".join(part.itertext()) for part in cell.findall(f"{_TEXT}p"))
            value = float(cell.get(f"{_OFFICE}value", "nan")) if kind in ("float", "percentage") else text
            cells += [(kind, value)] * int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        yield cells
