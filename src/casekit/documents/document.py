"""One report as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is what was decoded, nothing stripped; every stored offset counts its characters.

    `status` is `ok`, or a kebab-case word that says why there is little or nothing to read
    (`empty`, `unreadable`, `no-text-layer`, ...), with `error` as one line for people.
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
