"""Facts of one metric in, one figure a community out: chosen by policy, with its rivals counted, never averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casekit.compare.formula import Part
from casekit.compare.period import Span, facts_within
from casekit.compare.policy import NONE, Policy

Ranks = NDArray[np.int64]

_LATE = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts may speak at all; what is left empty is not asked."""

    basis: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    per: str | None = None
    unit: str | None = None
    period: Span | None = None
    planned: bool = False

    def narrowed(self, part: Part) -> Choice:
        """The same for a part of a formula, whose own basis and group come first."""
        return replace(self, basis=part.basis or self.basis, group=part.group, per=None, unit=None)

    def without_basis(self) -> Choice:
        """The same for any basis."""
        return replace(self, basis=())


@dataclass(slots=True)
class Notes:
    """What was left out, as lines for people, each once."""

    lines: list[str] = field(default_factory=list)

    def add(self, line: str) -> None:
        """Keeps the line unless it stands already."""
        if line not in self.lines:
            self.lines.append(line)


def candidates(
    facts: pd.DataFrame, metric: str, unit: str, choice: Choice, policy: Policy, notes: Notes
) -> pd.DataFrame:
    """The facts of `metric` that can be compared with each other, in one kind of unit, converted to `unit`.

    Facts without a community, planned ones (unless asked for), other groups, rates and units are left out;
    notes say how many.
    """
    rows = facts[(facts["metric"] == metric) & (facts["k"] >= 0) & ~facts["twin"]]
    if not choice.planned:
        rows = rows[rows["status"] != "planned"]
    if choice.period is not None:
        rows = rows[facts_within(rows, choice.period)]
    rows = rows[rows[["value", "low", "high"]].notna().any(axis=1)]
    rows = _of_group(rows, metric, choice.group, policy, notes)
    rows = _of_basis(rows, choice.basis)
    rows = _of_rate(rows, metric, choice.per, notes)
    return _of_unit(rows, metric, unit, choice.unit, policy, notes)


def pick(rows: pd.DataFrame, policy: Policy, first: Sequence[Ranks] = (), by_group: bool = False) -> pd.DataFrame:
    """One row a community (and group, where asked), the one that the policy prefers; indexed by `k`.

    `first` are ranks that go before the policy's own, smaller is better. `rivals` counts the different
    figures that were not chosen, `mentions` all facts.
    """
    owner = rows["k"].to_numpy()
    if by_group:
        owner = owner * (len(rows["group"].cat.categories) + 1) + rows["group"].cat.codes.to_numpy() + 1
    ordered = np.lexsort([*reversed([*first, *_preference(rows, policy)]), owner])
    heads = ordered[np.flatnonzero(np.diff(owner[ordered], prepend=-1))]
    figure = rows[["low", "high", "value"]].assign(owner=owner)
    chosen = rows.iloc[heads].copy()
    for column, counted in (("rivals", figure.drop_duplicates()), ("mentions", figure)):
        sizes = counted["owner"].value_counts()
        chosen[column] = sizes.reindex(owner[heads]).to_numpy(dtype=np.int64)
    chosen["rivals"] -= 1
    return chosen.set_index("k")


def _preference(rows: pd.DataFrame, policy: Policy) -> list[Ranks]:
    """Basis, then whole before part, then late before early, then near the lead; the rest only for a fixed order."""
    last = len(policy.basis)
    place = {None if name == NONE else name: rank for rank, name in enumerate(policy.basis)}
    basis = _mapped(rows["basis"], place, missing=place.get(None, last), other=last)
    group = _mapped(rows["group"], dict.fromkeys(policy.everyone, 0), missing=0, other=1)
    days = rows["date"].to_numpy("datetime64[D]")
    late = np.where(np.isnat(days), _LATE, -days.astype(np.int64))
    return [basis, group, late, rows["start"].to_numpy(), rows["row"].to_numpy()]


def _mapped(column: pd.Series, places: dict[str | None, int], missing: int, other: int) -> Ranks:
    """The rank of each text of a categorical column."""
    categories = column.cat.categories
    ranks: Ranks = np.array([places.get(name, other) for name in categories] + [missing], dtype=np.int64)
    return ranks[column.cat.codes.to_numpy()]


def _of_group(rows: pd.DataFrame, metric: str, wanted: tuple[str, ...], policy: Policy, notes: Notes) -> pd.DataFrame:
    if wanted:
        return rows[rows["group"].isin(wanted)]
    if metric not in policy.whole:
        return rows
    kept = rows["group"].isna() | rows["group"].isin(policy.everyone)
    lost = rows.loc[~kept & ~rows["k"].isin(rows.loc[kept, "k"])]
    if len(lost):
        named = "、".join(sorted(lost["group"].astype(str).unique())[:5])
        count = lost["k"].nunique()
        notes.add(f"{metric}: stated only for a part ({named}), communities: {count}; choose with --group")
    return rows[kept]


def _of_basis(rows: pd.DataFrame, wanted: tuple[str, ...]) -> pd.DataFrame:
    if not wanted:
        return rows
    kept = rows["basis"].isin([name for name in wanted if name != NONE])
    return rows[kept | rows["basis"].isna()] if NONE in wanted else rows[kept]


def _of_rate(rows: pd.DataFrame, metric: str, per: str | None, notes: Notes) -> pd.DataFrame:
    """Totals and rates are never compared. By default totals, or the most frequent rate where there are none."""
    if rows.empty:
        return rows
    kinds = np.array([*rows["per"].cat.categories, ""], dtype=object)[rows["per"].cat.codes]
    communities = _communities(rows, kinds)
    if per is None:
        per = "" if "" in communities.index else str(communities.index[0])
    left = communities.drop(per, errors="ignore")
    if len(left):
        named = "、".join(f"每{name} {count}" if name else f"总数 {count}" for name, count in left.items())
        notes.add(f"{metric}: other rates are not compared (communities: {named}); choose with --per")
    chosen: NDArray[np.bool_] = kinds == per
    return rows[chosen]


def _of_unit(
    rows: pd.DataFrame, metric: str, unit: str, asked: str | None, policy: Policy, notes: Notes
) -> pd.DataFrame:
    """The facts of one kind of unit; the others are named in a note. Values are converted to the kind's own unit."""
    if rows.empty:
        return rows.assign(stated_unit=rows["unit"])
    units = list(rows["unit"].cat.categories)
    kind_of = pd.Series([policy.kind(name) for name in units])
    kinds = kind_of.to_numpy()[rows["unit"].cat.codes.to_numpy()]
    communities = _communities(rows, kinds)
    wanted = policy.kind(asked or unit) if asked or unit != "任意" else str(communities.index[0])
    left = communities.drop(wanted, errors="ignore")
    if len(left):
        named = "、".join(f"{kind or '件数'} {count}" for kind, count in left.items())
        notes.add(f"{metric}: other units are not compared (communities: {named}); choose with --unit")
    factors = np.array([policy.units.get(name, ("", 1.0))[1] for name in units])
    into = policy.units.get(asked or unit, ("", 1.0))[1] if wanted else 1.0
    return _converted(rows, factors / into, kinds == wanted, (asked or unit) if wanted and unit != "任意" else asked)


def _communities(rows: pd.DataFrame, kinds: NDArray[np.object_]) -> pd.Series[int]:
    """How many communities there are of each kind, the most frequent first."""
    pairs = pd.DataFrame({"kind": kinds, "k": rows["k"].to_numpy()}).drop_duplicates()
    counts = pairs["kind"].value_counts()
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def _converted(rows: pd.DataFrame, factors: np.ndarray, kept: np.ndarray, unit: str | None) -> pd.DataFrame:
    factor = factors[rows["unit"].cat.codes.to_numpy()][kept]
    rows = rows[kept].copy()
    for column in ("value", "low", "high"):
        changed = rows[column].to_numpy() * factor
        rows[column] = np.where(factor == 1.0, rows[column], changed)
    rows["stated_unit"] = rows["unit"]
    if unit is not None:
        units = rows["unit"].astype(object)
        rows["unit"] = units.where(factor == 1.0, unit)
    return rows
