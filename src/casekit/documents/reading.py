"""Paths in, documents out, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from casekit.documents.document import Document
from casekit.documents.encoding import decode
from casekit.documents.options import DEFAULT_OPTIONS, ReadOptions
from casekit.documents.sources import STDIN, Source, find_sources


def read_documents(paths: Sequence[Path], options: ReadOptions = DEFAULT_OPTIONS) -> Iterator[Document]:
    """Every document of the files and folders, sorted by name; `-` is standard input.

    A file that cannot be read is a document with a status and an error, never an exception.
    Raises CasekitError where a path does not exist or a folder holds nothing to read.
    """
    for source in find_sources(paths):
        yield from read_source(source, options)


def read_source(source: Source, options: ReadOptions = DEFAULT_OPTIONS) -> Iterator[Document]:
    """The documents of one file: one for a text, one a row for a table."""
    try:
        data = sys.stdin.buffer.read() if source.path == STDIN else source.path.read_bytes()
    except OSError as error:
        yield Document(source.doc, "", "", status="unreadable", error=f"{error.strerror}")
        return
    yield read_bytes(data, source.doc, options)


def read_bytes(data: bytes, doc: str, options: ReadOptions = DEFAULT_OPTIONS) -> Document:
    """The document in the bytes of a plain text."""
    digest = sha256(data).hexdigest()
    decoded = decode(data, options.encoding)
    if decoded is None:
        return Document(doc, "", digest, status="unreadable", error="no text in any encoding known here")
    status = "ok" if decoded.text.strip() else "empty"
    error = None if status == "ok" else "no text in this file"
    return Document(doc, decoded.text, digest, encoding=decoded.encoding, status=status, error=error)
