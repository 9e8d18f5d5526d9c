"""Paths in, a folder of tables out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.core import CasekitError
from casekit.documents import ReadOptions, Source, find_sources, read_source
from casekit.extract import load_kit
from casekit.run.guard import extract_safely
from casekit.run.manifest import manifest
from casekit.run.summary import Counts, Summary
from casekit.tables import TableWriter


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: documents and bytes done, of all bytes."""

    documents: int
    bytes: int
    of_bytes: int


def extract_corpus(
    paths: Sequence[Path],
    out: Path,
    *,
    rules: Path | None = None,
    gazetteer: Path | None = None,
    options: ReadOptions | None = None,
    tell: Callable[[Progress], None] | None = None,
) -> Summary:
    """Extracts every document under `paths` and writes the tables into `out`.

    Raises CasekitError where the rules are wrong or no path holds anything to read; all other trouble becomes rows.
    """
    began = time.monotonic()
    options = options or ReadOptions()
    kit = load_kit(rules, gazetteer)
    sources, left_out = resolve_sources(paths)
    sizes = [_size(source) for source in sources]
    counts = Counts()
    with TableWriter(out) as writer:
        for source, size in zip(sources, sizes, strict=True):
            for document in read_source(source, options):
                extraction = extract_safely(document, kit)
                writer.add(extraction)
                counts.add(extraction)
            counts.bytes += size
            if tell:
                tell(Progress(counts.documents, counts.bytes, sum(sizes)))
        writer.finish(manifest(kit, counts, options))
    return Summary(counts, time.monotonic() - began, out, tuple(left_out))


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


def _size(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
