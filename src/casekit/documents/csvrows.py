"""A CSV or TSV file in, a document for each row out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from casekit.documents.blob import Blob
from casekit.documents.document import Document, unread
from casekit.documents.encoding import guess_encoding
from casekit.documents.options import ReadOptions
from casekit.documents.rows import RowReader

_SAMPLE = 1 << 18
_SEPARATORS = ",\t;|，"


def read_csv(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """A document for each row, as they come; the first row names the columns."""
    with blob.open() as stream:
        buffered = io.BufferedReader(stream, _SAMPLE)  # type: ignore[type-var]
        sample = buffered.peek(_SAMPLE)[:_SAMPLE]
        encoding = options.encoding or guess_encoding(sample)
        words = io.TextIOWrapper(buffered, encoding, errors="replace", newline="")
        csv.field_size_limit(min(options.max_bytes, 2**31 - 1))
        rows = csv.reader(words, delimiter=_separator(sample.decode(encoding, "replace")))
        yield from _documents(rows, RowReader(blob.doc, "csv", options, encoding))


def _documents(rows: Iterator[list[str]], reader: RowReader) -> Iterator[Document]:
    number = 0
    try:
        names = [name.strip().lstrip("\ufeff") for name in next(rows, [])]
        missing = reader.missing(dict.fromkeys(names)) if names else None
        if missing:
            yield missing
            return
        for cells in rows:
            if any(cells):
                number += 1
                yield reader.document(dict(zip(names, cells, strict=False)), number)
    except csv.Error as error:
        yield reader.fault(number + 1, f"row {number + 1} is no CSV: {error}")
        number += 1
    if not number:
        yield unread(reader.doc, reader.format, "empty", "no rows in this table")


def _separator(sample: str) -> str:
    """The mark that parts the names in the first line."""
    first = sample.split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)
