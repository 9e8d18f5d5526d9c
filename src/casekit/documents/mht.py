"""A page saved as one file (.mht) in, the document of its first HTML part out."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from itertools import islice

from casekit.documents.blob import Blob, digest
from casekit.documents.document import Document, unread
from casekit.documents.encoding import decode
from casekit.documents.html import page_document
from casekit.documents.options import ReadOptions

_MOST_PARTS = 2000


def read_mht(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a saved page; its pictures and styles are never opened."""
    data = blob.read(options.max_bytes)
    try:
        part = _page_part(message_from_bytes(data))
        body = part.get_payload(decode=True) if part else None
    except (RecursionError, LookupError, ValueError):
        part, body = None, None
    decoded = decode(body, options.encoding, part.get_content_charset()) if part and isinstance(body, bytes) else None
    if decoded is None:
        yield unread(blob.doc, "mht", "unreadable", "no page found in this file", digest(data))
        return
    yield page_document(blob, decoded.text, decoded.encoding, digest(data))


def _page_part(message: Message) -> Message | None:
    for part in islice(message.walk(), _MOST_PARTS):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return part
    return None
