"""Figures of one community and metric that cannot both be right: their intervals do not meet."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from casekit.compare.catalogue import Measure
from casekit.compare.policy import Policy
from casekit.compare.reprints import repeated
from casekit.compare.source import read_documents
from casekit.tables import read_table

_SAME = ("case_id", "metric", "basis", "group", "per", "status")
_SIDE = ("value", "low", "high", "unit", "quote", "doc", "start", "end", "sentence")
_COLUMNS = (*_SAME, "case", "label", "period", "period_start", "period_end", *_SIDE)
_TYPES = {"value": pa.float64(), "low": pa.float64(), "high": pa.float64(), "start": pa.int32(), "end": pa.int32()}
_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("case_id", "case", "metric", "title", "basis", "group", "per", "label")),
        ("where", pa.string()),
        ("gap", pa.float64()),
        *((f"{name}_{side}", _TYPES.get(name, pa.string())) for side in (1, 2) for name in _SIDE),
    ]
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact and its interval in the first unit of its kind; open ends are infinite."""

    fact: Mapping[str, Any]
    low: float
    high: float


def find_conflicts(folder: Path, catalogue: Mapping[str, Measure], policy: Policy) -> pa.Table:
    """Pairs of facts with both sentences, by community and metric; `where` says within or across reports.

    Only like is held against like: the same basis, group, rate and time. Where a metric counts many different
    things (12场讲座, 8场演出), the counted thing must be the same too. What a reprint repeats stands once.
    """
    facts: pd.DataFrame = read_table(folder, "facts", _COLUMNS).to_pandas()
    documents = read_documents(folder)
    docs = documents.reindex(facts["doc"])
    facts["year"] = pd.to_datetime(docs["published"]).dt.year.to_numpy()
    facts = facts[facts["case_id"].notna() & ~repeated(facts.assign(who=facts["case_id"]), documents["duplicate_of"])]
    groups: dict[Hashable, list[Figure]] = {}
    records: list[dict[str, Any]] = facts.astype(object).where(facts.notna(), None).to_dict("records")  # type: ignore[assignment]
    for fact in records:
        groups.setdefault(_likeness(fact, policy), []).append(_figure(fact, policy))
    rows = [row for figures in groups.values() for row in _pairs(figures, catalogue)]
    rows.sort(
        key=lambda row: (row["case_id"], row["metric"], row["doc_1"], row["start_1"], row["doc_2"], row["start_2"])
    )
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def _likeness(fact: Mapping[str, Any], policy: Policy) -> Hashable:
    """What two facts must share to be about the same thing at the same time."""
    label = None if fact["metric"] in policy.whole else fact["label"]
    days = (fact["period_start"], fact["period_end"])
    time: Hashable = days if any(days) else (fact["period"], fact["year"])
    return (*(fact[name] for name in _SAME), policy.kind(fact["unit"]) or fact["unit"], label, time)


def _figure(fact: Mapping[str, Any], policy: Policy) -> Figure:
    factor = policy.units[fact["unit"]][1] if fact["unit"] in policy.units else 1.0
    low, high = fact["low"], fact["high"]
    return Figure(
        fact,
        float("-inf") if low is None else low * factor,
        float("inf") if high is None else high * factor,
    )


def _pairs(figures: Sequence[Figure], catalogue: Mapping[str, Measure]) -> Iterator[dict[str, Any]]:
    """Of figures that say the same only the first in each report counts.

    Two figures of one sentence are its parts or its years, not two accounts of one thing.
    """
    distinct = {(figure.low, figure.high, figure.fact["doc"]): figure for figure in reversed(figures)}
    ordered = sorted(distinct.values(), key=lambda figure: (figure.fact["doc"], figure.fact["start"]))
    for one, other in combinations(ordered, 2):
        apart = max(one.low - other.high, other.low - one.high)
        if apart > 0 and not _in_one_sentence(one, other):
            yield _row(one, other, apart, catalogue)


def _in_one_sentence(one: Figure, other: Figure) -> bool:
    return all(one.fact[name] == other.fact[name] for name in ("doc", "sentence"))


def _row(one: Figure, other: Figure, apart: float, catalogue: Mapping[str, Measure]) -> dict[str, Any]:
    fact = one.fact
    row = {name: fact[name] for name in ("case_id", "case", "metric", "basis", "group", "per", "label")}
    measure = catalogue.get(fact["metric"])
    row["title"] = measure.title if measure else fact["metric"]
    row["where"] = "within" if fact["doc"] == other.fact["doc"] else "across"
    row["gap"] = float(f"{apart:.10g}")  # 1.14, not 1.1399999999999997
    for number, figure in ((1, one), (2, other)):
        row |= {f"{name}_{number}": figure.fact[name] for name in _SIDE}
    return row
