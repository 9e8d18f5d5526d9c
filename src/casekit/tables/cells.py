"""What stands in a cell of a text table: plain numbers, plain dates, and text that no spreadsheet runs as a formula."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

_RUNS = frozenset("=+-@\t\r\n\0＝＋－＠")
LIST_MARK = ";"


def plain(value: Any) -> str:
    """A cell as text: numbers without exponent or idle zeros, nothing for null, lists joined with ";".

    >>> plain(59000.0), plain(0.00003), plain(1e16), plain(None), plain(["汉族", "壮族"])
    ('59000', '0.00003', '10000000000000000', '', '汉族;壮族')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return plain_number(value)
    if isinstance(value, (list, tuple)):
        return LIST_MARK.join(plain(part) for part in value)
    return value.isoformat() if isinstance(value, date) else str(value)


def plain_number(value: float) -> str:
    """The shortest decimal that reads back as the same number, never with an exponent; '' where there is none.

    >>> plain_number(11.0169), plain_number(-2.0), plain_number(1.5e-7), plain_number(float("nan"))
    ('11.0169', '-2', '0.00000015', '')
    """
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")


def inert(text: str) -> str:
    """The text with a leading ' where a spreadsheet would take it for a formula.

    >>> inert("=1+1"), inert("＠某人"), inert("社区-1")
    ("'=1+1", "'＠某人", '社区-1')
    """
    return f"'{text}" if text and text[0] in _RUNS else text


def text_column(column: pa.Array, formulas_inert: bool = True) -> pa.Array:
    """A column as `plain` would give it, cell by cell; only text is made inert, a number below zero stays one.

    >>> text_column(pa.array([59000.0, None, 1e16])).to_pylist(), text_column(pa.array(["=1", None])).to_pylist()
    (['59000', '', '10000000000000000'], ["'=1", ''])
    """
    kind = column.type
    if pa.types.is_floating(kind):
        return _float_cells(column)
    if not (pa.types.is_string(kind) or pa.types.is_integer(kind) or pa.types.is_date(kind)):
        cells = pa.array([plain(cell) for cell in column.to_pylist()], pa.string())
        return inert_cells(cells) if formulas_inert else cells
    cells = pc.fill_null(column.cast(pa.string()), "")
    return inert_cells(cells) if formulas_inert and pa.types.is_string(kind) else cells


def inert_cells(cells: pa.Array) -> pa.Array:
    """A column of texts as `inert` would give it, cell by cell."""
    runs = pc.is_in(pc.utf8_slice_codeunits(cells, 0, 1), pa.array(sorted(_RUNS)))
    if not pc.any(runs).as_py():
        return cells
    return pc.if_else(runs, pc.binary_join_element_wise("'", cells, ""), cells)


def _float_cells(column: pa.Array) -> pa.Array:
    cells = pc.fill_null(column.cast(pa.string()), "")
    odd = pc.match_substring_regex(cells, "[a-z]")  # 1e+16, nan, inf
    if not pc.any(odd).as_py():
        return cells
    spelled = [plain_number(number.as_py()) for number in column.filter(odd)]
    return pc.replace_with_mask(cells, odd, pa.array(spelled, pa.string()))
