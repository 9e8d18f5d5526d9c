"""A batch of texts in, a batch of extractions out: the one function that every engine runs.

    texts (doc, text, ...)  ->  one row a document: its own columns, and its facts, cases, leftovers, problems as lists

Both sides are Arrow record batches of fixed schemas, so the function goes unchanged into `mapInArrow` of Spark,
`map_batches` of Ray Data, or a loop over a dataset. `casekit.tables.nested.unnest` makes the five tables of the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

import pyarrow as pa

from casekit.core import CasekitError
from casekit.documents import Document
from casekit.engines.collecting import uncollected
from casekit.engines.guard import extract_all_grounded
from casekit.extract import Kit
from casekit.tables.columns import tables_of_grounded
from casekit.tables.nested import nest

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
        pa.field("published_from", pa.string()),
        pa.field("url", pa.string()),
        pa.field("notes", pa.list_(pa.struct([pa.field("code", pa.string()), pa.field("message", pa.string())]))),
        pa.field("number", pa.int64()),
    ]
)


def extract_batch(batch: pa.RecordBatch, kit: Kit) -> pa.RecordBatch:
    """The extractions of a batch of texts, row for row, in the schema EXTRACTIONS.

    A document that breaks the reader is a row with status `failed`. Raises CasekitError where a column that must
    be there is not.
    """
    return extract_documents(documents_of(batch), kit)


def extract_documents(documents: Iterable[Document], kit: Kit) -> pa.RecordBatch:
    """The extractions of some documents, in their order, in the schema EXTRACTIONS; no name may come twice."""
    with uncollected():
        return nest(tables_of_grounded(list(extract_all_grounded(documents, kit))))


def documents_of(batch: pa.RecordBatch) -> Iterator[Document]:
    """The documents in a batch of texts; the SHA-256 is that of the text in UTF-8 where the batch gives none."""
    missing = [name for name in ("doc", "text") if name not in batch.schema.names]
    if missing:
        raise CasekitError(f"a batch of texts needs the columns doc and text; missing: {', '.join(missing)}")
    known = batch.select([name for name in TEXTS.names if name in batch.schema.names])
    for row in known.to_pylist():
        yield _document(row)


def texts_of(documents: Sequence[Document], numbers: Sequence[int]) -> pa.RecordBatch:
    """A batch of texts of some documents, each with its number in its file."""
    rows = [
        {name: getattr(document, name, None) for name in TEXTS.names}
        | {"notes": [{"code": code, "message": message} for code, message in document.notes], "number": number}
        for document, number in zip(documents, numbers, strict=True)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=TEXTS)


def _document(row: Mapping[str, Any]) -> Document:
    text = row["text"] or ""
    status = row.get("status") or ("ok" if text.strip() else "empty")
    digest = row.get("sha256")
    if digest is None:
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
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
        published_from=row.get("published_from"),
        url=row.get("url"),
        notes=tuple((note["code"], note["message"]) for note in row.get("notes") or ()),
    )
