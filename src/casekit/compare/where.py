"""Conditions of the command line on the rows of a comparison: `city=南宁市`, `value>=10`, `case~社区`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from casekit.core import CasekitError, nearest

_CONDITION = re.compile(r"\s*([\w ]+?)\s*(!=|>=|<=|!~|=|>|<|~)\s*(.*?)\s*$", re.DOTALL)
_INNER = re.compile(r"key|row|p\d+")
_ORDER: dict[str, Callable[[Any, Any], Any]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


def keep_where(rows: pd.DataFrame, conditions: Sequence[str]) -> pd.DataFrame:
    """The rows that meet all conditions; raises CasekitError naming the columns where one is unknown.

    `=` and `!=` compare, `~` and `!~` look for a part of the text, `>` `<` `>=` `<=` ask for numbers.
    """
    for condition in conditions:
        rows = rows[_met(rows, condition)]
    return rows


def unknown_column(option: str, name: str, rows: pd.DataFrame) -> CasekitError:
    """The error that names the columns there are, the nearest first."""
    known = [column for column in rows.columns if not _INNER.fullmatch(column)]
    hint = " ".join(filter(None, (nearest(name, known), f"Known: {', '.join(known)}")))
    return CasekitError(f'{option}: unknown column "{name}". {hint}')


def _met(rows: pd.DataFrame, condition: str) -> pd.Series[bool]:
    found = _CONDITION.match(condition)
    if found is None:
        raise CasekitError(f'--where "{condition}" is no condition; write COLUMN=VALUE, with = != > >= < <= ~ or !~')
    name, sign, wanted = found.groups()
    if name not in rows.columns:
        raise unknown_column("--where", name, rows)
    column = rows[name]
    if sign in _ORDER:
        met: pd.Series[bool] = _ORDER[sign](pd.to_numeric(column, errors="coerce"), _number(wanted, condition))
        return met.astype(bool)
    if sign in ("~", "!~"):
        has = column.astype(object).fillna("").astype(str).str.contains(wanted, regex=False)
        return has if sign == "~" else ~has
    if pd.api.types.is_numeric_dtype(column):
        same = column == _number(wanted, condition)
    else:
        same = column.astype(object).fillna("").astype(str) == wanted
    return same if sign == "=" else ~same


def _number(text: str, condition: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise CasekitError(f'--where "{condition}": "{text}" is no number') from None
