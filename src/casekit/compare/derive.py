"""Figures computed from the facts of other metrics, each with the facts it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casekit.compare.bounds import Box, evaluate, formula_range, rounded
from casekit.compare.catalogue import Derived, Measure
from casekit.compare.comparable import Choice, codes_of, comparable
from casekit.compare.figures import pick
from casekit.compare.formula import Formula, Part
from casekit.compare.notes import Notes
from casekit.compare.policy import Policy

_FAR = 1 << 30
NO_FACT = -1


Candidates = Callable[[Part], pd.DataFrame]


def candidates_of(
    facts: pd.DataFrame, catalogue: Mapping[str, Measure], choice: Choice, policy: Policy, notes: Notes
) -> Candidates:
    """What gives the facts that can be a part of a formula; those of one part are gathered once."""

    @cache
    def of_part(part: Part) -> pd.DataFrame:
        return _part_rows(facts, part, catalogue[part.metric].unit, choice, policy, notes)

    return of_part


def derive(derived: Derived, candidates: Candidates, policy: Policy) -> pd.DataFrame:
    """One computed figure a community: value, low, high, `formula`, and `p0`, `p1` ..., the facts it rests on.

    Formulas are tried in turn; a community has the first whose parts it has and do not contradict each other.
    """
    rows = {part: candidates(part) for formula in derived.formulas for part in formula.parts.values()}
    found: list[pd.DataFrame] = []
    for formula in derived.formulas:
        parts = [rows[part] for part in formula.parts.values()]
        if found and any(part.empty for part in parts):  # the first one is worked out even so: it gives the columns
            continue
        taken = pd.Index([]).append([frame.index for frame in found])
        frame = _computed(formula, derived, parts, policy)
        found.append(frame[~frame.index.isin(taken)])
    return without_gaps(pd.concat([frame for frame in found if len(frame)] or found[:1]))


def part_columns(frame: pd.DataFrame) -> list[str]:
    """The columns that hold the facts computed figures rest on."""
    return [name for name in frame.columns if name[:1] == "p" and name[1:].isdigit()]


def without_gaps(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with NO_FACT for the parts that a row does not have, as joining frames leaves them open."""
    return frame.assign(**{name: frame[name].fillna(NO_FACT).astype("int64") for name in part_columns(frame)})


def _part_rows(
    facts: pd.DataFrame, part: Part, unit: str, choice: Choice, policy: Policy, notes: Notes
) -> pd.DataFrame:
    """Candidates of one part. A basis that the user asked for binds the metrics that know a basis at all."""
    narrowed = choice.narrowed(part)
    if not part.basis and narrowed.basis:
        known = facts.loc[facts["metric"] == part.metric, "basis"].notna().any()
        narrowed = narrowed if known else narrowed.without_basis()
    rows = comparable(facts, part.metric, unit, narrowed, policy, notes)
    return rows[rows["per"].isna()]


def _computed(formula: Formula, derived: Derived, parts: Sequence[pd.DataFrame], policy: Policy) -> pd.DataFrame:
    anchor = _anchor(parts, policy)
    aligned = [anchor] + [_nearest(anchor, rows, policy) for rows in parts[1:]]
    shared = aligned[0].index
    for frame in aligned[1:]:
        shared = shared.intersection(frame.index)
    aligned = [frame.loc[shared] for frame in aligned]
    boxes = {name: Box(_column(f, "low"), _column(f, "high")) for name, f in zip(formula.parts, aligned, strict=True)}
    values = {name: _column(frame, "value") for name, frame in zip(formula.parts, aligned, strict=True)}
    ends = formula_range(formula, boxes, derived.within)
    out = pd.DataFrame(
        {
            "value": np.clip(rounded(evaluate(formula, values)), ends.low, ends.high),
            "low": ends.low,
            "high": np.where(np.isinf(ends.high), np.nan, ends.high),
            "unit": derived.unit,
            "formula": formula.text,
            "row": NO_FACT,
            **{f"p{number}": frame["row"] for number, frame in enumerate(aligned)},
            "period": aligned[0]["period"].astype("str"),
            "date": aligned[0]["date"],
            "doc": aligned[0]["doc"].astype("str"),
            "start": aligned[0]["start"],
            "rivals": sum(frame["rivals"] for frame in aligned),
        },
        index=shared,
    )
    return out[~np.isnan(ends.low)]


def _anchor(parts: Sequence[pd.DataFrame], policy: Policy) -> pd.DataFrame:
    """The figure of the first part, by policy, from a report that has the other parts too where there is one."""
    rows = parts[0]
    alone = np.zeros(len(rows), dtype=np.int64)
    for other in parts[1:]:
        alone += ~pd.Index(_place(rows)).isin(_place(other))
    return pick(rows, policy, [alone])


def _place(rows: pd.DataFrame) -> NDArray[np.int64]:
    """Community and document as one number."""
    place: NDArray[np.int64] = rows["k"].to_numpy() * (1 << 32) + rows["d"].to_numpy()
    return place


def _nearest(anchor: pd.DataFrame, rows: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    """For each community the fact that goes with its anchor: same report, time and basis, then nearest in the text."""
    at = anchor.index.get_indexer(pd.Index(rows["k"]))
    rows, at = rows[at >= 0], at[at >= 0]
    same_doc = anchor["d"].to_numpy()[at] == rows["d"].to_numpy()
    distance = np.abs(anchor["start"].to_numpy()[at] - rows["start"].to_numpy())
    differs = [codes_of(anchor[name])[at] != codes_of(rows[name]) for name in ("period", "basis")]
    near = np.where(same_doc, distance, _FAR).astype(np.int64)
    return pick(rows, policy, [*(unlike.astype(np.int64) for unlike in (~same_doc, *differs)), near])


def _column(frame: pd.DataFrame, name: str) -> np.ndarray:
    return frame[name].to_numpy(dtype=np.float64)
