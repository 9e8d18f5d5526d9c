"""What lies in a folder of tables, as a Frictionless data package: one JSON file that other programs understand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from casekit.tables.schema import TABLES, TableSchema

PACKAGE = "datapackage.json"
_MEDIA = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv", "jsonl": "application/x-ndjson"}


def package_text(form: str, rows: Mapping[str, int], schemas: Sequence[TableSchema] = tuple(TABLES.values())) -> str:
    """The data package of tables stored as `form` (parquet, csv, jsonl), with the number of rows of each."""
    resources = [_resource(schema, form, rows[schema.name]) for schema in schemas if schema.name in rows]
    content = {"profile": "tabular-data-package", "name": "casekit", "resources": resources}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def write_package(folder: Path, form: str, rows: Mapping[str, int]) -> None:
    """Writes datapackage.json into the folder."""
    (folder / PACKAGE).write_text(package_text(form, rows), encoding="utf-8", newline="\n")


def _resource(schema: TableSchema, form: str, rows: int) -> dict[str, Any]:
    fields = [
        {
            "name": column.name,
            "type": _type(column.type, form),
            "title": column.title,
            "description": f"{column.english} / {column.chinese}",
            **({} if column.nullable else {"constraints": {"required": _filled(column.name)}}),
        }
        for column in schema.columns
    ]
    out: dict[str, Any] = {
        "name": schema.name,
        "path": f"{schema.name}.{form}",
        "profile": "tabular-data-resource",
        "format": form,
        "mediatype": _MEDIA[form],
        "encoding": "utf-8",
        "title": schema.title,
        "description": f"{schema.english} / {schema.chinese}",
        "rows": rows,
        "schema": {"fields": fields, "missingValues": [""]},
    }
    if schema.key:
        out["schema"]["primaryKey"] = list(schema.key)
    if form == "csv":
        out["dialect"] = {"delimiter": ",", "lineTerminator": "\n"}
    return out


def _filled(name: str) -> bool:
    """Text columns that may be empty cannot be told from missing ones in CSV."""
    return name not in ("unit", "label", "encoding", "text", "groups", "near", "notes")


def _type(kind: pa.DataType, form: str) -> str:
    if pa.types.is_list(kind):
        return "string" if form == "csv" else "array"
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind):
        return "number"
    return "date" if pa.types.is_date(kind) else "string"
