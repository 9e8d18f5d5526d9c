"""A folder of tables in, Arrow tables out; what is missing is said in one line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from casekit.core import CasekitError
from casekit.tables.schema import TABLES
from casekit.tables.write import MANIFEST


def read_table(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """The table `name` of an outputs folder, or some of its columns; raises CasekitError where it cannot be read."""
    path = folder / f"{name}.parquet"
    if not folder.is_dir():
        raise CasekitError(f"{folder}: no such folder. Run first: casekit extract PATH -o {folder}")
    if not path.is_file():
        raise CasekitError(f"{path}: no such table. Run first: casekit extract PATH -o {folder}")
    try:
        present = pq.read_schema(path).names
        _check_columns(path, name, present, columns)
        return pq.read_table(path, columns=None if columns is None else list(columns), partitioning=None)
    except (pa.ArrowException, OSError) as error:
        raise CasekitError(f"{path}: not a readable Parquet file ({str(error).splitlines()[0]})") from None


def table_columns(folder: Path, name: str) -> list[str]:
    """The names of the columns that the table in the folder really has."""
    return list(read_table(folder, name, []).schema.names) or pq.read_schema(folder / f"{name}.parquet").names


def read_manifest(folder: Path) -> dict[str, Any]:
    """The content of run.json, or an empty dict where there is none."""
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise CasekitError(f"{path}: not valid JSON") from None
    return content if isinstance(content, dict) else {}


def _check_columns(path: Path, name: str, present: Sequence[str], wanted: Sequence[str] | None) -> None:
    schema = TABLES.get(name)
    needed = wanted if wanted is not None else schema.names if schema else []
    missing = [column for column in needed if column not in present]
    if missing:
        raise CasekitError(f"{path}: no column {', '.join(missing)}. Was it written by another version? Extract again.")
