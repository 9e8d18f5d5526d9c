"""Small corpora of made reports."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

REPORT = "{name}社区位于贵港市港北区，常住居民{people}人，{households}户。2023年，社区调解矛盾纠纷{cases}件。"


def report(number: int) -> str:
    """A short report with three figures that no other number gives."""
    return REPORT.format(name=f"试验{number}", people=3000 + number, households=900 + number, cases=10 + number)


@pytest.fixture
def make_corpus(tmp_path: Path) -> Callable[..., Path]:
    """Writes `count` reports into a folder, each `times` over; returns the folder."""

    def make(count: int, times: int = 1, name: str = "corpus") -> Path:
        folder = tmp_path / name
        for number in range(count):
            path = folder / f"{number % 3}" / f"{number:04}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join([report(number)] * times) + "\n", encoding="utf-8")
        return folder

    return make


@pytest.fixture
def digest_of() -> Callable[[Path], dict[str, str]]:
    """The SHA-256 of every file in a folder of tables, by name."""

    def digests(folder: Path) -> dict[str, str]:
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}

    return digests
