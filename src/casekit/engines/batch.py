"""A batch of documents in, a batch of extractions out: the one function that every engine runs.

    texts (doc, text, ...)  ->  one row a document: its own columns, and its facts, cases, leftovers, problems as lists

Both sides are Arrow record batches of fixed schemas, so the function goes unchanged into `mapInArrow` of Spark,
`map_batches` of Ray Data, or a loop over a dataset.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from casekit.core import CasekitError
from casekit.documents import Document
from casekit.engines.guard import extract_grounded
from casekit.extract import Kit
from casekit.tables import TABLES, tables_of

# The tables that hang on a document, each as a list of rows.
HANGING = ("facts", "cases", "leftovers", "problems")

# What an input batch may hold; `doc` and `text` must be there, the others are null where they are not.
TEXTS = pa.schema(
    [
        pa.field("doc", pa.string(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("sha256", pa.string()),
        pa.field("format", pa.string()),
        pa.field("encoding", pa.string()),
        pa.field("title", pa.string()),
        pa.field("source", pa.string()),
        pa.field("published", pa.date32()),
        pa.field("status", pa.string()),
        pa.field("error", pa.string()),
    ]
)


def _rows_name(table: str) -> str:
    return f"{table}_rows"


def _plain(schema: pa.Schema) -> list[pa.Field]:
    return [pa.field(field.name, field.type) for field in schema]


# What comes out. Field names and types are plain, and nothing is dictionary-encoded: Spark takes no such columns.
EXTRACTIONS = pa.schema(
    [
        *_plain(TABLES["documents"].arrow()),
        *(pa.field(_rows_name(name), pa.list_(pa.struct(_plain(TABLES[name].arrow())))) for name in HANGING),
    ]
)


def extract_batch(batch: pa.RecordBatch, kit: Kit) -> pa.RecordBatch:
    """The extractions of a batch of texts, row for row, in the schema EXTRACTIONS.

    A document that breaks the reader is a row with status `failed`. Raises CasekitError where a column that must
    be there is not.
    """
    return extract_documents(documents_of(batch), kit)


def extract_documents(documents: Iterable[Document], kit: Kit) -> pa.RecordBatch:
    """The extractions of some documents, in their order, in the schema EXTRACTIONS."""
    tables = tables_of([extract_grounded(document, kit) for document in documents])
    whole = tables["documents"].combine_chunks()
    columns = [_piece(whole[name]) for name in whole.column_names]
    docs = whole["doc"].to_pylist()
    columns += [_hung(docs, tables[name], EXTRACTIONS.field(_rows_name(name))) for name in HANGING]
    arrays = [column.cast(field.type) for column, field in zip(columns, EXTRACTIONS, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=EXTRACTIONS)


def tables_from(batch: pa.RecordBatch | pa.Table) -> dict[str, pa.Table]:
    """The five tables that a batch in the schema EXTRACTIONS holds, in the order of its documents."""
    whole = pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else batch
    tables = {"documents": whole.select(TABLES["documents"].names).cast(TABLES["documents"].arrow())}
    for name in HANGING:
        rows = pc.list_flatten(whole[_rows_name(name)]).combine_chunks()
        flat = pa.Table.from_struct_array(_piece(rows))
        tables[name] = flat.select(TABLES[name].names).cast(TABLES[name].arrow())
    return {name: tables[name] for name in TABLES}


def documents_of(batch: pa.RecordBatch) -> Iterator[Document]:
    """The documents in a batch of texts; the SHA-256 is that of the text in UTF-8 where the batch gives none."""
    missing = [name for name in ("doc", "text") if name not in batch.schema.names]
    if missing:
        raise CasekitError(f"a batch of texts needs the columns doc and text; missing: {', '.join(missing)}")
    known = batch.select([name for name in TEXTS.names if name in batch.schema.names])
    for row in known.to_pylist():
        yield _document(row)


def _document(row: Mapping[str, Any]) -> Document:
    text = row["text"] or ""
    status = row.get("status") or ("ok" if text.strip() else "empty")
    digest = row.get("sha256") or sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        doc=row["doc"],
        text=text,
        sha256=digest,
        format=row.get("format") or "txt",
        encoding=row.get("encoding") or "",
        title=row.get("title"),
        source=row.get("source"),
        published=row.get("published"),
        status=status,
        error=row.get("error"),
    )


def _hung(docs: Sequence[str], table: pa.Table, field: pa.Field) -> pa.ListArray:
    """The rows of a table as one list for each document; they lie in the order of documents."""
    counts: dict[str, int] = dict.fromkeys(docs, 0)
    for doc in table["doc"].to_pylist():
        counts[doc] += 1
    ends = [0]
    for doc in docs:
        ends.append(ends[-1] + counts[doc])
    plain = table.cast(pa.schema(list(field.type.value_type))).combine_chunks()
    rows = pa.StructArray.from_arrays([_piece(column) for column in plain.columns], fields=list(plain.schema))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), rows)


def _piece(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    """A column in one piece."""
    if isinstance(column, pa.Array):
        return column
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays([pa.array([], column.type), *column.chunks])
