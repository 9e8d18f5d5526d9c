"""A text file in, its one document out."""

from __future__ import annotations

from collections.abc import Iterator

from casekit.documents.blob import Blob, digest
from casekit.documents.document import Document, sound, unread
from casekit.documents.encoding import decode
from casekit.documents.headlines import read_headline
from casekit.documents.options import ReadOptions


def read_plain(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a text file, in the encoding that fits best."""
    data = blob.read(options.max_bytes)
    decoded = decode(data, options.encoding)
    if decoded is None:
        yield unread(blob.doc, "txt", "unreadable", "no text in any encoding known here", digest(data))
        return
    text = decoded.text if decoded.encoding == "utf-8" else sound(decoded.text)  # UTF-8 has no halves of pairs
    headline = read_headline(text, blob.name, options.headlines)
    notes = (("bytes-replaced", damage(decoded.damaged, decoded.encoding)),) if decoded.damaged else ()
    filled = bool(text.strip("\0 \t\r\n\f\v\u3000\ufeff"))
    yield Document(
        blob.doc,
        text,
        digest(data),
        "md" if blob.suffix in (".md", ".markdown") else "txt",
        decoded.encoding,
        headline.title,
        headline.source,
        headline.published,
        "ok" if filled else "empty",
        None if filled else "no text in this file",
        headline.published_from,
        notes=notes,
    )


def damage(count: int, encoding: str) -> str:
    """A line for people on bytes that could not be decoded."""
    return f"{count} place{'s' if count > 1 else ''} could not be decoded as {encoding} and became �"
