"""Where the figures of a comparison stand in the texts: quotes, spans and sentences, read for chosen facts only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

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
    facts = rows[["row", *parts]].to_numpy()
    texts = ["quote", "label", "end", *(["sentence"] if sentences else [])]
    found = read_rows(folder, facts[facts != NO_FACT], ("metric", *texts))
    own, stated = found[texts].reindex(rows["row"]).set_axis(rows.index), rows["row"] != NO_FACT
    titles = found["metric"].map({name: measure.title for name, measure in catalogue.items()}).fillna(found["metric"])
    named = _joined(_of_parts(titles + " " + found["quote"], rows), "；", rows)
    out = rows.assign(quote=own["quote"].where(stated, named), label=own["label"])
    out["end"] = own["end"].where(stated, found["end"].reindex(rows["p0"]).to_numpy()) if parts else own["end"]
    if "verdict" in rows.columns:
        out["parts"] = named
    if sentences:
        whole = _joined(_each_once(_of_parts(found["sentence"], rows)), "\n", rows)
        out["sentence"] = own["sentence"].where(stated, whole)
    return out


def _of_parts(texts: pd.Series, rows: pd.DataFrame) -> list[pa.Array]:
    """The texts of the facts that each row rests on, part by part."""
    return [pa.array(texts.reindex(rows[name]), pa.string(), from_pandas=True) for name in part_columns(rows)]


def _each_once(parts: Sequence[pa.Array]) -> list[pa.Array]:
    """The same without what stands in an earlier part of the row."""
    told = [""] * (len(parts[0]) if parts else 0)
    out = []
    for part in parts:
        pairs = list(zip(part.to_pylist(), told, strict=True))
        out.append(pa.array([None if text is None or text in before else text for text, before in pairs], pa.string()))
        told = [f"{before}\n{text or ''}" for text, before in pairs]
    return out


def _joined(parts: Sequence[pa.Array], mark: str, rows: pd.DataFrame) -> pd.Series:
    """The texts of all parts of each row, one after the other; missing where there are none."""
    whole = pa.nulls(len(rows), pa.string())
    for part in parts:
        whole = pc.coalesce(pc.binary_join_element_wise(whole, part, mark), whole, part)
    return pd.Series(whole, rows.index, dtype="str")
