"""What is missing or broken in an outputs folder is said in one line."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from casekit.core import CasekitError
from casekit.tables import TABLES, TableWriter, read_manifest, read_table


def message(folder: Path, name: str = "facts") -> str:
    with pytest.raises(CasekitError) as caught:
        read_table(folder, name)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_missing_folder_names_the_command_to_run(tmp_path: Path) -> None:
    assert "casekit extract" in message(tmp_path / "none")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    assert "facts.parquet: no such table" in message(tmp_path)


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    (tmp_path / "facts.parquet").write_bytes(b"not parquet")
    assert "not a readable Parquet file" in message(tmp_path)


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    pq.write_table(pa.table({"doc": ["a"]}), tmp_path / "problems.parquet")
    assert "no column code, start, end, message" in message(tmp_path, "problems")


def test_columns_are_read_alone(tmp_path: Path) -> None:
    with TableWriter(tmp_path) as writer:
        writer.finish({})
    assert read_table(tmp_path, "documents", ["doc", "sha256"]).schema.names == ["doc", "sha256"]
    assert read_manifest(tmp_path)["rows"]["documents"] == 0
    assert read_manifest(tmp_path / "none") == {}
    assert set(TABLES) == {"facts", "cases", "documents", "leftovers", "problems"}
