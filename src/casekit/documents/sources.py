"""Paths given by the user in, the files to be read out, in one order and under one name each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.core import CasekitError

STDIN = Path("-")
READ_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ""})


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to be read and the name its documents go by: the path below the corpus root, POSIX."""

    doc: str
    path: Path


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """The files to read, sorted by name, each once; hidden files and README files of a folder are passed over.

    One folder is itself the root of the names; of several paths the folder that holds them all is.
    Raises CasekitError for a path that does not exist and for a folder without a readable file.
    """
    for path in paths:
        if path != STDIN and not path.exists():
            raise CasekitError(f"{path}: no such file or folder")
    real = [path for path in paths if path != STDIN]
    root = _root(real)
    found = {Source(_name(file, root), file) for path in real for file in _files_below(path)}
    if any(path == STDIN for path in paths):
        found.add(Source("stdin", STDIN))
    return sorted(found)


def _root(paths: Sequence[Path]) -> Path:
    if not paths:
        return Path()
    if len(paths) == 1 and paths[0].is_dir():
        return _plain(paths[0])
    folders = [_plain(path).parent for path in paths]
    return Path(os.path.commonpath(folders))


def _plain(path: Path) -> Path:
    """Absolute, without `..`, symlinks left as they are: a name should say what the user typed."""
    return Path(os.path.normpath(path.absolute()))


def _name(file: Path, root: Path) -> str:
    return Path(os.path.relpath(_plain(file), root)).as_posix()


def _files_below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    found = False
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "README.")) and Path(name).suffix.lower() in READ_SUFFIXES:
                found = True
                yield Path(folder) / name
    if not found:
        raise CasekitError(f"{path}: no readable text in this folder")
