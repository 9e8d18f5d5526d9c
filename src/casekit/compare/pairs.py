"""Every two communities against each other: who has more, whether that is certain, and by how much."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from casekit.compare.bounds import rounded
from casekit.compare.contrast import versus
from casekit.core import CasekitError

_MOST = 100


def compare_pairs(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a pair and metric: `verdict` is more, less, equal or unknown, of `case` against `other`.

    `ahead_low` and `ahead_high` are the ends of the difference, nan where open. Raises CasekitError where
    the pairs would be too many to read.
    """
    out = []
    for metric, part in rows.groupby("metric", sort=False):
        if len(part) > _MOST:
            raise CasekitError(
                f"--pairs: {len(part)} communities have {metric}; narrow them with --case, --where or --top"
            )
        for one, other in combinations(part.to_dict("records"), 2):
            low, high = _ends(one), _ends(other)
            out.append(
                {
                    "metric": metric,
                    "case": one["case"],
                    "other": other["case"],
                    "verdict": versus(low, high),
                    "ahead_low": low[0] - high[1],
                    "ahead_high": low[1] - high[0],
                    "unit": one["unit"],
                }
            )
    frame = pd.DataFrame(out, columns=["metric", "case", "other", "verdict", "ahead_low", "ahead_high", "unit"])
    for name in ("ahead_low", "ahead_high"):
        ends = rounded(frame[name].to_numpy(dtype=np.float64))
        frame[name] = np.where(np.isfinite(ends), ends, np.nan)
    return frame


def _ends(row: Mapping[Hashable, Any]) -> tuple[float, float]:
    low, high = float(row["low"]), float(row["high"])
    return (0.0 if np.isnan(low) else low), (np.inf if np.isnan(high) else high)
