"""Files and rows as a cluster hands them over in, texts with their names out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import pyarrow as pa

from casekit.documents import Document, ReadOptions, bounded
from casekit.documents.blob import Blob
from casekit.documents.formats import is_readable, read_blob
from casekit.documents.rows import RowReader
from casekit.engines.batch import texts_of

SCHEME = "^[A-Za-z][A-Za-z0-9+.-]*:/+"

# A file as bytes, or one of its rows as JSON with its number from 1.
RAW = pa.schema(
    [
        pa.field("path", pa.string()),
        pa.field("content", pa.binary()),
        pa.field("line", pa.string()),
        pa.field("number", pa.int64()),
    ]
)

# What a local run says of lines of JSON, by their ending.
_KINDS = {"ndjson": "jsonl"}
_ENCODINGS = {"jsonl": "utf-8-sig", "ndjson": "utf-8-sig"}


def read_raw(root: str, options: ReadOptions, batch: pa.RecordBatch) -> pa.RecordBatch:
    """The documents of a batch in the schema RAW, in the schema TEXTS; names begin below `root`."""
    found: list[Document] = []
    numbers: list[int] = []
    for row in batch.to_pylist():
        doc = _name(root, row)
        if row["content"] is not None and not is_readable(doc):
            continue
        for number, document in enumerate(bounded(_documents(doc, row, options), options)):
            found.append(document)
            numbers.append(row["number"] or number)
    return texts_of(found, numbers)


def _name(root: str, row: Mapping[str, Any]) -> str:
    """The path below the root; the paths of rows come percent-encoded, those of files as they are."""
    path = row["path"] if row["content"] is not None else unquote(row["path"])
    path, root = bare_path(path), bare_path(root)
    return path.removeprefix(root).lstrip("/") or path.rsplit("/", 1)[-1]


def bare_path(path: str) -> str:
    """The path without its scheme, however many slashes stand behind that.

    >>> bare_path("file:///data/x"), bare_path("file:/data/x"), bare_path("hdfs://name:9000/data")
    ('/data/x', '/data/x', '/name:9000/data')
    """
    return re.sub(SCHEME, "/", path)


def _documents(doc: str, row: Mapping[str, Any], options: ReadOptions) -> Iterator[Document]:
    if row["content"] is not None:
        yield from read_blob(Blob.of_bytes(doc, row["content"]), options)
        return
    if not row["line"].strip():
        return
    kind = doc.rsplit(".", 1)[-1]
    reader = RowReader(doc, _KINDS.get(kind, kind), options, _ENCODINGS.get(kind, "utf-8"))
    try:
        values = json.loads(row["line"])
    except (ValueError, RecursionError):
        yield reader.fault(row["number"], f"line {row['number']} is no JSON")
        return
    if not isinstance(values, dict):
        yield reader.fault(row["number"], f"row {row['number']} is no object with a text")
        return
    yield reader.missing(values, row["number"]) or reader.document(values, row["number"])
