"""One measure, one figure a community: what the text states, what can be computed, and whether the two agree."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from casekit.compare.bounds import Box, rounded
from casekit.compare.catalogue import Measure
from casekit.compare.comparable import Choice, comparable
from casekit.compare.contrast import gap, written_step
from casekit.compare.derive import NO_FACT, candidates_of, derive, part_columns
from casekit.compare.figures import pick
from casekit.compare.notes import Notes
from casekit.compare.policy import Policy

STATED, COMPUTED = "stated", "computed"
_ENDS = ("value", "low", "high")
_COMMON = (*_ENDS, "unit", "period", "date", "rivals", "row", "doc", "start")
_STATED = ("definition", "group", "per")


def measured(
    facts: pd.DataFrame,
    measure: Measure,
    choice: Choice,
    catalogue: Mapping[str, Measure],
    policy: Policy,
    notes: Notes,
) -> pd.DataFrame:
    """The figures of a measure by community number: `basis` says stated or computed, and the stated comes first.

    Where a measure can be computed, the columns stated…, computed…, verdict and gap show both sides.
    """
    told = _stated(facts, measure, choice, policy, notes)
    if measure.derived is None or choice.group:
        return told
    computed = derive(measure.derived, candidates_of(facts, catalogue, choice, policy, notes), policy)
    return _beside(told, computed) if measure.stated else _alone(computed)


def _stated(facts: pd.DataFrame, measure: Measure, choice: Choice, policy: Policy, notes: Notes) -> pd.DataFrame:
    rows = comparable(facts, measure.id, measure.unit, choice, policy, notes)
    chosen = pick(rows, policy, by_group=measure.id in policy.by_group)
    chosen = chosen.assign(definition=chosen["basis"], basis=STATED)
    for name in ("unit", "period", "doc", *_STATED):
        chosen[name] = chosen[name].astype("str")
    for name in _ENDS:  # 三分之一 is 33.33333333, as if it were computed
        chosen[name] = rounded(_numbers(chosen, name))
    return chosen[[*_COMMON, *_STATED, "basis"]]


def _alone(computed: pd.DataFrame) -> pd.DataFrame:
    return computed.assign(basis=COMPUTED)


def _beside(told: pd.DataFrame, computed: pd.DataFrame) -> pd.DataFrame:
    """All communities that have either; the columns of the figure itself are those of the stated where there is one."""
    index = told.index.union(computed.index)
    left, right = told.reindex(index), computed.reindex(index)
    has = index.isin(told.index)
    out = pd.DataFrame(index=index)
    for name in _COMMON:
        out[name] = left[name].where(has, right[name])
    out["row"], out["rivals"] = out["row"].astype("int64"), out["rivals"].astype("int64")
    for name in _STATED:
        out[name] = left[name]
    out["basis"] = np.where(has, STATED, COMPUTED)
    for side, frame in ((STATED, left), (COMPUTED, right)):
        out[side] = frame["value"]
        out[f"{side}_low"], out[f"{side}_high"] = frame["low"], frame["high"]
    out["formula"] = right["formula"]
    for name in part_columns(computed):
        out[name] = right[name].fillna(NO_FACT).astype("int64")
    apart = gap(
        Box(_numbers(left, "low"), _numbers(left, "high")), Box(_numbers(right, "low"), _numbers(right, "high"))
    )
    both = has & index.isin(computed.index)
    out["gap"] = rounded(np.where(both, apart, np.nan))
    out["verdict"] = pd.Series(np.where(apart <= _slack(left) + 1e-9, "agree", "disagree"), index).where(both, None)
    return out


def _slack(told: pd.DataFrame) -> np.ndarray:
    """What rounding may hide in a stated figure: 18% may be anything from 17.5 to 18.5."""
    exact = (told["low"] == told["high"]).to_numpy()
    return np.where(exact, written_step(_numbers(told, "value")) / 2, 0.0)


def _numbers(frame: pd.DataFrame, name: str) -> np.ndarray:
    return frame[name].to_numpy(dtype=np.float64)
