"""Arrow tables in, one workbook out: text stays text, numbers stay numbers, headings in Chinese."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from casekit.core import CasekitError
from casekit.tables.cells import plain
from casekit.tables.text import is_number

_CELL = 32_767  # the longest text a cell of a workbook may hold
_CUT = "……（已截断）"
_ROWS = 1_048_575  # below the heading
_LINKS = 60_000  # a sheet holds no more links
_MADE = datetime(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its tab, its rows, and whether the headings are the Chinese titles of the columns."""

    name: str
    table: pa.Table
    titled: bool = True


def write_workbook(path: Path, sheets: Sequence[Sheet]) -> None:
    """Writes the sheets to `path`: heading frozen, filters on, widths fitted. No text ever becomes a formula.

    Raises CasekitError where a sheet has more rows than a workbook can hold, or the file cannot be written.
    """
    import xlsxwriter  # slow to load, and most comparisons never become a workbook
    from xlsxwriter.exceptions import XlsxWriterException

    for sheet in sheets:
        if sheet.table.num_rows > _ROWS:
            raise CasekitError(f"{sheet.table.num_rows} rows do not fit into a sheet ({_ROWS}); use --format csv")
    book = xlsxwriter.Workbook(
        str(path),
        {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "constant_memory": True},
    )
    book.set_properties({"created": _MADE, "title": "casekit"})
    styles = {
        "head": book.add_format({"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "text_wrap": True, "valign": "top"}),
        "count": book.add_format({"num_format": "0"}),
        "whole": book.add_format({"num_format": "#,##0"}),
        "broken": book.add_format({"num_format": "#,##0.0#####"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, styles)
    try:
        book.close()
    except XlsxWriterException as error:
        raise CasekitError(f"{path}: cannot be written ({error})") from None


def titles(schema: pa.Schema) -> list[str]:
    """The Chinese title of each column where it has one, else its name."""
    return [(field.metadata or {}).get(b"title_zh", field.name.encode()).decode() for field in schema]


def _write_sheet(sheet: Any, content: Sheet, styles: dict[str, Any]) -> None:
    table = content.table
    heads = titles(table.schema) if content.titled else table.schema.names
    for at, (head, field) in enumerate(zip(heads, table.schema, strict=True)):
        sample = table.column(at).slice(0, 200).to_pylist()
        sheet.set_column(at, at, _width(head, sample))
        sheet.write_string(0, at, head, styles["head"])
        if field.name != head:
            sheet.write_comment(0, at, field.name)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(table.num_rows, 1), max(len(heads) - 1, 0))
    kinds = [_kind(field) for field in table.schema]
    number = 0
    for batch in table.to_batches(max_chunksize=5_000):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            number += 1
            for at, value in enumerate(row):
                if value is not None:
                    _write_cell(sheet, number, at, value, kinds[at], styles)


def _kind(field: pa.Field) -> str:
    if (field.metadata or {}).get(b"link"):
        return "link"
    if pa.types.is_date(field.type):
        return "day"
    if pa.types.is_integer(field.type):
        return "count"  # years, ranks and offsets are no amounts: 2024, not 2,024
    return "number" if is_number(field.type) else "text"


def _write_cell(sheet: Any, row: int, at: int, value: Any, kind: str, styles: dict[str, Any]) -> None:
    if kind == "count":
        sheet.write_number(row, at, value, styles["count"])
    elif kind == "number":
        if value == value and abs(value) != float("inf"):
            sheet.write_number(row, at, value, styles["whole" if float(value).is_integer() else "broken"])
    elif kind == "day" and isinstance(value, date):
        sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), styles["day"])
    elif kind == "link" and row < _LINKS and str(value).startswith(("http://", "https://", "internal:")):
        sheet.write_url(row, at, str(value), string="→" if str(value).startswith("internal:") else str(value))
    else:
        text = plain(value)
        sheet.write_string(row, at, text if len(text) <= _CELL else text[: _CELL - len(_CUT)] + _CUT)


def _width(head: str, cells: Iterable[Any]) -> float:
    longest = max([_columns(head), *(_columns(plain(cell)) for cell in cells)], default=8)
    return min(max(longest + 2, 8), 60)


def _columns(text: str) -> int:
    """How many Latin characters wide the text stands: Chinese characters count two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text[:80])
