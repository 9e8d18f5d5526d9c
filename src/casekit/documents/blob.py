"""The bytes of one file, wherever they lie: on disk, in an archive, on standard input."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

_ENDING = re.compile(r"(?<=.)\.(?:[A-Za-z][A-Za-z0-9]{0,8}|7z)$")
# Most files are smaller; to ask for more would set aside as much memory first.
_CHUNK = 1 << 16


class TooLargeError(Exception):
    """There are more bytes than the options allow."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A named thing that can be opened for reading; `depth` counts the archives around it."""

    doc: str
    open: Callable[[], BinaryIO]
    depth: int = 0

    @classmethod
    def of_path(cls, doc: str, path: Path) -> Blob:
        """A file on disk."""
        return cls(doc, lambda: path.open("rb"))

    @classmethod
    def of_stdin(cls, doc: str) -> Blob:
        """Standard input; can be opened once."""
        return cls(doc, lambda: sys.stdin.buffer)

    @classmethod
    def of_bytes(cls, doc: str, data: bytes, depth: int = 0) -> Blob:
        """Bytes in memory."""
        return cls(doc, lambda: io.BytesIO(data), depth)

    @property
    def name(self) -> str:
        """The last part of the name, without the archives and folders before it."""
        return self.doc.rsplit("/", 1)[-1]

    @property
    def suffix(self) -> str:
        """The ending in small letters, with its dot; '' where there is none."""
        return ending(self.name)

    def read(self, limit: int) -> bytes:
        """All bytes; raises TooLargeError where there are more than `limit`, having read no more than that."""
        with self.open() as stream:
            data = stream.read(min(_CHUNK, limit + 1))
            if len(data) == _CHUNK:
                data += stream.read(limit + 1 - _CHUNK)
        if len(data) > limit:
            raise TooLargeError
        return data

    def at_hand(self) -> Blob:
        """The same with its bytes in memory where they are few, so that they are read once; not for standard input."""
        start = self.head(_CHUNK)
        return self if len(start) == _CHUNK else Blob.of_bytes(self.doc, start, self.depth)

    def head(self, size: int) -> bytes:
        """The first bytes; not for standard input."""
        with self.open() as stream:
            return stream.read(size)


def ending(name: str) -> str:
    """The ending of the name of a file, in small letters, with its dot; '' where what follows the dot is none.

    >>> ending("报道.TXT"), ending("第3.5期报道")
    ('.txt', '')
    """
    found = _ENDING.search(name)
    return found.group().lower() if found else ""


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal."""
    return sha256(data).hexdigest()
