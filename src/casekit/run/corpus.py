"""Paths in, a folder of tables out."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyarrow as pa

from casekit.core import CasekitError
from casekit.documents import ReadOptions, Source, find_sources
from casekit.documents.options import DEFAULT_OPTIONS
from casekit.engines.local import Alone, Crew, cores
from casekit.extract import Kit, load_kit
from casekit.run.counts import Counts
from casekit.run.manifest import manifest, recipe
from casekit.run.parts import Part, cut_parts
from casekit.run.summary import Summary
from casekit.run.workplace import Workplace
from casekit.run.workshop import Order, make_part, open_workshop
from casekit.tables import TableWriter
from casekit.tables.earlier import find_earlier
from casekit.tables.part import read_part

# Below this a second process takes longer to start than it saves.
_WORTH_A_WORKER = 4_000_000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: documents and bytes done, of all bytes."""

    documents: int
    bytes: int
    of_bytes: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How a corpus is to be extracted.

    `workers` 0 takes as many as the size of the corpus and the machine suggest. With `resume`, parts of a run that
    was stopped and rows of unchanged documents are taken over, where rules and program are the same.
    """

    rules: Path | None = None
    gazetteer: Path | None = None
    options: ReadOptions = DEFAULT_OPTIONS
    workers: int = 0
    resume: bool = True


def extract_corpus(
    paths: Sequence[Path],
    out: Path,
    settings: Settings = Settings(),
    tell: Callable[[Progress], None] | None = None,
) -> Summary:
    """Extracts every document under `paths` and writes the tables into `out`; `tell` hears how far it is.

    The tables are the same bytes for any number of workers, and whether or not the run was stopped and resumed.
    Raises CasekitError where the rules are wrong or no path holds anything to read; all other trouble becomes rows.
    """
    began = time.monotonic()
    settings = settings or Settings()
    _check_encoding(settings.options.encoding)
    kit = load_kit(settings.rules, settings.gazetteer)
    sources, left_out = resolve_sources(paths)
    with Workplace(out) as place:
        counts = _Run(kit, settings, place, tell).run(sources)
    return Summary(counts, time.monotonic() - began, out, tuple(left_out))


def _check_encoding(name: str | None) -> None:
    try:
        codecs.lookup(name or "utf-8")
    except LookupError:
        known = ("utf-8", "gb18030", "gbk", "big5", "utf-16")
        raise CasekitError(f'unknown encoding "{name}". Known, among others: {", ".join(known)}.') from None


def resolve_sources(paths: Sequence[Path]) -> tuple[list[Source], list[str]]:
    """The files to read, and one line for each path that has none; raises CasekitError where nothing is left."""
    try:
        return find_sources(paths), []
    except CasekitError:
        if len(paths) == 1:
            raise
    good, complaints = [], []
    for path in paths:
        try:
            find_sources([path])
            good.append(path)
        except CasekitError as error:
            complaints.append(str(error))
    if not good:
        raise CasekitError("\n".join(complaints))
    return find_sources(good), complaints


class _Run:
    """One run under way; holds what its steps share."""

    def __init__(self, kit: Kit, settings: Settings, place: Workplace, tell: Callable[[Progress], None] | None) -> None:
        self.kit, self.settings, self.place, self.tell = kit, settings, place, tell
        self.recipe = recipe(kit, settings.rules, settings.gazetteer, settings.options)
        self.counts = Counts()
        self.corpus = sha256()

    def run(self, sources: Sequence[Source]) -> Counts:
        self.place.prepare(self.recipe, keep=self.settings.resume)
        sizes = [_size(source) for source in sources]
        total = sum(sizes)
        parts = list(cut_parts(zip(sources, sizes, strict=True), total))
        order = self._order()
        with TableWriter(self.place.out) as writer:
            results = self._crew(order, sources, total).run(parts, _rescue)
            for part, counts in zip(parts, results, strict=True):
                self._take(read_part(order.part_path(part)), writer)
                self.counts.add(counts)
                if self.tell:
                    self.tell(Progress(self.counts.documents, self.counts.bytes, total))
            writer.finish(manifest(self.recipe, self.counts, self.corpus.hexdigest()))
        return self.counts

    def _order(self) -> Order:
        settings = self.settings
        earlier = find_earlier(self.place.out, self.recipe) if settings.resume else None
        return Order(
            settings.rules,
            settings.gazetteer,
            settings.options,
            self.place.parts,
            earlier.folder if earlier else None,
        )

    def _crew(self, order: Order, sources: Sequence[Source], total: int) -> Crew[Part, Counts]:
        workers = self.settings.workers or max(1, min(cores(), total // _WORTH_A_WORKER))
        if any(source.path == Path("-") for source in sources):
            workers = 1  # standard input cannot be read from another process
        arguments = (order, self.kit) if workers == 1 else (order,)
        return Crew(make_part, open_workshop, arguments, workers)

    def _take(self, tables: dict[str, pa.Table], writer: TableWriter) -> None:
        writer.add_tables(tables)
        documents = tables["documents"]
        for doc, digest in zip(documents["doc"].to_pylist(), documents["sha256"].to_pylist(), strict=True):
            self.corpus.update(f"{doc}\0{digest}\n".encode("utf-8", "surrogateescape"))


def _rescue(part: Part, alone: Alone[Part, Counts]) -> Counts:
    """Makes a part that killed its worker twice: the files that do it are left unopened and become failed rows."""
    deadly = [source.doc for source in part.sources if not alone.survives(part.only(source))]
    return alone(part.without(deadly))


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
