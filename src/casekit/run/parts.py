"""The files of a corpus in, the parts in which they are worked off out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from zlib import crc32

from casekit.documents import Document, Source

# Bytes of a part: small enough that a stopped run loses seconds and no worker waits long for the last one, large
# enough that what each part costs besides its documents does not count.
_WANTED = 1 << 18


@dataclass(frozen=True, slots=True)
class Piece:
    """A file still to be read, or a document read from a large one; `size` in bytes.

    `floor` is the name of the file: none of its documents comes before that name.
    """

    what: Source | Document
    size: int
    floor: str

    @property
    def doc(self) -> str:
        """The name of the file, or of the document."""
        return self.what.doc


@dataclass(frozen=True, slots=True)
class Part:
    """Some pieces that lie side by side; `key` stays the same as long as their names do.

    `deadly` names pieces that must not be touched, for they killed a worker before. `rest` is a name that no
    document of any later part comes before, None for the last part.
    """

    key: str
    pieces: tuple[Piece, ...]
    deadly: frozenset[str] = frozenset()
    rest: str | None = None

    @property
    def size(self) -> int:
        """The bytes of all pieces."""
        return sum(piece.size for piece in self.pieces)

    def only(self, piece: Piece) -> Part:
        """A part with one of the pieces alone."""
        return Part(_key([piece]), (piece,))

    def without(self, deadly: Iterable[str]) -> Part:
        """The same part with some pieces left untouched."""
        return replace(self, deadly=frozenset(deadly))


def cut_parts(pieces: Iterable[Piece]) -> Iterator[Part]:
    """Parts of about a quarter of a megabyte.

    Where a part ends depends on the names near by, not on how many pieces came before: a file more or less
    changes one part and leaves the rest as they were.
    """
    before: Part | None = None
    for part in _cut(pieces):
        if before is not None:
            yield replace(before, rest=part.pieces[0].floor)
        before = part
    if before is not None:
        yield before


def is_large(size: int) -> bool:
    """True where a file of many documents should be spread over several parts."""
    return size > 2 * _WANTED


def _cut(pieces: Iterable[Piece]) -> Iterator[Part]:
    held: list[Piece] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += piece.size
        # A name ends a part with a probability that grows with its bytes; 256 stand for the cost of any file.
        if size >= 2 * _WANTED or crc32(piece.doc.encode()) < (piece.size + 256) / _WANTED * 2**32:
            yield Part(_key(held), tuple(held))
            held, size = [], 0
    if held:
        yield Part(_key(held), tuple(held))


def _key(pieces: Iterable[Piece]) -> str:
    names = "\n".join(piece.doc for piece in pieces)
    return sha256(names.encode("utf-8", "surrogateescape")).hexdigest()[:24]
