"""Extractions in, Parquet tables out: in batches, checked against the text, and put in place only when complete."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa
import pyarrow.parquet as pq

from casekit.core import CasekitError
from casekit.tables.schema import TABLES, TableSchema

if TYPE_CHECKING:  # the stages before need not be loaded to read or write tables
    from casekit.extract import Extraction
    from casekit.facts import Fact, Leftover

MANIFEST = "run.json"
_ROWS = 20_000  # rows held back before they become a row group
_CHARS = 8_000_000  # characters of text held back, for tables with long cells


class UngroundedError(CasekitError):
    """A row whose quote is not what the text has at its span; such a row is never written."""


class TableWriter:
    """Writes the tables of one run into `folder`; used as a context manager.

    `add` takes extractions with `document.doc` rising. `finish` puts all tables in place at once;
    leaving the block without it leaves what was in the folder before.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sheets: dict[str, _Sheet] = {}
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
        document = extraction.document
        if self._last is not None and document.doc <= self._last:
            raise ValueError(f"documents must come in order of doc: {document.doc!r} after {self._last!r}")
        self._last = document.doc
        for fact in extraction.facts:
            _check_grounded(fact, f"fact {fact.fact_id} ({fact.metric})", document.doc, document.text)
        for leftover in extraction.leftovers:
            _check_grounded(leftover, f"leftover ({leftover.reason})", document.doc, document.text)
        self._sheets["facts"].add(sorted(extraction.facts, key=attrgetter("start", "end", "metric")))
        self._sheets["cases"].add(sorted(extraction.cases, key=attrgetter("start", "end", "case_id")))
        self._sheets["leftovers"].add(sorted(extraction.leftovers, key=attrgetter("start", "end", "reason")))
        self._sheets["problems"].add(sorted(extraction.problems, key=_problem_order))
        self._sheets["documents"].add([_DocumentRow(extraction)], len(document.text))

    def finish(self, manifest: Mapping[str, Any]) -> None:
        """Completes all tables and writes run.json, the manifest with the number of rows of each table as `rows`.

        `manifest["digests"]["rules"]` also goes into the metadata of every table.
        """
        digest = str(manifest.get("digests", {}).get("rules", ""))
        for sheet in self._sheets.values():
            sheet.close(digest)
        rows = {name: sheet.rows for name, sheet in self._sheets.items()}
        text = json.dumps({**manifest, "rows": rows}, ensure_ascii=False, indent=2, sort_keys=True)
        part = self.folder / f".{MANIFEST}.part"
        part.write_text(text + "\n", encoding="utf-8", newline="\n")
        for sheet in self._sheets.values():
            sheet.publish()
        part.replace(self.folder / MANIFEST)


class _Sheet:
    """One Parquet file in the making, under a temporary name beside its place."""

    def __init__(self, schema: TableSchema, folder: Path) -> None:
        self.schema, self.rows = schema, 0
        self._place = folder / f"{schema.name}.parquet"
        self._part = folder / f".{schema.name}.parquet.part"
        self._arrow = schema.arrow()
        self._pick = attrgetter(*schema.names)
        self._held: list[tuple[Any, ...]] = []
        self._chars = 0
        self._out: pq.ParquetWriter | None = pq.ParquetWriter(self._part, self._arrow, compression="zstd")

    def add(self, rows: Iterable[Any], chars: int = 0) -> None:
        self._held.extend(map(self._pick, rows))
        self._chars += chars
        if len(self._held) >= _ROWS or self._chars >= _CHARS:
            self._flush()

    def _flush(self) -> None:
        if not self._held or self._out is None:
            return
        columns = zip(*self._held, strict=True)
        arrays = [pa.array(column, field.type) for column, field in zip(columns, self._arrow, strict=True)]
        self._out.write_table(pa.Table.from_arrays(arrays, schema=self._arrow))
        self.rows += len(self._held)
        self._held, self._chars = [], 0

    def close(self, digest: str) -> None:
        self._flush()
        if self._out is not None:
            self._out.add_key_value_metadata({"casekit": json.dumps(describe(self.schema, digest), ensure_ascii=False)})
            self._out.close()
            self._out = None

    def publish(self) -> None:
        self._part.replace(self._place)

    def discard(self) -> None:
        if self._out is not None:
            self._out.close()
            self._out = None
        self._part.unlink(missing_ok=True)


class _DocumentRow:
    """A document and its counts, as the documents table has them."""

    def __init__(self, extraction: Extraction) -> None:
        self._document = extraction.document
        self.chars = len(extraction.document.text)
        self.facts, self.leftovers = len(extraction.facts), len(extraction.leftovers)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._document, name)


def describe(schema: TableSchema, digest: str) -> dict[str, Any]:
    """What a table says of itself in its Parquet metadata: its columns, and the digest of the rules that made it."""
    columns = [
        {"name": c.name, "title_zh": c.title, "description_zh": c.chinese, "description": c.english}
        for c in schema.columns
    ]
    return {"table": schema.name, "description": schema.english, "rules": digest, "columns": columns}


def _check_grounded(row: Fact | Leftover, name: str, doc: str, text: str) -> None:
    if row.doc == doc and row.end <= len(text) and text[row.start : row.end] == row.quote:
        return
    found = repr(text[row.start : row.end]) if row.doc == doc else f"a row of {row.doc}"
    raise UngroundedError(f"{doc}:{row.start}-{row.end}  {name}: the quote {row.quote!r} is not there, but {found}")


def _problem_order(problem: Any) -> tuple[int, int, str, str]:
    start = -1 if problem.start is None else problem.start
    return start, -1 if problem.end is None else problem.end, problem.code, problem.message
