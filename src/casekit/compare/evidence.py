"""Where the figures of a comparison stand in the texts: quotes, spans and sentences, read for chosen facts only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casekit.compare.catalogue import Measure
from casekit.compare.derive import NO_FACT, part_columns
from casekit.compare.source import read_rows


def with_evidence(
    rows: pd.DataFrame, folder: Path, catalogue: Mapping[str, Measure], sentences: bool = False
) -> pd.DataFrame:
    """The same rows with `quote`, `end` and `label` of the facts they rest on, and `sentence` if asked.

    A computed figure has the quotes of all its parts, each with the title of its metric; where a text also
    states it, they stand in `parts`.
    """
    parts = part_columns(rows)
    used = np.zeros(int(rows[["row", *parts]].to_numpy().max(initial=0)) + 2, dtype=bool)
    used[rows[["row", *parts]].to_numpy()] = True  # NO_FACT marks the last place, which is no fact's
    ids = np.flatnonzero(used[:-1])
    found = read_rows(folder, ids, ("metric", "quote", "end", "label", *(["sentence"] if sentences else [])))
    at = {name: np.searchsorted(ids, rows[name].to_numpy()) for name in ("row", *parts)}
    has = {name: rows[name].to_numpy() != NO_FACT for name in at}
    titles = found["metric"].map({name: measure.title for name, measure in catalogue.items()}).fillna(found["metric"])
    named = _joined((titles + " " + found["quote"]).to_numpy(object), parts, at, has, "；", once=False)
    stated, own = has["row"], {name: _taken(found[name], at["row"], has["row"]) for name in ("quote", "label", "end")}
    out = rows.assign(quote=np.where(stated, own["quote"], named), label=own["label"])
    first = own["end"] if not parts else np.where(stated, own["end"], _taken(found["end"], at["p0"], has["p0"]))
    out["end"] = first
    if "verdict" in rows.columns:
        out["parts"] = named
    if sentences:
        whole = _joined(found["sentence"].to_numpy(object), parts, at, has, "\n", once=True)
        out["sentence"] = np.where(stated, _taken(found["sentence"], at["row"], stated), whole)
    return out


Places = Mapping[str, NDArray[np.int64]]
Marks = Mapping[str, NDArray[np.bool_]]


def _taken(column: pd.Series, at: NDArray[np.int64], has: NDArray[np.bool_]) -> NDArray[np.object_]:
    out = np.full(len(at), None, dtype=object)
    out[has] = column.to_numpy(object)[at[has]]
    return out


def _joined(
    texts: NDArray[np.object_], parts: Sequence[str], at: Places, has: Marks, mark: str, once: bool
) -> NDArray[np.object_]:
    """The texts of all parts of each row, one after the other, `once` where they repeat; None without parts."""
    out = np.full(len(at["row"]), None, dtype=object)
    for name in parts:
        here = np.flatnonzero(has[name])
        for row, text in zip(here.tolist(), texts[at[name][here]], strict=True):
            before = out[row]
            if before is None:
                out[row] = text
            elif not once or text not in before:
                out[row] = f"{before}{mark}{text}"
    return out
