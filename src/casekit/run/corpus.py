"""Paths in, a folder of tables out."""

from __future__ import annotations

import codecs
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from casekit.core import CasekitError
from casekit.documents import ReadOptions
from casekit.documents.headline_words import load_headline_words
from casekit.documents.options import DEFAULT_OPTIONS
from casekit.engines.local import Alone, Crew, cores
from casekit.extract import Kit, load_kit
from casekit.run.counts import Counts
from casekit.run.gather import gather
from casekit.run.manifest import manifest, note_documents, recipe
from casekit.run.parts import Part, cut_parts
from casekit.run.pieces import Found, find_pieces, look_through
from casekit.run.reprints import Reprints
from casekit.run.sample import Sample, read_sample
from casekit.run.summary import Summary
from casekit.run.workplace import Workplace
from casekit.run.workshop import Made, Order, make_part, open_workshop
from casekit.tables import TableWriter
from casekit.tables.earlier import find_earlier
from casekit.tables.nested import unnest

# Below this a second process takes longer to start than it saves.
_WORTH_A_WORKER = 1_000_000


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
    settings = with_headlines(settings)
    found = look_through(paths)
    sample = read_sample(found.sample, settings.options, kit.layout)
    kit = replace(kit, boilerplate=sample.lines)
    with Workplace(out) as place:
        counts = _Run(kit, settings, place, tell, found.size, sample).run(found)
    return Summary(counts, time.monotonic() - began, out, found.left_out)


def with_headlines(settings: Settings) -> Settings:
    """The settings with the words of the user's headlines.yaml; raises RuleError where it is malformed."""
    return replace(settings, options=replace(settings.options, headlines=load_headline_words(settings.rules)))


def _check_encoding(name: str | None) -> None:
    try:
        codecs.lookup(name or "utf-8")
    except LookupError:
        known = ("utf-8", "gb18030", "gbk", "big5", "utf-16")
        raise CasekitError(f'unknown encoding "{name}". Known, among others: {", ".join(known)}.') from None


class _Run:
    """One run under way; holds what its steps share."""

    def __init__(
        self,
        kit: Kit,
        settings: Settings,
        place: Workplace,
        tell: Callable[[Progress], None] | None,
        total: int,
        sample: Sample,
    ) -> None:
        self.kit, self.settings, self.place, self.tell = kit, settings, place, tell
        self.recipe = recipe(kit, settings.rules, settings.gazetteer, settings.options)
        self.counts = Counts()
        self.corpus = sha256()
        self.total, self.sample = total, sample

    def run(self, found: Found) -> Counts:
        self.place.prepare(self.recipe, keep=self.settings.resume)
        self._tell()
        parts = cut_parts(find_pieces(found, self.settings.options))
        reprints = Reprints()
        with TableWriter(self.place.out) as writer:
            for rows in gather(self._counted(self._crew().run(parts, _rescue))):
                tables = unnest(reprints.mark(rows))
                writer.add_tables(tables)
                note_documents(self.corpus, tables["documents"])
            self.counts.repeated = reprints.count
            writer.finish(manifest(self.recipe, self.counts, self.corpus.hexdigest()))
        return self.counts

    def _crew(self) -> Crew[Part, Made]:
        settings = self.settings
        earlier = find_earlier(self.place.out, self.recipe) if settings.resume else None
        order = Order(
            settings.rules,
            settings.gazetteer,
            settings.options,
            self.place.parts,
            earlier.folder if earlier else None,
            self.kit.boilerplate,
        )
        workers = settings.workers or max(1, min(cores(), self.total // _WORTH_A_WORKER))
        here = (order, self.kit, self.sample.documents)
        return Crew(make_part, open_workshop, here if workers == 1 else here[:1], workers)

    def _counted(self, done: Iterable[Made]) -> Iterator[Made]:
        for made in done:
            self.counts.add(made.counts)
            self._tell(last=made.rest is None)
            yield made

    def _tell(self, last: bool = False) -> None:
        if self.tell:
            # Documents out of one large file may come to more or fewer bytes than the file has.
            of_bytes = self.counts.bytes if last else max(self.total, self.counts.bytes)
            self.tell(Progress(self.counts.documents, self.counts.bytes, of_bytes))


def _rescue(part: Part, alone: Alone[Part, Made]) -> Made:
    """Makes a part that killed its worker twice: the pieces that do it are left untouched and become failed rows."""
    deadly = [piece.doc for piece in part.pieces if not alone.survives(part.only(piece))]
    return alone(part.without(deadly))
