"""Paths in, documents out, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from casekit.documents.blob import Blob, TooLargeError
from casekit.documents.document import Document, unread
from casekit.documents.formats import read_blob, read_stream
from casekit.documents.options import DEFAULT_OPTIONS, ReadOptions
from casekit.documents.sources import Source, find_sources


def read_documents(paths: Sequence[Path], options: ReadOptions = DEFAULT_OPTIONS) -> Iterator[Document]:
    """Every document of the files and folders, sorted by name of file; `-` is standard input.

    A file that cannot be read is a document with a status and an error, never an exception.
    Raises CasekitError where a path does not exist or a folder holds nothing to read.
    """
    for source in find_sources(paths):
        yield from read_source(source, options)


def read_source(source: Source, options: ReadOptions = DEFAULT_OPTIONS) -> Iterator[Document]:
    """The documents of one file: one for a text, one a row for a table, those of all members for an archive."""
    if source.trouble:
        yield unread(source.doc, source.path.suffix.lower()[1:], *source.trouble)
    elif source.is_stdin:
        yield from bounded(_read_stdin(source.doc, options), options)
    else:
        yield from bounded(read_blob(Blob.of_path(source.doc, source.path), options), options)


def bounded(documents: Iterable[Document], options: ReadOptions) -> Iterator[Document]:
    """The documents; of one with more text than the options allow, only its name and the status `too-large`."""
    for document in documents:
        if _is_longer(document.text, options.max_text_bytes):
            error = f"more than {options.max_text_bytes / (1 << 20):g} megabytes of text in one document"
            yield replace(document, text="", status="too-large", error=error)
        else:
            yield document


def _is_longer(text: str, limit: int) -> bool:
    # A character has at most four bytes: only long texts need be encoded to know.
    return len(text) * 4 > limit and len(text.encode("utf-8", "surrogatepass")) > limit


def _read_stdin(doc: str, options: ReadOptions) -> Iterator[Document]:
    try:
        yield from read_stream(doc, sys.stdin.buffer, options)
    except TooLargeError:
        yield unread(doc, "txt", "too-large", f"more than {options.max_bytes} bytes")
