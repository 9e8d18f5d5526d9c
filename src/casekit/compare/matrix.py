"""Communities by metrics: the sheet that people put into their statistics program."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa

from casekit.compare.catalogue import Measure
from casekit.compare.result import COLUMNS
from casekit.tables import Column

_PLACES = ("case_id", "case", "level", "province", "city", "district", "street", "founded")


def matrix_table(
    rows: pd.DataFrame, cases: pd.DataFrame, catalogue: Mapping[str, Measure], intervals: bool
) -> pa.Table:
    """One row a community, one column a metric (three with `intervals`: value, low, high); empty: not mentioned.

    Communities of the tables that have no figure at all are there too.
    """
    keys = cases.index.union(pd.Index(rows["key"].unique()))
    places = cases.reindex(keys)
    names = rows.drop_duplicates("key").set_index("key")["case"] if len(rows) else pd.Series(dtype=object)
    places["case"] = places["case"].fillna(names.reindex(keys))
    order = (
        places.assign(_key=keys).sort_values(["province", "city", "district", "case", "_key"], na_position="last").index
    )
    columns = [c for c in (*COLUMNS, *_MORE) if c.name in _PLACES]
    columns.sort(key=lambda column: _PLACES.index(column.name))
    fields = [column.field() for column in columns]
    arrays = [pa.array(_texts(places.loc[order, column.name]), pa.string()) for column in columns]
    for metric in rows["metric"].unique():
        part = rows[rows["metric"] == metric].set_index("key")
        for end in ("value", "low", "high") if intervals else ("value",):
            numbers = part[end].astype("float64").reindex(order).to_numpy()
            arrays.append(pa.array(numbers, pa.float64(), from_pandas=True))
            fields.append(_metric_column(catalogue[metric], end).field())
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))


_MORE = (
    Column("street", pa.string(), "街道乡镇", "全称", "street or town", nullable=True),
    Column("founded", pa.string(), "成立", "YYYY、YYYY-MM 或 YYYY-MM-DD", "founding date", nullable=True),
)
_ENDS = {"value": ("", ""), "low": ("_low", " 下限"), "high": ("_high", " 上限")}


def _metric_column(measure: Measure, end: str) -> Column:
    suffix, words = _ENDS[end]
    unit = "" if measure.unit == "任意" else f"（{measure.unit}）"
    title = f"{measure.title}{unit}{words}"
    return Column(f"{measure.id}{suffix}", pa.float64(), title, measure.definition, measure.english, nullable=True)


def _texts(column: pd.Series) -> list[str | None]:
    return [None if cell is None or cell is np.nan or pd.isna(cell) else str(cell) for cell in column]
