"""Which documents of an outputs folder go into a report whole, and where each of their facts stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from casekit.tables.read import open_table
from casekit.tables.schema import TABLES

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Selection:
    """`documents` without their texts, in order of `doc`; `number` says where in that list a document stands.

    `facts` are those of these documents, `place` where a row of facts.parquet stands: (document, which of its facts).
    """

    folder: Path
    documents: list[dict[str, Any]]
    number: Mapping[str, int]
    facts: list[list[dict[str, Any]]]
    place: Mapping[int, tuple[int, int]]
    left_out: int

    def rows(self, table: str) -> list[list[dict[str, Any]]]:
        """The rows of another table, gathered by document."""
        gathered: list[list[dict[str, Any]]] = [[] for _ in self.documents]
        for row in _rows_of(self.folder, table, TABLES[table].names, self._docs()):
            gathered[self.number[row["doc"]]].append(row)
        return gathered

    def texts(self) -> Iterator[tuple[int, str]]:
        """The number and the text of each document, read piece by piece."""
        for row in _rows_of(self.folder, "documents", ["doc", "text"], self._docs()):
            yield self.number[row["doc"]], row["text"]

    def _docs(self) -> pa.Array:
        return pa.array(list(self.number), pa.string())


def select_documents(folder: Path, limit: int) -> Selection:
    """At most `limit` documents of the folder, those with most facts where there are more."""
    columns = [name for name in TABLES["documents"].names if name != "text"]
    every: list[dict[str, Any]] = open_table(folder, "documents", columns).read(columns).to_pylist()
    kept = sorted(every, key=lambda row: (-row["facts"], row["doc"]))[:limit]
    kept.sort(key=lambda row: row["doc"])
    number = {row["doc"]: at for at, row in enumerate(kept)}
    facts: list[list[dict[str, Any]]] = [[] for _ in kept]
    place: dict[int, tuple[int, int]] = {}
    for row, fact in _facts(folder, number):
        at = number[fact["doc"]]
        place[row] = (at, len(facts[at]))
        facts[at].append(fact)
    return Selection(folder, kept, number, facts, place, len(every) - len(kept))


def _facts(folder: Path, number: Mapping[str, int]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The facts of the chosen documents, each with its row in the table."""
    names = TABLES["facts"].names
    wanted, before = pa.array(list(number), pa.string()), 0
    for piece in open_table(folder, "facts", names).pieces(names):
        rows = pa.array(range(before, before + piece.num_rows), pa.int64())
        before += piece.num_rows
        mask = pc.is_in(piece["doc"], wanted)
        yield from zip(rows.filter(mask.combine_chunks()).to_pylist(), piece.filter(mask).to_pylist(), strict=True)


def _rows_of(folder: Path, table: str, names: Sequence[str], docs: pa.Array) -> Iterator[dict[str, Any]]:
    for piece in open_table(folder, table, names).pieces(names):
        yield from piece.filter(pc.is_in(piece["doc"], docs)).to_pylist()


def case_key(row: Row) -> str | None:
    """What names the community of a fact or case row: its id, else its name within one document."""
    if row["case_id"] is not None:
        return str(row["case_id"])
    return None if row["case"] is None else f"{row['case']}\t{row['doc']}"
