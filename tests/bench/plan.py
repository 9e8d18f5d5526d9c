"""What is to be measured, and what every section of the bench needs for it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_CASEKIT = (sys.executable, "-c", "from casekit.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Plan:
    """How often, on how much text, with what beside it; `folder` is empty and deleted afterwards."""

    folder: Path
    goes: int = 5
    megabytes: float = 1.4
    scaling: float = 4.0
    memory: tuple[int, ...] = (20, 200)
    turns: int = 20
    peers: Path = Path(".venv-bench/bin/python")


def casekit(*arguments: object) -> tuple[str, ...]:
    """The command line, in the interpreter that measures."""
    return (*_CASEKIT, *map(str, arguments))


def extract(texts: Path, out: Path, workers: int, *more: str) -> tuple[str, ...]:
    """The command that extracts a folder without a word."""
    return casekit("extract", texts, "-o", out, "--workers", workers, "--quiet", *more)


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file in a folder of tables."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def check(right: bool, otherwise: str) -> None:
    """Ends the bench where a result is wrong: a figure of a wrong run is worth nothing."""
    if not right:
        raise SystemExit(f"bench: {otherwise}")
