"""Some files of a corpus in, the lines out that stand in many of their texts: mottos, imprints, calls to follow.

A run reads each document once, so what repeats has to be known before it starts: a sample is read for that. It is
chosen by the names of files, so the same corpus gives the same lines, however it is worked off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from pathlib import PurePosixPath
from zlib import crc32

from casekit.documents import Document, DuplicateFinder, ReadOptions, Source
from casekit.engines.guard import read_safely
from casekit.text import Layout, find_boilerplate

# Files that are looked into, and rows of a file of many documents.
FILES, ROWS = 240, 120
# Only what is read quickly, and by no library that a broken file can bring down with the whole run.
_TEXTS = {"", ".txt", ".text", ".md", ".markdown", ".htm", ".html", ".shtml"}
_TABLES = {".jsonl", ".ndjson"}
_LARGEST = 1 << 18  # bytes of a text
_SHORT = 1 << 14  # characters of a text that is kept until the run comes to it


@dataclass(frozen=True, slots=True)
class Sample:
    """What a sample tells: `lines` that repeat, and the short `documents` that were read for it, by name."""

    lines: frozenset[str]
    documents: dict[str, Document]


def choose_files(sources: Iterable[tuple[Source, int]]) -> tuple[Source, ...]:
    """At most `FILES` of the sources, given with their bytes; which ones depends on their names alone."""
    fit = (source for source, size in sources if _fits(source, size))
    return tuple(sorted(nsmallest(FILES, fit, key=_lot)))


def read_sample(sources: Sequence[Source], options: ReadOptions, layout: Layout | None) -> Sample:
    """The lines that repeat within a folder, or within a file of many documents; reprints are left out."""
    groups: dict[str, list[str]] = {}
    documents: dict[str, Document] = {}
    for source in sources:
        table = source.path.suffix.lower() in _TABLES
        group = source.doc if table else str(PurePosixPath(source.doc).parent)
        found = list(_documents(source, options, ROWS if table else 1))
        groups.setdefault(group, []).extend(document.text for document in found)
        documents |= {one.doc: one for one in found if one.doc == source.doc and len(one.text) <= _SHORT}
    lines = (find_boilerplate(_stories(texts), layout) for texts in groups.values())
    return Sample(frozenset().union(*lines), documents)


def _fits(source: Source, size: int) -> bool:
    if source.trouble or source.is_stdin:
        return False
    suffix = source.path.suffix.lower()
    return suffix in _TABLES or (suffix in _TEXTS and size <= _LARGEST)


def _lot(source: Source) -> tuple[int, str]:
    return crc32(source.doc.encode("utf-8", "surrogateescape")), source.doc


def _documents(source: Source, options: ReadOptions, most: int) -> Iterator[Document]:
    for document in islice(read_safely(source, options), most):
        if document.status == "ok" and len(document.text) <= _LARGEST:
            yield document


def _stories(texts: Iterable[str]) -> Iterator[str]:
    finder = DuplicateFinder()
    return (text for number, text in enumerate(texts) if finder.add(str(number), text) is None)
