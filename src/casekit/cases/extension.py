"""A user's own rows for the gazetteer: a CSV or Parquet file with the columns code and name."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from casekit.core import CasekitError, Place, RuleError

_DIGITS = (2, 4, 6, 9, 12)


@dataclass(frozen=True, slots=True)
class Extension:
    """Rows that win over the shipped ones of the same code; committees may also be second names of known codes."""

    divisions: Mapping[int, str] = field(default_factory=dict)
    committees: Mapping[int, str] = field(default_factory=dict)


def read_extension(path: Path) -> Extension:
    """The rows of a user's gazetteer file; raises RuleError with file and line where a row is no division."""
    divisions: dict[int, str] = {}
    committees: dict[int, str] = {}
    for line, (code, name) in enumerate(_rows(path), 2):
        short = _shorten(code.strip())
        if not short.isdigit() or len(short) not in _DIGITS or not name.strip():
            hint = "A code has 2, 4, 6, 9 or 12 digits, as in 450107001001."
            raise RuleError(Place(str(path), line), f'"{code},{name}" is no division.', hint)
        (committees if len(short) == 12 else divisions)[int(short)] = name.strip()
    return Extension(divisions, committees)


def _shorten(code: str) -> str:
    """Codes are often padded to six or twelve digits: 450100 is 4501, 450107000000 is 450107."""
    if len(code) == 12 and code.endswith("000"):
        code = code[:9]
    if len(code) == 9 and code.endswith("000"):
        code = code[:6]
    while len(code) in (4, 6) and code.endswith("00"):
        code = code[:-2]
    return code


def _rows(path: Path) -> Iterable[tuple[str, str]]:
    if not path.is_file():
        raise CasekitError(f"{path}: no such gazetteer file")
    if path.suffix.lower() == ".parquet":
        import pyarrow.parquet as pq

        table = pq.ParquetFile(path).read()
        _check_columns(path, table.column_names)
        return [(str(row["code"]), str(row["name"])) for row in table.select(["code", "name"]).to_pylist()]
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        _check_columns(path, list(reader.fieldnames or []))
        return [(row["code"] or "", row["name"] or "") for row in reader]


def _check_columns(path: Path, columns: list[str]) -> None:
    if not {"code", "name"} <= set(columns):
        raise RuleError(Place(str(path)), f"found the columns {', '.join(columns)};", "needed are code and name.")
