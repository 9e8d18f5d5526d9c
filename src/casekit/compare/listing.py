"""Which metrics there are, and how many communities have each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from casekit.compare.catalogue import Measure
from casekit.compare.comparable import Choice, comparable
from casekit.compare.derive import candidates_of, derive
from casekit.compare.notes import Notes
from casekit.compare.policy import Policy
from casekit.compare.result import page_table
from casekit.compare.source import Source


def list_metrics(source: Source, catalogue: Mapping[str, Measure], policy: Policy) -> pa.Table:
    """One row a measure: id, titles, family, unit, communities that have a figure, facts, formulas."""
    facts = source.facts[["metric", "k"]][source.facts["k"] >= 0]
    counts, communities = facts["metric"].value_counts(), facts.drop_duplicates()["metric"].value_counts()
    choice, notes = Choice(), Notes()
    candidates = candidates_of(source.facts, catalogue, choice, policy, notes)
    rows = []
    for measure in catalogue.values():
        known = int(communities.get(measure.id, 0))
        if measure.derived is not None and measure.metrics & set(counts.index[counts > 0]):
            having = [derive(measure.derived, candidates, policy).index.to_numpy()]
            if measure.stated:
                having.append(comparable(source.facts, measure.id, measure.unit, choice, policy, notes)["k"].to_numpy())
            known = len(np.unique(np.concatenate(having)))
        rows.append(
            {
                "metric": measure.id,
                "title": measure.title,
                "english": measure.english,
                "family": measure.family,
                "unit": measure.unit,
                "communities": known,
                "facts": int(counts.get(measure.id, 0)) if measure.stated else 0,
                "formula": "; ".join(f.text for f in measure.derived.formulas) if measure.derived else None,
            }
        )
    return pa.Table.from_pylist(rows)


def listing_page(table: pa.Table) -> pa.Table:
    """The same for a terminal: what nobody mentions comes last, English titles are left to files."""
    rows = sorted(table.to_pylist(), key=lambda row: row["communities"] == 0)
    names = ("metric", "title", "family", "unit", "communities", "facts", "formula")
    return page_table({name: ["" if row[name] is None else str(row[name]) for row in rows] for name in names})
