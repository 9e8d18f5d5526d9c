"""A part of the corpus in, its extractions in a file out: what each worker does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from itertools import repeat
from pathlib import Path
from typing import Any

import pyarrow as pa

from casekit.documents import Document, ReadOptions, Source
from casekit.engines.collecting import uncollected
from casekit.engines.guard import died, extract_all_grounded, read_safely
from casekit.extract import Kit, load_kit
from casekit.run.counts import Counts, count_tables
from casekit.run.parts import Part, Piece
from casekit.run.pieces import is_single
from casekit.tables.columns import tables_of_grounded
from casekit.tables.earlier import EarlierTables, Identity
from casekit.tables.nested import nest
from casekit.tables.part import read_note, write_part


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker needs to know once: which rules, how to read, where parts go, which tables may be taken over."""

    rules: Path | None
    gazetteer: Path | None
    options: ReadOptions
    folder: Path
    earlier: Path | None
    boilerplate: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Made:
    """A part that is done: its file, what it came to, its last document, and the `rest` of `Part`.

    `rows` are what the file holds, where this process has just made them and need not read them again.
    """

    path: Path
    counts: Counts
    last: str
    rest: str | None
    rows: pa.RecordBatch | None = None


class Workshop:
    """A process that makes parts, with the rules loaded once, when the first document has to be read.

    Without workers it comes with the `kit`, and with documents that were `read` before, each taken once.
    """

    def __init__(self, order: Order, kit: Kit | None = None, read: dict[str, Document] | None = None) -> None:
        self.order = order
        self._kit, self._before = kit, read or {}
        self._is_at_hand = kit is not None  # no worker: what is made here is used here
        self._earlier = EarlierTables(order.earlier) if order.earlier else None

    def make(self, part: Part) -> Made:
        """Writes the extractions of the part, unless they are there and its pieces have not changed since."""
        path = self.order.folder / f"{part.key}.part"
        note = read_note(path)
        # Without anything to compare with, the digests are taken on the way, so that no file is read twice.
        digests = [_digest(piece) for piece in part.pieces] if note or self._earlier else []
        rows = None
        if note is None or not all(digests) or note["digests"] != digests:
            with uncollected():
                note, rows = self._write(path, part, digests)
        counts = Counts.from_json(note["counts"])
        return Made(path, counts, note["last"], part.rest, rows if self._is_at_hand else None)

    def _write(self, path: Path, part: Part, digests: list[str]) -> tuple[dict[str, Any], pa.RecordBatch]:
        kept, fresh, digests = self._divide(part, digests)
        tables = tables_of_grounded(list(extract_all_grounded(fresh, self._rules()) if fresh else ()))
        if kept and self._earlier:
            tables = _joined(tables, self._earlier.tables(kept))
        counts = count_tables(tables)
        counts.bytes, counts.unchanged = part.size, len(kept)
        docs = tables["documents"]["doc"].to_pylist()
        note = {"digests": digests, "counts": counts.to_json(), "last": docs[-1] if docs else ""}
        rows = nest(tables)
        write_part(path, [rows], note)
        return note, rows

    def _rules(self) -> Kit:
        if self._kit is None:
            self._kit = replace(load_kit(self.order.rules, self.order.gazetteer), boilerplate=self.order.boilerplate)
        return self._kit

    def _divide(self, part: Part, digests: list[str]) -> tuple[set[str], list[Document], list[str]]:
        """The names of documents whose earlier rows still hold, the others, read and sorted, and all digests."""
        known = self._known([piece.doc for piece in part.pieces])
        kept: set[str] = set()
        read: list[Document] = []
        taken: list[str] = []
        for piece, digest in zip(part.pieces, digests or repeat(None)):  # noqa: B905 - one may be endless
            if digest and _is_whole_file(piece) and piece.doc in known and known[piece.doc].sha256 == digest:
                kept.add(piece.doc)
                taken.append(digest)
                continue
            found = self._found_before(piece, digest) or list(self._read(part, piece))
            taken.append(_digest_of_read(piece, found) if digest is None else digest)
            read += found
        known |= self._known([document.doc for document in read if document.doc not in known])
        again = {document.doc for document in read if known.get(document.doc) == Identity.of(document)}
        fresh = [document for document in read if document.doc not in again]
        return kept | again, sorted(fresh, key=lambda document: document.doc), taken

    def _known(self, docs: list[str]) -> dict[str, Identity]:
        return self._earlier.identities(docs) if self._earlier and docs else {}

    def _found_before(self, piece: Piece, digest: str | None) -> list[Document]:
        """The document of a file that was read before, where the file has not changed since as far as we know."""
        document = self._before.pop(piece.doc, None)
        return [document] if document and digest in (None, document.sha256) else []

    def _read(self, part: Part, piece: Piece) -> Iterator[Document]:
        if piece.doc in part.deadly:
            yield died(piece.doc)
        elif isinstance(piece.what, Source):
            yield from read_safely(piece.what, self.order.options)
        else:
            yield piece.what


def _joined(one: dict[str, pa.Table], other: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Both sets of tables, each in the order of documents; rows of a document keep their order."""
    return {name: _by_document(pa.concat_tables([one[name], other[name]])) for name in one}


def _by_document(table: pa.Table) -> pa.Table:
    docs = table["doc"].to_pylist()
    return table.take(pa.array(sorted(range(len(docs)), key=docs.__getitem__), pa.int64()))


def _is_whole_file(piece: Piece) -> bool:
    """True where the piece is a file that is one document."""
    return isinstance(piece.what, Source) and is_single(piece.what)


def _digest_of_read(piece: Piece, found: list[Document]) -> str:
    """The same as `_digest`, from the documents that were just read, where they tell."""
    if _is_whole_file(piece) and [document.doc for document in found] == [piece.doc] and found[0].status == "ok":
        return found[0].sha256
    return _digest(piece)


def _digest(piece: Piece) -> str:
    """The SHA-256 of a file's bytes, '' where it must not or cannot be read; of a document, that of all it says."""
    if not isinstance(piece.what, Source):
        return sha256(repr(piece.what).encode("utf-8", "surrogatepass")).hexdigest()
    if piece.what.trouble:
        return ""
    try:
        with piece.what.path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


_workshop: Workshop | None = None


def open_workshop(order: Order, kit: Kit | None = None, read: dict[str, Document] | None = None) -> None:
    """Makes this process ready for `make_part`."""
    global _workshop
    _workshop = Workshop(order, kit, read)


def make_part(part: Part) -> Made:
    """What `Workshop.make` gives, in the process that was made ready."""
    if _workshop is None:
        raise RuntimeError("open_workshop comes first")
    return _workshop.make(part)
