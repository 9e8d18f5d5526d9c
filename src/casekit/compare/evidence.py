"""Where the figures of a comparison stand in the texts: quotes, spans and sentences, read for chosen facts only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from casekit.compare.catalogue import Measure
from casekit.compare.source import read_rows

_COLUMNS = ("metric", "quote", "end", "sentence")


def with_evidence(rows: pd.DataFrame, folder: Path, catalogue: Mapping[str, Measure]) -> pd.DataFrame:
    """The same rows with `quote`, `end` and `sentence` of the facts they rest on, and `parts` in words.

    A figure computed from several facts has all their quotes, each with the title of its metric.
    """
    ids = {row for group in rows["rows"] for row in group}
    parts = rows["parts"] if "parts" in rows.columns else pd.Series([()] * len(rows), index=rows.index)
    ids |= {row for group in parts if isinstance(group, tuple) for row in group}
    found = read_rows(folder, sorted(ids), _COLUMNS)
    titles = {name: measure.title for name, measure in catalogue.items()}
    facts = {
        row: (titles.get(metric, metric), quote, end, sentence)
        for row, metric, quote, end, sentence in found.reset_index().itertuples(index=False)
    }
    out = rows.copy()
    out["quote"] = [_quotes(group, facts) for group in rows["rows"]]
    out["end"] = [facts[group[0]][2] for group in rows["rows"]]
    out["sentence"] = ["\n".join(dict.fromkeys(facts[row][3] for row in group)) for group in rows["rows"]]
    if "parts" in rows.columns:
        out["parts"] = [_quotes(group, facts) if isinstance(group, tuple) else None for group in parts]
    return out


def _quotes(group: tuple[int, ...], facts: Mapping[int, tuple[str, str, int, str]]) -> str:
    if len(group) == 1:
        return facts[group[0]][1]
    return "；".join(f"{facts[row][0]} {facts[row][1]}" for row in group)
