"""What stands in a cell of a text table: plain numbers, plain dates, and text that no spreadsheet runs as a formula."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

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


def text_column(values: Iterable[Any], numeric: bool, formulas_inert: bool = True) -> list[str]:
    """A column as text; only text cells are made inert, a number below zero stays a number."""
    if numeric or not formulas_inert:
        return [plain(value) for value in values]
    return [inert(plain(value)) for value in values]
