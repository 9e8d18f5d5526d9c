"""Paths in, the pieces of a corpus out, in order; what of the paths holds nothing is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.core import CasekitError
from casekit.documents import ReadOptions, Source, walk_sources
from casekit.engines.guard import read_safely
from casekit.run.parts import Piece, is_large
from casekit.run.sample import choose_files

# Files that hold one document each; any other kind may hold many.
_SINGLE = {
    *("", ".txt", ".text", ".md", ".markdown", ".docx", ".docm", ".pdf"),
    *(".htm", ".html", ".xhtml", ".shtml", ".mht", ".mhtml"),
}


# Files that are kept in mind from the first walk to the second.
_FEW = 4_000


@dataclass(frozen=True, slots=True)
class Found:
    """Paths that hold something to read, the bytes of all files below them, and a line for each path that does not.

    `sample` are some of the files, to be looked into before the run; `files` are all with their bytes where they are
    few, empty where they are better walked through once more.
    """

    paths: tuple[Path, ...]
    size: int
    left_out: tuple[str, ...] = ()
    sample: tuple[Source, ...] = ()
    files: tuple[tuple[Source, int], ...] = ()


def look_through(paths: Sequence[Path]) -> Found:
    """What there is to read at the paths; raises CasekitError where there is nothing at all."""
    good, complaints = _sort_out(paths) if len(paths) > 1 else (list(paths), [])
    files: list[tuple[Source, int]] = []
    total = 0

    def counted() -> Iterator[tuple[Source, int]]:
        nonlocal total
        for source, size in _measured(good):
            total += size
            if len(files) <= _FEW:
                files.append((source, size))
            yield source, size

    sample = choose_files(counted())
    return Found(tuple(good), total, tuple(complaints), sample, tuple(files) if len(files) <= _FEW else ())


def _sort_out(paths: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The paths that hold something, and a line for each other one; raises CasekitError where none does."""
    good: list[Path] = []
    complaints: list[str] = []
    for path in paths:
        try:
            any(not source.trouble for source in walk_sources([path]))  # raises where there is none
            good.append(path)
        except CasekitError as error:
            complaints.append(str(error))
    if not good:
        raise CasekitError("\n".join(complaints))
    return good, complaints


def is_single(source: Source) -> bool:
    """True where the file is one document, and its bytes decide what that document says."""
    return not source.is_stdin and source.path.suffix.lower() in _SINGLE


def _measured(paths: Sequence[Path]) -> Iterator[tuple[Source, int]]:
    """Every file with its bytes."""
    return ((source, size_of(source)) for source in walk_sources(paths))


def size_of(source: Source) -> int:
    """The bytes of a file, 0 where nobody can tell."""
    try:
        return 0 if source.trouble else source.path.stat().st_size
    except OSError:
        return 0


def find_pieces(found: Found, options: ReadOptions) -> Iterator[Piece]:
    """Each file as one piece; of standard input and of large files with many documents, each document."""
    for source, size in found.files or _measured(found.paths):
        if source.trouble or is_single(source) or not (source.is_stdin or is_large(size)):
            yield Piece(source, size, source.doc)
            continue
        for document in read_safely(source, options):
            yield Piece(document, len(document.text.encode("utf-8", "replace")), source.doc)
