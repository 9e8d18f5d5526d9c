"""The finished tables of a run before: what they hold of some documents, without reading the rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from casekit.tables.read import read_manifest
from casekit.tables.schema import TABLES
from casekit.tables.write import MANIFEST

if TYPE_CHECKING:
    from casekit.documents import Document

# Documents that were read as well as they can be; with others, another try may go better.
_SETTLED = ("ok", "empty")


@dataclass(frozen=True, slots=True)
class Identity:
    """What of a document decides its rows, besides the rules."""

    sha256: str
    title: str | None
    source: str | None
    published: date | None

    @classmethod
    def of(cls, document: Document) -> Identity:
        """The identity of a document that was read."""
        return cls(document.sha256, document.title, document.source, document.published)


class EarlierTables:
    """The tables of a finished run, opened once; rows are found through the statistics of row groups."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, pq.ParquetFile] = {}
        self._latest: dict[tuple[str, bool], tuple[list[int], pa.Table]] = {}

    def identities(self, docs: Collection[str]) -> dict[str, Identity]:
        """The identities of those of `docs` that are in the tables and were read well."""
        columns = ["doc", "status", "sha256", "title", "source", "published"]
        rows = self._rows("documents", docs, columns).to_pylist()
        return {
            row["doc"]: Identity(row["sha256"], row["title"], row["source"], row["published"])
            for row in rows
            if row["status"] in _SETTLED
        }

    def tables(self, docs: Collection[str]) -> dict[str, pa.Table]:
        """All rows of `docs`, table by table, in the order they have there."""
        return {name: self._rows(name, docs, None).cast(schema.arrow()) for name, schema in TABLES.items()}

    def _rows(self, name: str, docs: Collection[str], columns: list[str] | None) -> pa.Table:
        file = self._open(name)
        first, last = min(docs, default=""), max(docs, default="")
        at = TABLES[name].names.index("doc")
        groups = [
            n for n in range(file.num_row_groups) if _may_hold(file.metadata.row_group(n).column(at), first, last)
        ]
        table = self._read(name, groups, columns)
        return table.filter(pc.is_in(table["doc"], pa.array(docs, pa.string())))

    def _read(self, name: str, groups: list[int], columns: list[str] | None) -> pa.Table:
        """The row groups, held until others are asked for: the next documents often lie in the same."""
        key = name, columns is None
        if self._latest.get(key, ([], None))[0] != groups or key not in self._latest:
            self._latest.pop(key, None)  # two sets of them are never held at a time
            self._latest[key] = groups, self._open(name).read_row_groups(groups, columns=columns)
        return self._latest[key][1]

    def _open(self, name: str) -> pq.ParquetFile:
        if name not in self._files:
            self._files[name] = pq.ParquetFile(self.folder / f"{name}.parquet")
        return self._files[name]


def find_earlier(folder: Path, manifest: dict[str, Any]) -> EarlierTables | None:
    """The tables in `folder` where they are complete and were made as `manifest` says, for each of its keys."""
    found = read_manifest(folder)
    if any(found.get(key) != value for key, value in manifest.items()) or not (folder / MANIFEST).is_file():
        return None
    try:
        sizes = {name: pq.read_metadata(folder / f"{name}.parquet").num_rows for name in TABLES}
    except (OSError, pa.ArrowException):
        return None
    return EarlierTables(folder) if sizes == found.get("rows") else None


def _may_hold(docs: Any, first: str, last: str) -> bool:
    """False where the statistics of a column of names say that none from `first` to `last` is in it."""
    statistics = docs.statistics
    if statistics is None or not statistics.has_min_max:
        return True
    return bool(statistics.min <= last and first <= statistics.max)
