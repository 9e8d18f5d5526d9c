"""The files of a corpus in, the parts in which they are worked off out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from zlib import crc32

from casekit.documents import Source

_SMALLEST, _LARGEST = 1 << 17, 1 << 22  # bytes of a part
_PARTS = 48  # wanted of a corpus that is not too small for it


@dataclass(frozen=True, slots=True)
class Part:
    """Some files that lie side by side in the order of names; `key` stays the same as long as their names do.

    `deadly` names files that must not be opened, for they killed a worker before.
    """

    key: str
    sources: tuple[Source, ...]
    size: int
    deadly: frozenset[str] = frozenset()

    def only(self, source: Source) -> Part:
        """A part with one of the files alone."""
        return Part(_key([source]), (source,), 0)

    def without(self, deadly: Iterable[str]) -> Part:
        """The same part with some files left unopened."""
        return replace(self, deadly=frozenset(deadly))


def cut_parts(sources: Iterable[tuple[Source, int]], total: int) -> Iterator[Part]:
    """Parts of about the same size, from files with their sizes in bytes, `total` being the sum.

    Where a part ends depends on the names near by, not on how many files came before: a file more or less
    changes one part and leaves the rest as they were.
    """
    wanted = part_size(total)
    held: list[Source] = []
    size = 0
    for source, bytes_ in sources:
        held.append(source)
        size += bytes_
        if size >= 2 * wanted or crc32(source.doc.encode()) < (bytes_ + 256) / wanted * 2**32:
            yield Part(_key(held), tuple(held), size)
            held, size = [], 0
    if held:
        yield Part(_key(held), tuple(held), size)


def part_size(total: int) -> int:
    """The bytes that a part should have, a power of two, so that a corpus that grows a little keeps its parts."""
    size = _SMALLEST
    while size < _LARGEST and size * _PARTS < total:
        size *= 2
    return size


def _key(sources: Iterable[Source]) -> str:
    names = "\n".join(source.doc for source in sources)
    return sha256(names.encode("utf-8", "surrogateescape")).hexdigest()[:24]
