"""A file of JSON in, a document for each object out: one object a line, a list of them, or a single one."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from casekit.documents.blob import Blob, TooLargeError, digest
from casekit.documents.document import Document, unread
from casekit.documents.encoding import decode, guess_encoding
from casekit.documents.options import ReadOptions
from casekit.documents.rows import RowReader

_SAMPLE = 1 << 18
_NARROW = {"utf-16": "utf-8", "utf-32": "utf-8"}


def read_jsonl(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """A document for each line, as they come; a line that is no object is a document without a text."""
    with blob.open() as stream:
        buffered = io.BufferedReader(stream, _SAMPLE)  # type: ignore[type-var]
        encoding = options.encoding or guess_encoding(buffered.peek(_SAMPLE)[:_SAMPLE])
        reader = RowReader(blob.doc, "jsonl", options, encoding)
        found = False
        for number, line in enumerate(_lines(_narrowed(cast(BinaryIO, buffered), encoding), options.max_bytes), 1):
            if isinstance(line, bytes) and not line.strip():
                continue
            found = True
            if isinstance(line, bytes):
                yield from _from_line(reader, line, number, _NARROW.get(encoding[:6], encoding))
            else:
                yield reader.fault(number, str(line))
        if not found:
            yield unread(blob.doc, "jsonl", "empty", "no rows in this file")


def read_json(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """A document for each object of the list, or for the one object there is; lines of objects are taken as such."""
    data = blob.read(options.max_bytes)
    decoded = decode(data, options.encoding)
    try:
        content = json.loads(decoded.text) if decoded else None
    except (ValueError, RecursionError):
        yield from read_jsonl(Blob.of_bytes(blob.doc, data, blob.depth), options)
        return
    objects = content if isinstance(content, list) else [content]
    if not decoded or not objects:
        yield unread(blob.doc, "json", "empty", "no rows in this file", digest(data))
        return
    reader = RowReader(blob.doc, "json", options, decoded.encoding)
    for number, row in enumerate(objects, 1):
        yield _document(reader, row, number)


def _narrowed(stream: BinaryIO, encoding: str) -> BinaryIO:
    """The stream in UTF-8 where it is in UTF-16, whose line breaks are no single bytes."""
    if encoding[:6] not in _NARROW:
        return stream
    return cast(BinaryIO, codecs.EncodedFile(stream, "utf-8", encoding, errors="replace"))


def _from_line(reader: RowReader, line: bytes, number: int, encoding: str) -> Iterator[Document]:
    words = line.decode(encoding, errors="replace").strip().lstrip("\ufeff")
    try:
        row = json.loads(words)
    except (ValueError, RecursionError):
        yield reader.fault(number, f"line {number} is no JSON")
        return
    yield _document(reader, row, number)


def _document(reader: RowReader, row: Any, number: int) -> Document:
    if not isinstance(row, dict):
        return reader.fault(number, f"row {number} is no object with a text")
    return reader.missing(row, number) or reader.document(row, number)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | TooLargeError]:
    """The lines, one in memory at a time; what is left of one that is too long is skipped."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield TooLargeError(f"a line of more than {limit} bytes")
