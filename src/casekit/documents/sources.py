"""Paths given by the user in, the files to be read out, in one order and under one name each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.core import CasekitError
from casekit.documents.formats import is_readable

STDIN = Path("-")
_SAVED_PARTS = re.compile(r"(?:_files|\.files|_文件|\.fld)$")
_LINK = ("outside-tree", "a link that leads out of the folder is not followed")
_LINKED_FOLDER = ("outside-tree", "a linked folder is not entered")
_SPECIAL = ("unreadable", "no ordinary file")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to be read and the name its documents go by: the path below the corpus root, POSIX.

    `trouble` is the status and the error of a file that must not be opened, else None.
    """

    doc: str
    path: Path
    trouble: tuple[str, str] | None = None


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """The files to read, sorted by name, each once.

    One folder is itself the root of the names; of several paths the folder that holds them all is. In a folder,
    hidden files, pictures, programs, READMEs and the parts of saved pages are passed over.
    Raises CasekitError for a path that does not exist and for a folder without a readable file.
    """
    for path in paths:
        if path != STDIN and not path.exists():
            raise CasekitError(f"{path}: no such file or folder")
    real = _outermost([_plain(path) for path in paths if path != STDIN])
    root = _root(real)
    found: dict[Path, Source] = {}
    for path in real:
        for file, trouble in _files_below(path):
            found.setdefault(file, Source(_name(file, root), file, trouble))
    if any(path == STDIN for path in paths):
        found[STDIN] = Source("stdin", STDIN)
    return _each_once(sorted(found.values(), key=lambda source: (source.doc, str(source.path))))


def _each_once(sources: list[Source]) -> list[Source]:
    """Two names that look the same once they are made storable get a number."""
    seen: dict[str, int] = {}
    once = []
    for source in sources:
        count = seen[source.doc] = seen.get(source.doc, 0) + 1
        once.append(source if count == 1 else Source(f"{source.doc}~{count}", source.path, source.trouble))
    return once


def _outermost(paths: Sequence[Path]) -> list[Path]:
    """The paths without those that lie in a folder that is given too."""
    folders = {path for path in paths if path.is_dir()}
    return [path for path in dict.fromkeys(paths) if not folders.intersection(path.parents)]


def _root(paths: Sequence[Path]) -> Path:
    if not paths:
        return Path()
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return Path(os.path.commonpath([path.parent for path in paths]))


def _plain(path: Path) -> Path:
    """Absolute, without `..`, symlinks left as they are: a name should say what the user typed."""
    return Path(os.path.normpath(path.absolute()))


def _name(file: Path, root: Path) -> str:
    """The name below the root; bytes that are no UTF-8 are read as the GBK of Chinese Windows."""
    name = file.relative_to(root).as_posix()
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "replace")
    return name


def _files_below(path: Path) -> Iterator[tuple[Path, tuple[str, str] | None]]:
    if not path.is_dir():
        yield path, None if path.is_file() else _SPECIAL
        return
    tree = path.resolve()
    found = False
    for folder, folders, files in os.walk(path):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_saved_part(name, files))
        for name in folders:
            if (here / name).is_symlink():
                yield here / name, _LINKED_FOLDER
        for name in sorted(files):
            if is_readable(name):
                found = True
                yield here / name, _trouble(here / name, tree)
    if not found:
        raise CasekitError(f"{path}: no readable file in this folder")


def _is_saved_part(folder: str, files: Sequence[str]) -> bool:
    """社区.html is saved with a folder 社区_files of pictures, styles and frames."""
    stem = _SAVED_PARTS.sub("", folder)
    return stem != folder and any(name.startswith((f"{stem}.htm", f"{stem}.shtm", f"{stem}.xht")) for name in files)


def _trouble(file: Path, tree: Path) -> tuple[str, str] | None:
    if not file.is_symlink():
        return None if file.is_file() else _SPECIAL
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return "unreadable", "a link that leads nowhere"
    if not target.is_relative_to(tree):
        return _LINK
    return None if target.is_file() else _SPECIAL
