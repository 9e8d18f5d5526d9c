"""A PDF in, a document of its text layer out, columns one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casekit.documents.blob import Blob, digest
from casekit.documents.columns import Run, in_reading_order
from casekit.documents.document import Document, sound, unread
from casekit.documents.headlines import read_headline
from casekit.documents.options import ReadOptions

MISSING = 'PDF files need one more package: pip install "casekit[office]"'
NO_LAYER = "no text layer (a scan); text recognition has to come first"
# A page of more runs is a drawing; its text is taken as it comes.
_MOST_PAGES, _MOST_RUNS = 2000, 6000


def read_pdf(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a PDF; pages are parted by a form feed."""
    try:
        import pypdfium2
    except ImportError:
        yield unread(blob.doc, "pdf", "needs-extra", MISSING)
        return
    data = blob.read(options.max_bytes)
    try:
        file = pypdfium2.PdfDocument(data)
        try:
            yield _document(file, blob, data, options)
        finally:
            file.close()
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        status = "encrypted" if locked else "unreadable"
        why = "this PDF is locked by a password" if locked else "no sound PDF (damaged or cut off)"
        yield unread(blob.doc, "pdf", status, why, digest(data))


def _document(file: Any, blob: Blob, data: bytes, options: ReadOptions) -> Document:
    pages = [page_text(file, number) for number in range(min(len(file), _MOST_PAGES))]
    text = sound("\n\f".join(pages)).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return unread(blob.doc, "pdf", "no-text-layer", NO_LAYER, digest(data))
    headline = read_headline(text, blob.name, options.headlines)
    bare = sum(1 for page in pages if not page.strip())
    notes = [("no-text-layer", f"{bare} of {len(pages)} pages have no text layer")] if bare else []
    if len(file) > _MOST_PAGES:
        notes.append(("too-large", f"only the first {_MOST_PAGES} of {len(file)} pages were read"))
    return Document(
        blob.doc,
        text,
        digest(data),
        "pdf",
        "utf-8",
        headline.title,
        headline.source,
        headline.published,
        published_from=headline.published_from,
        notes=tuple(notes),
    )


def _size(text: str) -> int:
    """How many characters are to be seen."""
    return len("".join(text.split()))


def page_text(file: Any, number: int) -> str:
    """The text of a page of an open file, column by column, or as it comes where not every character has a box."""
    page = file[number]
    layer = page.get_textpage()
    try:
        count, whole = layer.count_rects(), str(layer.get_text_range())
        if not 0 < count <= _MOST_RUNS:
            return whole
        runs = [Run(layer.get_text_bounded(*box).strip("\r\n"), *box) for box in map(layer.get_rect, range(count))]
        # Where a font is neither in the file nor on the machine some characters have no height, and are in no box.
        if sum(map(_size, (run.text for run in runs))) < _size(whole):
            return whole
        return in_reading_order([run for run in runs if run.text.strip()])
    finally:
        layer.close()
        page.close()
