"""Parts hold every file once, in order, and stay the same when a file is added elsewhere."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casekit.documents import Source
from casekit.run.parts import Piece, cut_parts


def piece(name: str, size: int = 3000) -> Piece:
    return Piece(Source(name, Path(name)), size, name)


def pieces(count: int) -> list[Piece]:
    return [piece(f"{number:05}.txt") for number in range(count)]


@given(st.lists(st.integers(0, 10_000_000), max_size=60))
def test_every_file_is_in_one_part_in_order(sizes: list[int]) -> None:
    files = [piece(f"{n:03}", size) for n, size in enumerate(sizes)]
    parts = list(cut_parts(files))
    assert [file for part in parts for file in part.pieces] == files
    assert sum(part.size for part in parts) == sum(sizes)
    assert [part.rest for part in parts] == [*(part.pieces[0].doc for part in parts[1:]), *[None] * bool(parts)]


def test_parts_are_neither_tiny_nor_huge() -> None:
    files = pieces(20_000)
    total = sum(file.size for file in files)
    parts = list(cut_parts(files))
    assert 0.8 * total / (1 << 18) <= len(parts) <= 2 * total / (1 << 18)
    assert max(part.size for part in parts) <= 2 * (1 << 18) + 3000


def test_a_new_file_changes_one_part_only() -> None:
    files = pieces(20_000)
    before = {part.key for part in cut_parts(files)}
    grown = sorted([*files, piece("10000a.txt")], key=lambda file: file.doc)
    after = {part.key for part in cut_parts(grown)}
    assert len(before - after) <= 2
