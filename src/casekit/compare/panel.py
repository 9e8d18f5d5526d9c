"""The same community over the years: one figure a year, and whether it certainly rose or fell."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casekit.compare.bounds import rounded
from casekit.compare.catalogue import Measure
from casekit.compare.comparable import Choice
from casekit.compare.contrast import versus
from casekit.compare.measured import measured
from casekit.compare.notes import Notes
from casekit.compare.policy import Policy

_TREND = {"more": "up", "less": "down", "equal": "equal", "unknown": "unknown"}


def over_years(
    facts: pd.DataFrame,
    measure: Measure,
    choice: Choice,
    catalogue: Mapping[str, Measure],
    policy: Policy,
    notes: Notes,
) -> pd.DataFrame:
    """The figures of a measure by community number, with `period_year`: the year its time ends, or of the report.

    Facts of no known year are left out, and a note counts them.
    """
    dates = facts["date"]
    own = facts["metric"].isin(measure.metrics) & (facts["k"] >= 0)
    if undated := int((own & dates.isna()).sum()):
        lost = f"{undated} fact{'s' * (undated > 1)} of no known year left out"
        notes.add(measure.id, lost, f"{undated} 个数不知是哪一年的，没有比较")
    years = sorted(dates[own].dropna().dt.year.unique())
    found = []
    for year in years:
        of_year = facts[dates.dt.year == year]
        found.append(measured(of_year, measure, choice, catalogue, policy, notes).assign(period_year=year))
    if not found:
        return measured(facts.iloc[:0], measure, choice, catalogue, policy, notes).assign(period_year=0)
    return pd.concat(found)


def series_columns(rows: pd.DataFrame) -> list[str]:
    """What the figures of one series over the years have in common."""
    return [name for name in ("metric", "key", "group") if name in rows]


def with_trend(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows series by series, each in the order of years, with what changed: `trend`, and the ends of the change.

    `trend` is up, down or equal where the intervals make that certain, else unknown; empty for a first year. It is
    unknown too where the years count by different definitions (常住 and 户籍), or as different rates.
    """
    by = series_columns(rows)
    if rows.empty:
        return rows.assign(trend=None, change_low=np.nan, change_high=np.nan)
    place = rows.groupby(by, sort=False, dropna=False).ngroup()
    rows = rows.assign(_place=place).sort_values(["_place", "period_year"], kind="stable")
    rows = rows.drop(columns="_place").reset_index(drop=True)
    first = ~rows.duplicated(by).to_numpy()
    low = rows["low"].astype("float64").fillna(0.0).to_numpy()
    high = rows["high"].astype("float64").fillna(np.inf).to_numpy()
    before_low, before_high = np.roll(low, 1), np.roll(high, 1)
    unlike = _unlike_before(rows)
    now, before = list(zip(low.tolist(), high.tolist(), strict=True)), np.roll(np.arange(len(low)), 1).tolist()
    verdicts = [
        None if first[at] else "unknown" if unlike[at] else _TREND[versus(now[at], now[before[at]])]
        for at in range(len(now))
    ]
    ends = {"change_low": low - before_high, "change_high": high - before_low}
    for name, change in ends.items():
        rows[name] = np.where(first | unlike | ~np.isfinite(change), np.nan, rounded(change))
    return rows.assign(trend=pd.Series(verdicts, rows.index, dtype=object))


def _unlike_before(rows: pd.DataFrame) -> NDArray[np.bool_]:
    """True where a figure counts something else than the row before it."""
    kinds = rows[[name for name in ("definition", "per", "unit") if name in rows]].astype(object).fillna("").to_numpy()
    unlike: NDArray[np.bool_] = (kinds != np.roll(kinds, 1, axis=0)).any(axis=1)
    return unlike
