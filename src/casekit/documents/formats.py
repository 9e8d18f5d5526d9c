"""A file in, its documents out: by its ending, or by its first bytes where they say otherwise."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from casekit.documents.archive import Reader, read_gzip, read_zip
from casekit.documents.blob import Blob, TooLargeError, ending
from casekit.documents.csvrows import read_csv
from casekit.documents.document import Document, unread
from casekit.documents.docx import OLE, read_docx
from casekit.documents.html import read_html
from casekit.documents.jsonl import read_json, read_jsonl
from casekit.documents.mht import read_mht
from casekit.documents.options import ReadOptions
from casekit.documents.parquet import read_parquet
from casekit.documents.pdf import read_pdf
from casekit.documents.plain import read_plain

READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown", ""), read_plain),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), read_html),
    **dict.fromkeys((".mht", ".mhtml"), read_mht),
    **dict.fromkeys((".docx", ".docm"), read_docx),
    **dict.fromkeys((".jsonl", ".ndjson"), read_jsonl),
    **dict.fromkeys((".csv", ".tsv"), read_csv),
    ".json": read_json,
    ".pdf": read_pdf,
    ".parquet": read_parquet,
}
# Formats that hold reports, but not for us, with the way out.
UNREAD = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "open it in Word or WPS and save it as .docx"),
    **dict.fromkeys((".xls", ".xlsx", ".et"), "open it in Excel or WPS and save it as CSV"),
    **dict.fromkeys((".ppt", ".pptx", ".dps"), "save it as PDF"),
    **dict.fromkeys((".caj", ".ofd", ".epub"), "save or print it as PDF"),
    **dict.fromkeys((".rar", ".7z", ".tar", ".tgz", ".bz2", ".xz"), "unpack it, or pack it as .zip"),
}
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)",
    re.I | re.S,
)
_MIME = re.compile(rb"[A-Za-z-]{2,30}: ?[^\n]{0,300}\n")
_JSON_LINE = re.compile(rb"\s*\{[^\n]*\}\s*(?:\n|$)")
_NO_REPORT = re.compile(r"(?:README|LICENSE|LICENCE|CHANGELOG|Makefile|Thumbs\.db|desktop\.ini)", re.I)
_HEAD, _SAMPLE = 4096, 1 << 16


def is_readable(name: str) -> bool:
    """True for a file that is read, or at least spoken of, when it lies in a folder.

    >>> [is_readable(name) for name in ("报道.docx", "第3.5期报道", "照片.jpg", "README.md")]
    [True, True, False, False]
    """
    parts = Path(name).parts if "/" in name or "\\" in name or not name else (name,)
    if not parts or any(part.startswith((".", "~$", "__MACOSX")) for part in parts) or _NO_REPORT.match(parts[-1]):
        return False
    suffix = ending(parts[-1])
    return suffix in READERS or suffix in PACKED or suffix in UNREAD


def read_blob(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The documents of one file; trouble with it is a document without a text, with status and error."""
    suffix = ending(blob.name)
    kind = suffix[1:] or "txt"
    try:
        if _is_looked_into(suffix):
            blob = blob.at_hand()
        yield from _reader(blob, suffix)(blob, options)
    except TooLargeError:
        yield unread(blob.doc, kind, "too-large", f"more than {options.max_bytes} bytes")
    except OSError as error:
        yield unread(blob.doc, kind, "unreadable", error.strerror or "cannot be opened")


def read_stream(doc: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Document]:
    """The documents of what comes in without a name; lines of JSON are read as they come, all else at once."""
    buffered = io.BufferedReader(stream, _SAMPLE)  # type: ignore[type-var]
    if _JSON_LINE.match(buffered.peek(_SAMPLE)):
        yield from read_jsonl(Blob(doc, lambda: buffered), options)
        return
    data = Blob(doc, lambda: buffered).read(options.max_bytes)
    yield from read_blob(Blob.of_bytes(doc, data), options)


def _reader(blob: Blob, suffix: str) -> Reader:
    """By the ending, except where the first bytes are plainly something else: pages saved as .txt or .doc."""
    named = READERS.get(suffix)
    if not _is_looked_into(suffix):
        return PACKED.get(suffix) or named or read_plain
    head = blob.head(_HEAD)
    for opening, reader in _MAGIC:
        if head.startswith(opening):
            return reader
    if head.startswith(b"PK\x03\x04"):
        return read_docx if suffix in (".doc", ".docx", ".docm") or _is_word(blob) else _zipped(suffix)
    if _MIME.match(head) and b"mime-version:" in head.lower():
        return read_mht
    if _HTML.match(head):
        return read_html
    if head.startswith(OLE) and named is not read_docx:
        return _refuse(".doc")
    return named or (_refuse(suffix) if suffix in UNREAD else read_plain)


def _is_looked_into(suffix: str) -> bool:
    """True where the first bytes decide: no ending that is known, or one that is often wrong."""
    return suffix not in PACKED and READERS.get(suffix) in (None, read_plain, read_html, read_docx)


def _is_word(blob: Blob) -> bool:
    try:
        with blob.open() as stream, zipfile.ZipFile(stream) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _zipped(suffix: str) -> Reader:
    return _refuse(suffix) if suffix in UNREAD else _read_zip


def _read_zip(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    return read_zip(blob, options, read_blob, is_readable)


def _read_gzip(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    return read_gzip(blob, options, read_blob)


PACKED: dict[str, Reader] = {".zip": _read_zip, ".gz": _read_gzip}
_MAGIC = ((b"%PDF-", read_pdf), (b"PAR1", read_parquet), (b"\x1f\x8b", _read_gzip))


def _refuse(suffix: str) -> Reader:
    def tell(blob: Blob, options: ReadOptions) -> Iterator[Document]:
        yield unread(blob.doc, suffix[1:], "unsupported", f"{suffix} files are not read; {UNREAD[suffix]}")

    return tell
