"""Arrow tables in, text out: CSV, TSV, JSON, JSON lines and Markdown."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date
from typing import Any, TextIO

import pyarrow as pa
import pyarrow.compute as pc

from casekit.tables.cells import inert_cells, text_column

_BATCH = 20_000


def write_csv(table: pa.Table, out: TextIO, tabs: bool = False, formulas_inert: bool = True) -> None:
    """One line of column names, then the rows; null is an empty cell. `tabs` separates by tabs.

    Text that a spreadsheet would run as a formula gets a leading '; `formulas_inert=False` leaves it as it is.
    """
    mark = "\t" if tabs else ","
    names = pa.array(table.schema.names, pa.string())
    out.write(mark.join(_quoted(inert_cells(names) if formulas_inert else names, mark).to_pylist()) + "\n")
    for batch in table.to_batches(max_chunksize=_BATCH):
        columns = [_csv_column(column, mark, formulas_inert) for column in batch.columns]
        if len(columns) == 1:  # an empty line would be no row
            columns = [pc.if_else(pc.equal(columns[0], ""), '""', columns[0])]
        out.write(_one_text(pc.binary_join_element_wise(*columns, mark)) if columns else "")


def _csv_column(column: pa.Array, mark: str, formulas_inert: bool) -> pa.Array:
    """The cells of a column as they stand in the file; each different text or number is looked at once."""
    if column.null_count == len(column):
        return pa.repeat("", len(column))
    if not (pa.types.is_string(column.type) or pa.types.is_floating(column.type)):
        cells = text_column(column, formulas_inert)
        return cells if is_number(column.type) else _quoted(cells, mark)
    coded = column.dictionary_encode()
    words = _quoted(text_column(coded.dictionary, formulas_inert), mark)
    return pc.fill_null(pc.take(words, coded.indices), "")


def _one_text(lines: pa.Array) -> str:
    """All lines as one text: joined by Arrow, which is many times faster than line by line."""
    if not len(lines):
        return ""
    whole = pa.ListArray.from_arrays(pa.array([0, len(lines)], pa.int32()), lines)
    return str(pc.binary_join(whole, "\n")[0].as_py()) + "\n"


def _quoted(cells: pa.Array, mark: str) -> pa.Array:
    """Cells in quotation marks where they hold the mark, a quotation mark or a line break."""
    special = pc.match_substring_regex(cells, f'["\r\n{mark}]')
    if not pc.any(special).as_py():
        return cells
    doubled = pc.replace_substring(cells, '"', '""')
    return pc.if_else(special, pc.binary_join_element_wise('"', doubled, '"', ""), cells)


def write_markdown(table: pa.Table, out: TextIO) -> None:
    """A Markdown table; numbers stand right, line breaks inside cells become spaces."""
    rule = ["---:" if is_number(field.type) or b"right" in (field.metadata or {}) else "---" for field in table.schema]
    for line in (table.schema.names, rule):
        out.write("| " + " | ".join(line) + " |\n")
    for rows in _text_rows(table, formulas_inert=False):
        for row in rows:
            out.write("| " + " | ".join(_markdown_cell(cell) for cell in row) + " |\n")


def write_json(table: pa.Table, out: TextIO) -> None:
    """A JSON array with one object a row; numbers are numbers, dates ISO text, null is null."""
    out.write("[")
    for number, row in enumerate(_rows(table)):
        out.write(("," if number else "") + "\n  " + json.dumps(row, ensure_ascii=False))
    out.write("\n]\n" if table.num_rows else "]\n")


def write_jsonl(table: pa.Table, out: TextIO) -> None:
    """One JSON object a line."""
    for row in _rows(table):
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def is_number(kind: pa.DataType) -> bool:
    """True for the types whose cells are numbers."""
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind))


def _text_rows(table: pa.Table, formulas_inert: bool) -> Iterator[list[tuple[str, ...]]]:
    for batch in table.to_batches(max_chunksize=_BATCH):
        yield list(zip(*(text_column(column, formulas_inert).to_pylist() for column in batch.columns), strict=True))


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=_BATCH):
        for row in batch.to_pylist():
            yield {name: _json_value(value) for name, value in row.items()}


def _json_value(value: Any) -> Any:
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value.isoformat() if isinstance(value, date) else value


def _markdown_cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")
