"""One report as it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is what was decoded, nothing stripped; every stored offset counts its characters.

    `status` is `ok`, or a kebab-case word that says why there is little or nothing to read
    (`empty`, `unreadable`, `no-text-layer`, ...), with `error` as one line for people.
    `published_from` says where the date was found: column, meta, json-ld, time, page, dateline or file-name.
    `notes` are (code, message) about a text that was read, but not as smoothly as one would wish.
    """

    doc: str
    text: str
    sha256: str
    format: str = "txt"
    encoding: str = ""
    title: str | None = None
    source: str | None = None
    published: date | None = None
    status: str = "ok"
    error: str | None = None
    published_from: str | None = None
    url: str | None = None
    notes: tuple[tuple[str, str], ...] = ()


def unread(doc: str, format: str, status: str, error: str, sha256: str = "") -> Document:
    """The document that stands for a file without a text, with the reason."""
    return Document(doc, "", sha256, format, status=status, error=error)


def sound(text: str) -> str:
    """The text with every half of a character pair replaced by U+FFFD, so that it can be stored; as long as before.

    >>> sound("社区\\ud83d有居民")
    '社区�有居民'
    """
    return _SURROGATE.sub("\ufffd", text)
