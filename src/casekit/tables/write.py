"""Extractions or their tables in, Parquet files out: in batches, and put in place only when complete."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from casekit.tables.columns import check_grounded, tables_of_grounded
from casekit.tables.package import write_package
from casekit.tables.schema import TABLES, TableSchema

if TYPE_CHECKING:  # the stages before need not be loaded to read or write tables
    from casekit.extract import Extraction

MANIFEST = "run.json"
MANIFEST_PART = f".{MANIFEST}.part"  # without run.json beside it: the tables are being exchanged
_ROWS = 20_000  # rows of a row group
_CHARS = 8_000_000  # characters of text in a row group, for the table with long cells
_HELD = 200  # documents held back before they become columns
_PIECES = 200  # tables held back side by side before they are made one: each costs as much as a hundred rows


class TableWriter:
    """Writes the tables of one run into `folder`; used as a context manager.

    `add` takes extractions, `add_tables` their tables, with `doc` rising over all calls; how they are divided over
    calls changes no byte of the files. `finish` puts all tables in place at once; leaving the block without it
    leaves what was in the folder before.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sheets: dict[str, _Sheet] = {}
        self._held: list[Extraction] = []
        self._last: str | None = None

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._sheets = {name: _Sheet(schema, self.folder) for name, schema in TABLES.items()}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for sheet in self._sheets.values():
            sheet.discard()

    def add(self, extraction: Extraction) -> None:
        """Takes the rows of one document; raises UngroundedError where a quote is not in the text at its span."""
        self._refuse_disorder(extraction.document.doc)
        check_grounded(extraction)
        self._held.append(extraction)
        if len(self._held) >= _HELD:
            self._release()

    def add_tables(self, tables: Mapping[str, pa.Table]) -> None:
        """Takes the tables of some documents, as `tables_of` gives them."""
        self._release()
        for doc in tables["documents"]["doc"].to_pylist():
            self._refuse_disorder(doc)
        self._spread(tables)

    def finish(self, manifest: Mapping[str, Any]) -> None:
        """Completes all tables, describes them in datapackage.json, and writes run.json: the manifest with `rows`.

        `manifest["digests"]["rules"]` also goes into the metadata of every table. While the tables are being
        exchanged there is no run.json: where it is, the tables beside it belong together.
        """
        self._release()
        digest = str(manifest.get("digests", {}).get("rules", ""))
        for sheet in self._sheets.values():
            sheet.close(digest)
        rows = {name: sheet.rows for name, sheet in self._sheets.items()}
        text = json.dumps({**manifest, "rows": rows}, ensure_ascii=False, indent=2, sort_keys=True)
        part = self.folder / MANIFEST_PART
        part.write_text(text + "\n", encoding="utf-8", newline="\n")
        (self.folder / MANIFEST).unlink(missing_ok=True)
        write_package(self.folder, "parquet", rows)
        for sheet in self._sheets.values():
            sheet.publish()
        part.replace(self.folder / MANIFEST)

    def _refuse_disorder(self, doc: str) -> None:
        if self._last is not None and doc <= self._last:
            raise ValueError(f"documents must come in order of doc: {doc!r} after {self._last!r}")
        self._last = doc

    def _release(self) -> None:
        held, self._held = self._held, []
        if held:
            self._spread(tables_of_grounded(held))

    def _spread(self, tables: Mapping[str, pa.Table]) -> None:
        for name, sheet in self._sheets.items():
            sheet.add(tables[name])


class _Sheet:
    """One Parquet file in the making, under a temporary name beside its place."""

    def __init__(self, schema: TableSchema, folder: Path) -> None:
        self.schema, self.rows = schema, 0
        self._place = folder / f"{schema.name}.parquet"
        self._part = folder / f".{schema.name}.parquet.part"
        self._arrow = schema.arrow()
        self._held = self._arrow.empty_table()
        self._out: pq.ParquetWriter | None = pq.ParquetWriter(self._part, self._arrow, compression="zstd")

    def add(self, table: pa.Table) -> None:
        if not table.num_rows:
            return
        same = table.schema.equals(self._arrow, check_metadata=True)
        self._held = pa.concat_tables([self._held, table if same else table.cast(self._arrow)])
        if self._held.column(0).num_chunks > _PIECES:
            self._held = self._held.combine_chunks()
        while size := _full(self._held):
            self._write(size)

    def close(self, digest: str) -> None:
        if self._held.num_rows:
            self._write(self._held.num_rows)
        if self._out is not None:
            self._out.add_key_value_metadata({"casekit": json.dumps(describe(self.schema, digest), ensure_ascii=False)})
            self._out.close()
            self._out = None
            with self._part.open("r+b") as file:
                os.fsync(file.fileno())  # what it was made from is deleted soon

    def publish(self) -> None:
        self._part.replace(self._place)

    def discard(self) -> None:
        if self._out is not None:
            self._out.close()
            self._out = None
        self._part.unlink(missing_ok=True)

    def _write(self, size: int) -> None:
        """Writes the first rows of those held back as one row group."""
        if self._out is not None:
            # In one piece: the pages of a Parquet file follow the pieces of what is written.
            group = self._held.slice(0, size).combine_chunks()
            self._held = self._held.slice(size)  # now, so that what is written is not held twice
            self._out.write_table(group, row_group_size=size)
            self.rows += size


def _full(held: pa.Table) -> int:
    """The number of rows that make the next row group, 0 where there are not yet enough."""
    size = _ROWS if held.num_rows >= _ROWS else 0
    if "text" in held.column_names and held.num_rows:
        chars = pc.cumulative_sum(held["chars"].combine_chunks().cast(pa.int64()))
        reached = pc.index(pc.greater_equal(chars, _CHARS), True).as_py() + 1
        size = min(size, reached) if size and reached else size or reached
    return size


def describe(schema: TableSchema, digest: str) -> dict[str, Any]:
    """What a table says of itself in its Parquet metadata: its columns, and the digest of the rules that made it."""
    columns = [
        {"name": c.name, "title_zh": c.title, "description_zh": c.chinese, "description": c.english}
        for c in schema.columns
    ]
    return {"table": schema.name, "description": schema.english, "rules": digest, "columns": columns}
