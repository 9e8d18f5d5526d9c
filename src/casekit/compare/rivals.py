"""Every figure that was found for a measure: the chosen, and the rivals that were not."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from casekit.compare.catalogue import Measure
from casekit.compare.comparable import comparable
from casekit.compare.derive import part_columns, without_gaps
from casekit.compare.notes import Notes
from casekit.compare.policy import Policy
from casekit.compare.question import Question
from casekit.compare.source import Source


def every_figure(
    rows: pd.DataFrame,
    source: Source,
    measure: Measure,
    question: Question,
    catalogue: Mapping[str, Measure],
    policy: Policy,
) -> pd.DataFrame:
    """The rows of a comparison and, after each community's, the facts that were not chosen; `chosen` is yes or no.

    `metric` of a rival is the metric its text states, which for a computed figure is that of a part.
    """
    used = np.unique(rows[["row", *part_columns(rows)]].to_numpy().ravel())
    place = pd.Series(range(len(rows)), index=rows["key"]).groupby(level=0).last()
    found = [rows.assign(chosen="yes", _place=range(len(rows)))]
    for metric in sorted(measure.metrics, key=lambda name: (name != measure.id, name)):
        facts = comparable(source.facts, metric, catalogue[metric].unit, question.choice, policy, Notes())
        facts = facts[~facts["row"].isin(used)]
        facts = facts.assign(key=source.names[facts["k"]].astype(object), metric=metric)
        rivals = _as_rows(facts[facts["key"].isin(rows["key"])], rows)
        found.append(rivals.assign(_place=place.reindex(rivals["key"]).to_numpy()))
    every = without_gaps(pd.concat(found, ignore_index=True).sort_values("_place", kind="stable"))
    return every.drop(columns="_place").reset_index(drop=True)


def _as_rows(facts: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    community = rows.drop_duplicates("key").set_index("key")
    out = pd.DataFrame({"key": facts["key"], "metric": facts["metric"]})
    for name in ("case_id", "case", "level", "province", "city", "district"):
        out[name] = community[name].reindex(facts["key"]).to_numpy()
    for name in ("value", "low", "high", "date", "start", "row"):
        out[name] = facts[name]
    for name in ("unit", "group", "per", "period", "doc"):
        out[name] = facts[name].astype(object)
    out["definition"] = facts["basis"].astype(object)
    return out.assign(basis="stated", chosen="no")
