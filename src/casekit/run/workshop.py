"""A part of the corpus in, its tables in a file out: what each worker does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from casekit.documents import ReadOptions, Source
from casekit.engines.guard import extract_grounded, read_safely, unread
from casekit.extract import Extraction, Kit, load_kit
from casekit.run.counts import Counts, count_tables
from casekit.run.parts import Part
from casekit.tables import tables_of
from casekit.tables.earlier import EarlierTables
from casekit.tables.part import read_note, write_part


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker needs to know once: which rules, how to read, where parts go, which tables may be taken over."""

    rules: Path | None
    gazetteer: Path | None
    options: ReadOptions
    folder: Path
    earlier: Path | None

    def part_path(self, part: Part) -> Path:
        """Where the tables of a part are put."""
        return self.folder / f"{part.key}.part"


class Workshop:
    """A process that makes parts, with the rules loaded once."""

    def __init__(self, order: Order, kit: Kit | None = None) -> None:
        self.order = order
        self.kit = kit or load_kit(order.rules, order.gazetteer)
        self._earlier = EarlierTables(order.earlier) if order.earlier else None

    def make(self, part: Part) -> Counts:
        """Writes the tables of the part, unless they are there and its files have not changed since."""
        path = self.order.part_path(part)
        digests = [_digest(source) for source in part.sources]
        note = read_note(path)
        if note and all(digests) and note["digests"] == digests:
            return Counts.from_json(note["counts"])
        kept = self._unchanged(part, digests)
        extractions = sorted(self._extractions(part, kept), key=lambda extraction: extraction.document.doc)
        tables = tables_of(extractions)
        if kept and self._earlier:
            tables = _joined(tables, self._earlier.tables(kept))
        counts = count_tables(tables)
        counts.bytes, counts.unchanged = part.size, len(kept)
        write_part(path, tables, {"digests": digests, "counts": counts.to_json()})
        return counts

    def _unchanged(self, part: Part, digests: list[str]) -> set[str]:
        """The documents of the part that the earlier tables have, read from the same bytes."""
        if self._earlier is None:
            return set()
        known = self._earlier.digests([source.doc for source in part.sources])
        pairs = zip(part.sources, digests, strict=True)
        return {source.doc for source, digest in pairs if digest and known.get(source.doc) == digest}

    def _extractions(self, part: Part, kept: set[str]) -> Iterator[Extraction]:
        for source in part.sources:
            if source.doc in part.deadly:
                yield extract_grounded(unread(source, "the process that read it died"), self.kit)
            elif source.doc not in kept:
                for document in read_safely(source, self.order.options):
                    yield extract_grounded(document, self.kit)


def _joined(one: dict[str, pa.Table], other: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Both sets of tables, each in the order of documents; rows of a document keep their order."""
    return {name: _by_document(pa.concat_tables([one[name], other[name]])) for name in one}


def _by_document(table: pa.Table) -> pa.Table:
    docs = table["doc"].to_pylist()
    return table.take(pa.array(sorted(range(len(docs)), key=docs.__getitem__), pa.int64()))


def _digest(source: Source) -> str:
    """The SHA-256 of a file's bytes, '' where it cannot be read (or only once, as standard input)."""
    try:
        return sha256(source.path.read_bytes()).hexdigest()
    except OSError:
        return ""


_workshop: Workshop | None = None


def open_workshop(order: Order, kit: Kit | None = None) -> None:
    """Makes this process ready for `make_part`."""
    global _workshop
    _workshop = Workshop(order, kit)


def make_part(part: Part) -> Counts:
    """What `Workshop.make` gives, in the process that was made ready."""
    if _workshop is None:
        raise RuntimeError("open_workshop comes first")
    return _workshop.make(part)
