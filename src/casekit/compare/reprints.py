"""Facts in, which of them a reprint tells again out: the same figure of the same community, in the same story."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casekit.tables.read import open_table

Mask = NDArray[np.bool_]
_FIGURE = ("metric", "value", "low", "high", "unit", "group", "basis", "per", "status")


def repeated(facts: pd.DataFrame, first: pd.Series) -> Mask:
    """True for a fact in a document that repeats another, where that one, or an earlier copy of it, states it too.

    What only the copy says is no repetition: a figure that was changed or added stays. `facts` stand in the order of
    documents and have `who`, the community; `first` names the first document of the story for each that repeats one.
    """
    mask = np.zeros(len(facts), dtype=bool)
    again = first.dropna()
    if again.empty:
        return mask
    doc = facts["doc"].astype(object)
    story = doc.map(again).where(doc.isin(again.index), doc.where(doc.isin(set(again))))
    involved = np.flatnonzero(story.notna())
    told = facts.iloc[involved][["who", *_FIGURE]].astype(object).assign(story=story.iloc[involved])
    copies = doc.iloc[involved].isin(again.index).to_numpy()
    # A figure that one document states twice is not a reprint's repetition: only copies are marked.
    mask[involved] = told.duplicated().to_numpy() & copies
    return mask


def first_tellings(folder: Path) -> pd.Series:
    """For each document that repeats another the first with that story, by doc; empty for tables that do not tell."""
    file = open_table(folder, "documents", ["doc"])
    if "duplicate_of" not in file.names:
        return pd.Series(dtype=object)
    frame: pd.DataFrame = file.read(["doc", "duplicate_of"]).to_pandas()
    return frame.set_index("doc")["duplicate_of"].dropna()


def repeated_rows(folder: Path) -> Mask | None:
    """The mask over all facts of a folder, None where no document repeats another."""
    first = first_tellings(folder)
    if first.empty:
        return None
    columns = ["doc", "case_id", "case", *_FIGURE]
    facts: pd.DataFrame = open_table(folder, "facts", columns, coded=["doc", "metric"]).read(columns).to_pandas()
    return repeated(facts.assign(who=facts["case_id"].fillna(facts["case"])), first)
