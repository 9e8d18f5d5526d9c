"""The facts of one metric that can be compared with each other: of communities, of the same kind, in one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casekit.compare.formula import Part
from casekit.compare.notes import Notes
from casekit.compare.period import Span, facts_within
from casekit.compare.policy import NONE, Policy

COLUMNS = ["k", "d", "row", "value", "low", "high", "unit", "group", "basis", "per", "period", "date", "doc", "start"]
Mask = NDArray[np.bool_]
Codes = NDArray[np.int64]


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


def comparable(
    facts: pd.DataFrame, metric: str, unit: str, choice: Choice, policy: Policy, notes: Notes
) -> pd.DataFrame:
    """The facts of `metric` that can be compared with each other, in one kind of unit, converted to `unit`.

    Facts without a community, planned ones (unless asked for), other groups, rates and units are left out;
    notes say how many communities have only those.
    """
    rows = facts.take(np.flatnonzero(codes_of(facts["metric"]) == _code(facts["metric"], metric)))
    if choice.period is not None and (undated := int((rows["date"].isna() & (rows["k"] >= 0)).sum())):
        lost = f"{undated} fact{'s' * (undated > 1)} of no known time left out"
        notes.add(metric, lost, f"{undated} 个数不知是什么时候的，没有比较")
    rows = rows.loc[_may_speak(rows, choice), COLUMNS]
    rows = _only(rows, _of_group(rows, metric, choice.group, policy, notes) & _of_basis(rows, choice.basis))
    rows = _only(rows, _of_rate(rows, metric, choice.per, notes))
    wanted = _kind_wanted(rows, unit, choice.unit, policy)
    rows = _only(rows, _of_kind(rows, metric, wanted, policy, notes))
    return _converted(rows, choice.unit or unit, policy) if wanted else rows


def _only(rows: pd.DataFrame, kept: Mask) -> pd.DataFrame:
    """The rows that are kept; of many facts no copy is made where that is all of them."""
    return rows if kept.all() else rows[kept]


def codes_of(column: pd.Series) -> Codes:
    """The numbers of the words in a column of categories, -1 where there is none."""
    return np.asarray(column.cat.codes, dtype=np.int64)


def _may_speak(facts: pd.DataFrame, choice: Choice) -> Mask:
    """True for facts that have a community and a number and are of the time asked."""
    kept: Mask = facts["k"].to_numpy() >= 0
    kept &= ~np.logical_and.reduce([np.isnan(facts[name].to_numpy()) for name in ("value", "low", "high")])
    if not choice.planned:
        kept &= codes_of(facts["status"]) != _code(facts["status"], "planned")
    if choice.period is not None:
        kept &= facts_within(facts, choice.period).to_numpy()
    return kept


def _code(column: pd.Series, text: str) -> int:
    """The number of a word in a column of categories, one that no row has where the word is unknown."""
    code = int(column.cat.categories.get_indexer(pd.Index([text], dtype=object))[0])
    return code if code >= 0 else -2


def _among(column: pd.Series, texts: Sequence[str]) -> Mask:
    wanted = column.cat.categories.get_indexer(pd.Index(list(texts), dtype=object))
    return np.isin(codes_of(column), wanted[wanted >= 0])


def _of_group(rows: pd.DataFrame, metric: str, wanted: tuple[str, ...], policy: Policy, notes: Notes) -> Mask:
    if wanted:
        return _among(rows["group"], wanted)
    none = codes_of(rows["group"]) < 0
    if metric not in policy.whole:
        return np.ones(len(rows), dtype=bool)
    kept = none | _among(rows["group"], sorted(policy.everyone))
    if not kept.all():
        lost = rows[~kept & ~np.isin(rows["k"].to_numpy(), rows["k"].to_numpy()[kept])]
        if len(lost):
            named = "、".join(sorted(lost["group"].astype(str).unique())[:5])
            count = lost["k"].nunique()
            part = f"stated only for a part ({named}), communities: {count}; choose with --group"
            notes.add(metric, part, f"{count} 个社区只写了其中一部分人（{named}）；用 --group 选取")
    return kept


def _of_basis(rows: pd.DataFrame, wanted: tuple[str, ...]) -> Mask:
    if not wanted:
        return np.ones(len(rows), dtype=bool)
    kept = _among(rows["basis"], [name for name in wanted if name != NONE])
    return kept | (codes_of(rows["basis"]) < 0) if NONE in wanted else kept


def _of_rate(rows: pd.DataFrame, metric: str, per: str | None, notes: Notes) -> Mask:
    """Totals and rates are never compared. By default totals, or the most frequent rate where there are none."""
    names = [*rows["per"].cat.categories, ""]
    kinds = codes_of(rows["per"]) % len(names)
    communities = _communities(rows, kinds, names)
    if per is None:
        per = "" if "" in communities or not communities else next(iter(communities))
    left = [f"每{name} {count}" if name else f"总数 {count}" for name, count in communities.items() if name != per]
    if left:
        told = "、".join(left)
        rates = f"other rates are not compared (communities: {told}); choose with --per"
        notes.add(metric, rates, f"总数和比率不放在一起比较（没有比较的社区数：{told}）；用 --per 选取")
    return _is(kinds, names, per)


def _kind_wanted(rows: pd.DataFrame, unit: str, asked: str | None, policy: Policy) -> str:
    """The kind of unit to compare in: what is asked, else the metric's own, else what most communities have."""
    if asked or unit != ANY_UNIT:
        return policy.kind(asked or unit)
    return next(iter(_communities(rows, *_kinds(rows, policy))), "")


def _of_kind(rows: pd.DataFrame, metric: str, wanted: str, policy: Policy, notes: Notes) -> Mask:
    kinds, names = _kinds(rows, policy)
    communities = _communities(rows, kinds, names)
    left = [f"{name or '件数'} {count}" for name, count in communities.items() if name != wanted]
    if left:
        told = "、".join(left)
        units = f"other units are not compared (communities: {told}); choose with --unit"
        notes.add(metric, units, f"不同单位的数不放在一起比较（没有比较的社区数：{told}）；用 --unit 选取")
    return _is(kinds, names, wanted)


def _kinds(rows: pd.DataFrame, policy: Policy) -> tuple[Codes, list[str]]:
    """For each row the number of the kind of its unit, and the names of the kinds."""
    of_units = [policy.kind(unit) for unit in rows["unit"].cat.categories]
    names = sorted({*of_units, ""})
    table = np.array([names.index(kind) for kind in [*of_units, ""]], dtype=np.int64)
    return table[codes_of(rows["unit"])], names


def _is(kinds: Codes, names: Sequence[str], wanted: str) -> Mask:
    return np.equal(kinds, names.index(wanted) if wanted in names else -2)


def _communities(rows: pd.DataFrame, kinds: Codes, names: Sequence[str]) -> dict[str, int]:
    """How many communities have rows of each kind, the most frequent first."""
    owners = rows["k"].to_numpy()
    met = np.zeros((int(owners.max(initial=0)) + 1, len(names)), dtype=bool)
    met[owners, kinds] = True
    counts = met.sum(axis=0).tolist()
    found = [(name, count) for name, count in zip(names, counts, strict=True) if count]
    return dict(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _converted(rows: pd.DataFrame, unit: str, policy: Policy) -> pd.DataFrame:
    """The same facts with numbers in `unit`; those that are in it already stay untouched."""
    if unit not in policy.units:
        return rows
    units = rows["unit"].cat.categories
    into = policy.units[unit][1]
    factors = np.array([*(policy.units.get(name, ("", into))[1] / into for name in units), 1.0])[codes_of(rows["unit"])]
    if (factors == 1.0).all():
        return rows
    numbers = {name: np.where(factors == 1.0, rows[name], rows[name] * factors) for name in ("value", "low", "high")}
    renamed = rows["unit"].astype(object).where(factors == 1.0, unit)
    return rows.assign(**numbers, unit=pd.Categorical(renamed, [*units, *([] if unit in units else [unit])]))


ANY_UNIT = "任意"
