"""The figures of every measure as the page ranks them, each with the facts that it rests on."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from casekit.compare.answer import answer
from casekit.compare.catalogue import Measure
from casekit.compare.derive import NO_FACT, part_columns
from casekit.compare.evidence import with_evidence
from casekit.compare.notes import Note
from casekit.compare.policy import Policy
from casekit.compare.question import Question
from casekit.compare.source import Source, open_source
from casekit.report.selection import Selection

MOST = 2000  # figures of one measure that a page holds
_CELLS = ("case", "value", "low", "high", "unit", "basis", "group", "label", "per", "period", "definition")
_CHECK = ("verdict", "stated", "stated_low", "stated_high", "computed", "computed_low", "computed_high", "formula")


@dataclass(frozen=True, slots=True)
class Ranked:
    """The figures of one measure: rows for the page, how many communities have one, and notes on what was left out."""

    rows: list[dict[str, Any]]
    communities: int
    facts: int
    notes: list[Note]


def rank_measures(
    folder: Path,
    catalogue: Mapping[str, Measure],
    policy: Policy,
    chosen: Selection,
    communities: Mapping[str, int],
) -> dict[str, Ranked]:
    """What `casekit compare` says of each measure that any community has, by id, at most `MOST` figures each."""
    source = open_source(folder, None)
    counts = source.facts["metric"].value_counts().to_dict()
    ranked = {}
    for measure in catalogue.values():
        if measure.metrics & counts.keys():
            found = _ranked(source, measure, catalogue, policy, chosen, communities)
            ranked[measure.id] = Ranked(*found[:2], int(counts.get(measure.id, 0)), found[2])
    return ranked


def _ranked(
    source: Source,
    measure: Measure,
    catalogue: Mapping[str, Measure],
    policy: Policy,
    chosen: Selection,
    communities: Mapping[str, int],
) -> tuple[list[dict[str, Any]], int, list[Note]]:
    found = answer(source, Question(metrics=(measure.id,)), catalogue, policy)
    rows = found.rows.head(MOST)
    if len(rows):
        rows = with_evidence(rows, source.folder, catalogue)
    parts = ["row", *part_columns(rows)]
    figures = [_figure(row, parts, chosen, communities) for row in rows.to_dict("records")]
    return figures, int(found.rows["key"].nunique()), found.notes.told


def _figure(
    row: Mapping[Hashable, Any], parts: list[str], chosen: Selection, communities: Mapping[str, int]
) -> dict[str, Any]:
    """A figure without what is empty; `facts` are (document, which of its facts) of those it rests on."""
    figure: dict[str, Any] = {name: plain(row[name]) for name in (*_CELLS, *_CHECK) if name in row}
    figure["community"] = communities.get(str(row["key"]))
    figure["rank"] = [plain(row["rank_best"]), plain(row["rank_worst"])]
    figure["quote"] = plain(row.get("quote"))
    used = dict.fromkeys(int(row[name]) for name in parts if row[name] != NO_FACT)
    figure["facts"] = [chosen.place[number] for number in used if number in chosen.place]
    return {name: cell for name, cell in figure.items() if cell is not None}


def plain(cell: Any) -> Any:
    """A cell of a data frame as JSON knows it; None for what is missing."""
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and not np.isfinite(cell)):
        return None
    if isinstance(cell, np.generic):
        return plain(cell.item())
    return cell
