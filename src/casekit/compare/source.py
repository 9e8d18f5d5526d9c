"""An outputs folder in, data frames out: the facts of some metrics, the communities, the sentences of chosen facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from casekit.compare.reprints import repeated
from casekit.tables.read import open_table

_CODED = ("case_id", "case", "metric", "unit", "group", "basis", "per", "status", "period", "doc")
_NUMBERS = ("value", "low", "high", "start")
_DAYS = ("period_start", "period_end")
_PLACE = ("province", "city", "district", "street", "adcode")
_REPEATING = frozenset(("metric", "label", "quote", "unit", "doc", "rule", "how"))  # faster read as dictionaries
ROW = "row"  # where a fact stands in facts.parquet


@dataclass(frozen=True, slots=True)
class Source:
    """The tables of one run as comparisons need them; `cases` by key.

    `repeated` counts by metric the facts that reprints tell again, which `facts` does not have.
    """

    folder: Path
    facts: pd.DataFrame
    cases: pd.DataFrame
    repeated: Mapping[str, int] = field(default_factory=dict)

    @property
    def names(self) -> pd.Index[str]:
        """The key of each community at its number `k`."""
        return self.facts["key"].cat.categories


def open_source(folder: Path, metrics: Iterable[str] | None, reprints: bool = False) -> Source:
    """The communities, and the facts of the given metrics (None: of all), those that reprints repeat only if asked.

    Beside what `read_facts` gives they have `date`, the end of their period or else the day of publication.
    """
    facts, cases, documents = read_facts(folder, metrics), read_cases(folder), read_documents(folder)
    docs, code = documents.reindex(facts["doc"].cat.categories), facts["d"].to_numpy()
    published = pd.to_datetime(docs["published"]).to_numpy("datetime64[s]")
    end = facts["period_end"].to_numpy("datetime64[s]")
    facts["date"] = np.where(np.isnat(end), published[code], end)
    first = documents["duplicate_of"].dropna()
    if reprints or first.empty:
        return Source(folder, facts, cases)
    # Where there is no id, the key is the name and the document, and only the name is the same in a reprint.
    names = facts["key"].map({key: key.split("\t")[0] for key in facts["key"].cat.categories})
    again = repeated(facts.assign(who=names), first)
    counts = Counter(facts["metric"][again])
    return Source(folder, facts[~again].reset_index(drop=True), cases, counts)


def read_facts(folder: Path, metrics: Iterable[str] | None = None) -> pd.DataFrame:
    """The facts of the given metrics (None: of all), texts as categories, with `row`, their place in the table.

    `key` names the community: its case_id, else its name and document, for the same name in two documents
    need not be the same place. `k` is its number, -1 for facts without any community; `d` that of the document.
    """
    columns = [*_CODED, *_NUMBERS, *_DAYS]
    file = open_table(folder, "facts", columns, coded=_CODED)
    wanted = None if metrics is None else pa.array(sorted(metrics), pa.string())
    parts, before = [], 0
    for group in file.pieces(columns):
        rows = np.arange(before, before + group.num_rows)
        before += group.num_rows
        group = group.append_column(ROW, pa.array(rows))
        parts.append(group if wanted is None else group.filter(_among(group["metric"], wanted)))
    nothing = file.nothing(columns).append_column(ROW, pa.array([], pa.int64()))
    table = pa.concat_tables([nothing, *parts])
    table = table.append_column("key", _keys(table)).drop_columns(["case_id", "case"])
    frame: pd.DataFrame = table.unify_dictionaries().to_pandas(date_as_object=False, self_destruct=True)
    return frame.assign(k=frame["key"].cat.codes.astype("int64"), d=frame["doc"].cat.codes.astype("int64"))


def _among(column: pa.ChunkedArray, wanted: pa.Array) -> pa.ChunkedArray:
    """`is_in` for a coded column: each of its words is looked up once."""
    chunks = [pc.take(pc.is_in(chunk.dictionary, wanted), chunk.indices) for chunk in column.chunks]
    return pa.chunked_array(chunks, pa.bool_())


def read_cases(folder: Path) -> pd.DataFrame:
    """One row a community, by its key: name, level and place, each as the first document that knows it says."""
    columns = ["case_id", "doc", "case", "level", *_PLACE, "founded"]
    table = open_table(folder, "cases", columns).read(columns)
    frame: pd.DataFrame = table.append_column("key", _keys(table)).to_pandas()
    if frame["key"].is_unique:
        return frame.drop(columns="doc").set_index("key").sort_index()
    return frame.drop(columns="doc").groupby("key", sort=True).first()


def case_names(folder: Path) -> dict[str, str]:
    """The name that the facts give each community, by key: for those that the table of cases does not have."""
    columns = ["case_id", "case", "doc"]
    table = open_table(folder, "facts", columns).read(columns)
    keys = _keys(table).cast(pa.string()).to_pylist()
    found = {key: case for key, case in zip(reversed(keys), reversed(table["case"].to_pylist()), strict=True) if key}
    return {key: case or key for key, case in found.items()}


def read_documents(folder: Path) -> pd.DataFrame:
    """Publication date of each document, by doc, and the first document of the story that it repeats."""
    file = open_table(folder, "documents", ["doc", "published"])
    known = [name for name in ("doc", "published", "duplicate_of") if name in file.names]
    frame: pd.DataFrame = file.read(known).to_pandas()
    return frame.set_index("doc").reindex(columns=["published", "duplicate_of"])


def read_rows(folder: Path, rows: NDArray[np.int64] | Sequence[int], columns: Sequence[str]) -> pd.DataFrame:
    """Some columns of the facts at the given places, by place; only the row groups that hold them are read."""
    file = open_table(folder, "facts", columns, coded=sorted(_REPEATING.intersection(columns)))
    wanted = np.unique(np.asarray(rows, dtype=np.int64))
    ends = np.cumsum([0, *file.sizes])
    cuts = np.searchsorted(wanted, ends)
    parts = [file.nothing(columns)]
    for number in np.flatnonzero(cuts[1:] > cuts[:-1]):
        here = pa.array(wanted[cuts[number] : cuts[number + 1]] - ends[number])
        parts.append(file.piece(int(number), columns).take(here))
    table = pa.concat_tables(parts)
    plain = pa.schema([pa.field(f.name, pa.string() if f.name in _REPEATING else f.type) for f in table.schema])
    frame: pd.DataFrame = table.cast(plain).to_pandas()
    return frame.set_index(pd.Index(wanted, name=ROW))


def _keys(table: pa.Table) -> pa.ChunkedArray:
    if not table["case_id"].null_count:
        return table["case_id"]
    case_id, case, doc = (table.column(name).cast(pa.string()) for name in ("case_id", "case", "doc"))
    keys = pc.coalesce(case_id, pc.binary_join_element_wise(case, doc, "\t"))
    return keys.dictionary_encode()
