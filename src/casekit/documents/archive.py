"""A zip or gzip file in, the documents of its members out; nothing is ever written to disk."""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from casekit.documents.blob import Blob, TooLargeError
from casekit.documents.document import Document, sound, unread
from casekit.documents.options import ReadOptions

# An archive in an archive is read, one more around it is not.
MAX_DEPTH = 2
_MOST_MEMBERS = 200_000
_CHUNK = 1 << 20
# Text shrinks to a third or a tenth; what shrinks to less than this share is a bomb.
_SMALL, _MOST_SWELLING = 1 << 22, 60

Reader = Callable[[Blob, ReadOptions], Iterator[Document]]


@dataclass(slots=True)
class _Budget:
    """How many bytes the members of one archive may still unpack to."""

    left: int

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise TooLargeError


def read_zip(blob: Blob, options: ReadOptions, read: Reader, wanted: Callable[[str], bool]) -> Iterator[Document]:
    """The documents of all members whose name is `wanted`, sorted by name, each read by `read`.

    A member that is encrypted, a link or damaged is a document without a text; so is the rest of an archive
    that unpacks to more than `max_bytes`.
    """
    if blob.depth >= MAX_DEPTH:
        yield unread(blob.doc, "zip", "too-deep", "an archive in an archive in an archive is not opened")
        return
    data = blob.read(options.max_bytes) if blob.depth else None
    try:
        with (
            (Blob.of_bytes(blob.doc, data) if data is not None else blob).open() as stream,
            zipfile.ZipFile(stream) as archive,
        ):
            yield from _members(archive, blob, options, read, wanted)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        yield unread(blob.doc, "zip", "unreadable", "no sound zip file (damaged or cut off)")


def read_gzip(blob: Blob, options: ReadOptions, read: Reader) -> Iterator[Document]:
    """The documents of the one file that was packed, under the name without .gz."""
    if blob.depth >= MAX_DEPTH:
        yield unread(blob.doc, "gzip", "too-deep", "an archive in an archive in an archive is not opened")
        return
    inner = Blob(f"{blob.doc}/{blob.name[:-3] or 'data'}", lambda: _gunzipped(blob), blob.depth + 1)
    try:
        yield from read(inner, options)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        yield unread(blob.doc, "gzip", "unreadable", "no sound gzip file (damaged or cut off)")


def _gunzipped(blob: Blob) -> BinaryIO:
    stream = blob.open()
    return io.BufferedReader(_Rationed(stream), _CHUNK)


class _Rationed(io.RawIOBase):
    """A gzip stream that stops where it swells more than any text does."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._stream = gzip.GzipFile(fileobj=packed, mode="rb")
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        count = self._stream.readinto(buffer)
        self._out += count
        if self._out > _SMALL + _MOST_SWELLING * self._packed.tell():
            raise TooLargeError
        return count

    def close(self) -> None:
        self._stream.close()
        self._packed.close()
        super().close()


def _members(
    archive: zipfile.ZipFile, blob: Blob, options: ReadOptions, read: Reader, wanted: Callable[[str], bool]
) -> Iterator[Document]:
    members = [member for member in archive.infolist()[:_MOST_MEMBERS] if not member.is_dir()]
    named = sorted(_named(blob, members), key=lambda pair: pair[0])
    budget = _Budget(options.max_bytes)
    found = False
    for doc, member in named:
        if not wanted(doc):
            continue
        found = True
        try:
            yield from _member(archive, member, Blob(doc, blob.open, blob.depth + 1), options, read, budget)
        except TooLargeError:
            yield unread(doc, "zip", "too-large", f"this archive unpacks to more than {options.max_bytes} bytes")
            return
    if not found:
        yield unread(blob.doc, "zip", "empty", "no readable file in this archive")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, blob: Blob, options: ReadOptions, read: Reader, budget: _Budget
) -> Iterator[Document]:
    if stat.S_ISLNK(member.external_attr >> 16):
        yield unread(blob.doc, "zip", "outside-tree", "a link in an archive is not followed")
    elif member.flag_bits & 1:
        yield unread(blob.doc, "zip", "encrypted", "this member of the archive is locked by a password")
    else:
        try:
            data = _unpacked(archive, member, budget)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            yield unread(blob.doc, "zip", "unreadable", "this member of the archive is damaged")
            return
        yield from read(Blob.of_bytes(blob.doc, data, blob.depth), replace(options, max_bytes=budget.left + len(data)))


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: _Budget) -> bytes:
    """The bytes of the member; what it really unpacks to is counted, not what it claims."""
    chunks = []
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            budget.take(len(chunk))
            chunks.append(chunk)
    return b"".join(chunks)


def _named(blob: Blob, members: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Names below that of the archive, each once: a way out of the archive leads nowhere, a second `a` is `a~2`."""
    seen: dict[str, int] = {}
    for member in members:
        parts = [part for part in PurePosixPath(_spelled(member).replace("\\", "/")).parts if part not in ("/", "..")]
        name = f"{blob.doc}/{'/'.join(parts)}"
        count = seen[name] = seen.get(name, 0) + 1
        yield (name if count == 1 else f"{name}~{count}"), member


def _spelled(member: zipfile.ZipInfo) -> str:
    """The name as it was typed: Chinese programs write GBK where the standard has CP437."""
    if member.flag_bits & 0x800:
        return sound(member.filename)
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return sound(member.filename)
