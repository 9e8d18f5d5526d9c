"""What run.json says of a run; no clock and no machine in it, so that the same input gives the same bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

import casekit
from casekit.core.rules_folder import shipped_rules
from casekit.documents import ReadOptions
from casekit.extract import Kit
from casekit.run.counts import Counts

if TYPE_CHECKING:
    from hashlib import _Hash as HASH

# The packages a document goes through on its way into the tables.
_STAGES = ("core", "documents", "text", "quantities", "cases", "rulebook", "facts", "extract", "tables", "run")


def recipe(kit: Kit, rules: Path | None, gazetteer: Path | None, options: ReadOptions) -> dict[str, Any]:
    """Everything but the corpus that decides what the tables hold.

    Tables and parts with the same recipe may stand for each other. `digests.recipe` is taken over the
    program, the rules and the gazetteer, byte for byte; `boilerplate` are the lines that repeat in a sample.
    The words of headlines are rules, and so in the digests.
    """
    return {
        "casekit": casekit.__version__,
        "digests": {"rules": kit.digest, "recipe": _digest(rules, gazetteer)},
        "boilerplate": sorted(kit.boilerplate),
        "settings": {
            key: value for key, value in sorted(asdict(options).items()) if value is not None and key != "headlines"
        },
    }


def manifest(made: dict[str, Any], counts: Counts, corpus: str) -> dict[str, Any]:
    """The manifest of a finished run: its recipe, the digest of what was read, and what it came to."""
    counted = {
        "documents": counts.documents,
        "chars": counts.chars,
        "unread": counts.failed,
        "repeated": counts.repeated,
        "leftovers": dict(sorted(counts.leftovers.items())),
        "problems": dict(sorted(counts.problems.items())),
    }
    return {**made, "corpus": corpus, "counts": counted}


def note_documents(corpus: HASH, documents: pa.Table) -> None:
    """Adds documents, which must come in order, to the digest of a corpus."""
    for doc, digest in zip(documents["doc"].to_pylist(), documents["sha256"].to_pylist(), strict=True):
        corpus.update(f"{doc}\0{digest}\n".encode("utf-8", "surrogateescape"))


def _digest(rules: Path | None, gazetteer: Path | None) -> str:
    whole = blake2b(digest_size=32)
    for name, path in _ingredients(rules, gazetteer):
        whole.update(f"{name}\0".encode())
        whole.update(blake2b(path.read_bytes()).digest())
    return whole.hexdigest()


def _ingredients(rules: Path | None, gazetteer: Path | None) -> Iterator[tuple[str, Path]]:
    """The files that decide what a table holds, each under a name that is the same on every machine."""
    package = Path(casekit.__file__).parent
    folders = [*(package / stage for stage in _STAGES), shipped_rules(), *([rules] if rules else ())]
    for number, folder in enumerate(folders):
        for name in sorted(_files(folder)):
            yield f"{number}/{name}", folder / name
    if gazetteer:
        yield "gazetteer", gazetteer


def _files(folder: Path) -> Iterator[str]:
    """The names of all files below a folder, with /, without what Python compiled from them."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        inside = Path(place).relative_to(folder)
        yield from ((inside / name).as_posix() for name in names if Path(place, name).is_file())
