"""Figures of communities gathered by province, city, district or level: sum, median, and how many mention it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casekit.compare.bounds import rounded
from casekit.compare.catalogue import Measure
from casekit.core import CasekitError, nearest

PLACES = ("province", "city", "district", "street", "level")
UNKNOWN = "不明"


def check_place(by: str) -> str:
    """The column of that name; raises CasekitError where figures cannot be gathered by it."""
    if by not in PLACES:
        raise CasekitError(f'--by "{by}" is unknown. Known: {", ".join(PLACES)}. {nearest(by, PLACES)}'.rstrip())
    return by


def summarise(rows: pd.DataFrame, cases: pd.DataFrame, by: str, measure: Measure) -> pd.DataFrame:
    """One row a place: communities there, how many have the figure, the interval of their sum and of their median.

    Shares and rates have no sum. `cases` are the communities asked about, with or without the figure.
    An open end of one figure leaves that end of the sum open; the median lies between the median of all low ends
    and that of all high ends.
    """
    there = cases[by].fillna(UNKNOWN).value_counts()
    groups = rows.groupby(rows[by].fillna(UNKNOWN), sort=False)
    out = [_of_place(name, group, int(there.get(name, len(group))), measure) for name, group in groups]
    out += [_of_place(name, rows.iloc[:0], int(n), measure) for name, n in there.items() if name not in groups.groups]
    frame = pd.DataFrame(out, columns=list(_of_place(UNKNOWN, rows.iloc[:0], 0, measure))).rename(columns={"place": by})
    return frame.sort_values(["mentioned", by], ascending=[False, True], kind="stable").reset_index(drop=True)


def _of_place(name: object, rows: pd.DataFrame, communities: int, measure: Measure) -> dict[str, object]:
    low = rows["low"].astype("float64").fillna(0.0).to_numpy()
    high = rows["high"].astype("float64").fillna(np.inf).to_numpy()
    value = rows["value"].astype("float64").dropna().to_numpy()
    units = set(rows["unit"].dropna())
    out: dict[str, object] = {"metric": measure.id, "place": name, "communities": communities, "mentioned": len(rows)}
    out["coverage"] = round(100 * len(rows) / communities, 1) if communities else np.nan
    for label, column in (("", value), ("_low", low), ("_high", high)):
        there = len(rows) > 0 and len(column) > 0
        out[f"sum{label}"] = _finite(float(column.sum())) if measure.additive and there else np.nan
        out[f"median{label}"] = _finite(float(np.median(column))) if there else np.nan
    out["unit"] = units.pop() if len(units) == 1 else None
    return out


def _finite(number: float) -> float:
    return float(rounded(np.array([number]))[0]) if np.isfinite(number) else np.nan
