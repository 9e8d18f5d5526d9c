"""A folder of tables in, Arrow tables out; what is missing is said in one line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from casekit.core import CasekitError
from casekit.tables.schema import TABLES
from casekit.tables.stored import StoredTable
from casekit.tables.write import MANIFEST, MANIFEST_PART


def read_table(folder: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """The table `name` of an outputs folder, or some of its columns; raises CasekitError where it cannot be read.

    The columns of the schema come in its order; what the table has besides comes after them.
    """
    if columns is not None:
        return open_table(folder, name, columns).read(columns)
    schema = TABLES.get(name)
    needed = schema.names if schema else []
    table = open_table(folder, name, needed)
    return table.read([*needed, *(extra for extra in table.names if extra not in needed)])


def open_table(folder: Path, name: str, needed: Sequence[str], coded: Sequence[str] = ()) -> StoredTable:
    """A table to be read piece by piece; the `coded` columns come as dictionaries.

    Raises CasekitError where folder, table or one of the `needed` columns is missing, or the tables are of two runs.
    """
    path = folder / f"{name}.parquet"
    if not folder.is_dir():
        raise CasekitError(f"{folder}: no such folder. Run first: casekit extract PATH -o {folder}")
    if not path.exists():
        raise CasekitError(f"{path}: no such table. Run first: casekit extract PATH -o {folder}")
    if (folder / MANIFEST_PART).exists() and not (folder / MANIFEST).exists():
        raise CasekitError(f"{folder}: a run ended while it exchanged the tables. Run the same casekit extract again.")
    table = StoredTable(path, name, coded)
    missing = [column for column in needed if column not in table.names]
    if missing:
        raise CasekitError(f"{path}: no column {', '.join(missing)}. Was it written by another version? Extract again.")
    return table


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
