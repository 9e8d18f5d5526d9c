"""The same community over the years: one figure a year, and whether it certainly rose or fell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from casekit.compare.bounds import rounded
from casekit.compare.catalogue import Measure
from casekit.compare.comparable import Choice, Notes
from casekit.compare.contrast import versus
from casekit.compare.measured import measured
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
        notes.add(f"{measure.id}: {undated} facts of no known year are left out")
    years = sorted(dates[own].dropna().dt.year.unique())
    found = []
    for year in years:
        of_year = facts[dates.dt.year == year]
        found.append(measured(of_year, measure, choice, catalogue, policy, notes).assign(period_year=year))
    if not found:
        return measured(facts.iloc[:0], measure, choice, catalogue, policy, notes).assign(period_year=0)
    return pd.concat(found)


def with_trend(rows: pd.DataFrame, by: Sequence[str] = ("metric", "key")) -> pd.DataFrame:
    """Rows in the order of years, each with what changed since the year before it: `trend` and the ends of the change.

    `trend` is up, down or equal where the intervals make that certain, else unknown; empty for a first year.
    """
    rows = rows.sort_values([*by, "period_year"], kind="stable").reset_index(drop=True)
    if rows.empty:
        return rows.assign(trend=None, change_low=np.nan, change_high=np.nan)
    first = ~rows.duplicated(list(by)).to_numpy()
    low = rows["low"].astype("float64").fillna(0.0).to_numpy()
    high = rows["high"].astype("float64").fillna(np.inf).to_numpy()
    before_low, before_high = np.roll(low, 1), np.roll(high, 1)
    now, before = list(zip(low.tolist(), high.tolist(), strict=True)), np.roll(np.arange(len(low)), 1).tolist()
    verdicts = [None if first[at] else _TREND[versus(now[at], now[before[at]])] for at in range(len(now))]
    ends = {"change_low": low - before_high, "change_high": high - before_low}
    for name, change in ends.items():
        rows[name] = np.where(first | ~np.isfinite(change), np.nan, rounded(change))
    return rows.assign(trend=pd.Series(verdicts, rows.index, dtype=object))
