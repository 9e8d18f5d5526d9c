"""A Word file in, a document of its paragraphs and tables in order out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from casekit.documents.blob import Blob, digest
from casekit.documents.document import Document, sound, unread
from casekit.documents.headlines import read_headline
from casekit.documents.options import ReadOptions

if TYPE_CHECKING:
    from docx.document import Document as WordFile

MISSING = 'Word files need one more package: pip install "casekit[office]"'
OLE = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOST_MEMBERS, _MOST_SWELLING = 5000, 200


def read_docx(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a Word file: a line for a paragraph, a line of tabbed cells for a row of a table."""
    try:
        import docx
    except ImportError:
        yield unread(blob.doc, "docx", "needs-extra", MISSING)
        return
    data = blob.read(options.max_bytes)
    if data.startswith(OLE):
        yield unread(blob.doc, "docx", "encrypted", "this Word file is locked by a password", digest(data))
        return
    fault = find_fault(data, options.max_bytes)
    if fault:
        yield unread(blob.doc, "docx", *fault, digest(data))
        return
    try:
        text = sound("\n".join(_lines(docx.Document(io.BytesIO(data)))))
    except Exception as error:  # a broken Word file fails in the parser of XML, in the zip reader or anywhere between
        yield unread(blob.doc, "docx", "unreadable", f"no sound Word file ({type(error).__name__})", digest(data))
        return
    headline = read_headline(text, blob.name, options.headlines)
    yield Document(
        blob.doc,
        text,
        digest(data),
        "docx",
        "utf-8",
        headline.title,
        headline.source,
        headline.published,
        "ok" if text.strip() else "empty",
        None if text.strip() else "no text in this Word file",
        headline.published_from,
    )


def find_fault(data: bytes, limit: int) -> tuple[str, str] | None:
    """Why the parts of the file must not be unpacked, as status and error; None where they may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            sizes = [member.file_size for member in members]
            packed = sum(member.compress_size for member in members)
            if len(members) > _MOST_MEMBERS or sum(sizes) > min(limit, _MOST_SWELLING * (packed + 100_000)):
                return "too-large", "this Word file unpacks to more than a report can hold"
            for member in members:
                if member.filename.endswith((".xml", ".rels")) and _declares(archive, member):
                    return "unreadable", "this Word file declares entities, which no Word program does"
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return "unreadable", "no sound Word file (damaged or cut off)"
    return None


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """A document type stands at the head of an XML file; through it a few bytes can swell to gigabytes."""
    with archive.open(member) as part:
        return b"<!DOCTYPE" in part.read(4096).upper()


def _lines(word: WordFile) -> Iterator[str]:
    from docx.table import Table

    for block in word.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield block.text
            yield from _boxed(block._p)


def _rows(table: Any) -> Iterator[str]:
    """A line for each row; a cell that spans several columns stands once."""
    for row in table._tbl.tr_lst:
        cells = []
        for cell in row.tc_lst:
            words = ["".join(_words(paragraph)) for paragraph in cell.iter(f"{_W}p")]
            cells.append(" ".join(word for word in words if word))
        yield "\t".join(cells)


def _boxed(paragraph: Any) -> Iterator[str]:
    """The paragraphs of the text boxes that hang on this one."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            for inner in box.iter(f"{_W}p"):
                yield "".join(_words(inner))


def _words(paragraph: Any) -> Iterator[str]:
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        yield (node.text or "") if node.tag == f"{_W}t" else " "
