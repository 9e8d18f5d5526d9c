"""Paths in, the pieces of a corpus out, in order; what of the paths holds nothing is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from casekit.core import CasekitError
from casekit.documents import ReadOptions, Source, find_sources
from casekit.documents.sources import STDIN
from casekit.engines.guard import read_safely
from casekit.run.parts import Piece, is_large

# Files that hold one document each; any other kind may hold many.
_SINGLE = {
    *("", ".txt", ".text", ".md", ".markdown", ".docx", ".docm", ".pdf"),
    *(".htm", ".html", ".xhtml", ".shtml", ".mht", ".mhtml"),
}


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


def is_single(source: Source) -> bool:
    """True where the file is one document, and its bytes decide what that document says."""
    return source.path != STDIN and source.path.suffix.lower() in _SINGLE


def size_of(source: Source) -> int:
    """The bytes of a file, 0 where nobody can tell."""
    try:
        return 0 if source.trouble else source.path.stat().st_size
    except OSError:
        return 0


def find_pieces(sources: Sequence[Source], sizes: Sequence[int], options: ReadOptions) -> Iterator[Piece]:
    """Each file as one piece; of standard input and of large files with many documents, each document."""
    for source, size in zip(sources, sizes, strict=True):
        if source.trouble or is_single(source) or not (source.path == STDIN or is_large(size)):
            yield Piece(source, size, source.doc)
            continue
        for document in read_safely(source, options):
            yield Piece(document, len(document.text.encode("utf-8", "replace")), source.doc)
