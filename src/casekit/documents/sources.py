"""Paths given by the user in, the files to be read out, in one order and under one name each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
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

    @property
    def is_stdin(self) -> bool:
        """True for what comes in without a file."""
        return str(self.path) == "-"


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """The files to read, sorted by name, each once.

    One folder is itself the root of the names; of several paths the folder that holds them all is. In a folder,
    hidden files, pictures, programs, READMEs and the parts of saved pages are passed over.
    Raises CasekitError for a path that does not exist and for a folder without a readable file.
    """
    return list(walk_sources(paths))


def walk_sources(paths: Sequence[Path]) -> Iterator[Source]:
    """What `find_sources` gives, one at a time: memory grows with the largest folder, not with all of them."""
    for path in paths:
        if path != STDIN and not path.exists():
            raise CasekitError(f"{path}: no such file or folder")
    real = _outermost([_plain(path) for path in paths if path != STDIN])
    root = _root(real)
    tops = [(_ranked(_name(path, root), path.is_dir()), path) for path in real]
    tops += [("stdin", STDIN)] * (STDIN in paths)
    yield from _each_once(source for name, path in sorted(tops) for source in _below_top(name, path))


def _each_once(sources: Iterable[Source]) -> Iterator[Source]:
    """Names that look the same once they are made storable stand side by side; the second gets a number."""
    last, count = "", 0
    for source in sources:
        count = count + 1 if source.doc == last else 1
        last = source.doc
        yield source if count == 1 else Source(f"{source.doc}~{count}", source.path, source.trouble)


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
    """The name below the root, '' for the root itself."""
    return "/".join(map(_storable, file.relative_to(root).parts))


def _storable(name: str) -> str:
    """Bytes that are no UTF-8 are read as the GBK of Chinese Windows."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "replace")
    return name


def _ranked(name: str, is_folder: bool) -> str:
    """What a name is sorted by: a folder by the names of what is in it (a.txt before a/1.txt before a0.txt)."""
    return f"{name}/" if is_folder and name else name


def _below_top(name: str, path: Path) -> Iterator[Source]:
    if path == STDIN or not path.is_dir():
        yield Source(name, path, None if path == STDIN or path.is_file() else _SPECIAL)
        return
    found = False
    for source in _below(name, path, path.resolve()):
        found = found or source.trouble is not _LINKED_FOLDER
        yield source
    if not found:
        raise CasekitError(f"{path}: no readable file in this folder")


def _below(prefix: str, folder: Path, tree: Path) -> Iterator[Source]:
    """The files below a folder in the order of their names, which begin with `prefix`."""
    try:
        entries = [
            (_ranked(_storable(entry.name), entry.is_dir(follow_symlinks=False)), entry) for entry in os.scandir(folder)
        ]
    except OSError:
        return
    files = [name for name, _ in entries if not name.endswith("/")]
    for name, entry in sorted(entries, key=lambda pair: (pair[0], pair[1].name)):
        here = folder / entry.name
        if name.startswith(".") or (entry.is_dir() and _is_saved_part(name.removesuffix("/"), files)):
            continue
        if name.endswith("/"):
            yield from _below(prefix + name, here, tree)
        elif entry.is_dir():
            yield Source(prefix + name, here, _LINKED_FOLDER)
        elif is_readable(entry.name):
            yield Source(prefix + name, here, _trouble(here, tree) if entry.is_symlink() else _plainness(entry))


def _is_saved_part(folder: str, files: Sequence[str]) -> bool:
    """社区.html is saved with a folder 社区_files of pictures, styles and frames."""
    stem = _SAVED_PARTS.sub("", folder)
    return stem != folder and any(name.startswith((f"{stem}.htm", f"{stem}.shtm", f"{stem}.xht")) for name in files)


def _plainness(file: os.DirEntry[str]) -> tuple[str, str] | None:
    return None if file.is_file() else _SPECIAL


def _trouble(file: Path, tree: Path) -> tuple[str, str] | None:
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return "unreadable", "a link that leads nowhere"
    if not target.is_relative_to(tree):
        return _LINK
    return None if target.is_file() else _SPECIAL
