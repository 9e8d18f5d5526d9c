"""Tables that other programs wrote: folders of parts, other text types, other orders of columns."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from casekit.core import CasekitError
from casekit.tables import read_table
from casekit.tables.read import open_table

ROWS = {
    "doc": ["a", "b", "c"],
    "code": ["x", "y", "x"],
    "start": [1, None, 3],
    "end": [2, None, 4],
    "message": ["", "", ""],
}


def test_a_folder_of_parts_is_one_table(tmp_path: Path) -> None:
    folder = tmp_path / "problems.parquet"
    folder.mkdir()
    whole = pa.table(ROWS)
    pq.write_table(whole.slice(2), folder / "part-00001.parquet")
    pq.write_table(whole.slice(0, 2), folder / "part-00000.parquet")
    (folder / "_SUCCESS").touch()
    table = read_table(tmp_path, "problems")
    assert table["doc"].to_pylist() == ["a", "b", "c"]
    assert table.schema.field("start").type == pa.int32()
    assert open_table(tmp_path, "problems", []).sizes == [2, 1]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "problems.parquet").mkdir()
    with pytest.raises(CasekitError, match="without Parquet files"):
        read_table(tmp_path, "problems")


def test_other_types_become_those_of_the_schema(tmp_path: Path) -> None:
    table = pa.table(ROWS).cast(
        pa.schema(
            [
                ("doc", pa.large_string()),
                ("code", pa.dictionary(pa.int8(), pa.string())),
                ("start", pa.int64()),
                ("end", pa.float64()),
                ("message", pa.string()),
            ]
        )
    )
    pq.write_table(table.select(["end", "doc", "message", "start", "code"]), tmp_path / "problems.parquet")
    back = read_table(tmp_path, "problems")
    assert back.schema.types == [pa.string(), pa.string(), pa.int32(), pa.int32(), pa.string()]
    assert back.schema.names == list(ROWS)
    coded = open_table(tmp_path, "problems", ["code"], coded=["code"]).read(["code"])
    assert coded["code"].type == pa.dictionary(pa.int32(), pa.string())
    assert coded["code"].to_pylist() == ["x", "y", "x"]
