"""Parts hold every file once, in order, and stay the same when a file is added elsewhere."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casekit.documents import Source
from casekit.run.parts import cut_parts, part_size


def sources(count: int) -> list[tuple[Source, int]]:
    return [(Source(f"{number:05}.txt", Path(f"{number:05}.txt")), 3000) for number in range(count)]


@given(st.lists(st.integers(0, 10_000_000), max_size=60))
def test_every_file_is_in_one_part_in_order(sizes: list[int]) -> None:
    files = [(Source(f"{n:03}", Path(f"{n}")), size) for n, size in enumerate(sizes)]
    parts = list(cut_parts(files, sum(sizes)))
    assert [source for part in parts for source in part.sources] == [source for source, _ in files]
    assert [sum(size for s, size in files if s in part.sources) for part in parts] == [part.size for part in parts]


def test_parts_are_neither_tiny_nor_huge() -> None:
    files = sources(20_000)
    total = sum(size for _, size in files)
    parts = list(cut_parts(files, total))
    assert 20 <= len(parts) <= 120
    assert max(part.size for part in parts) <= 2 * part_size(total) + 3000


def test_a_new_file_changes_one_part_only() -> None:
    files = sources(20_000)
    total = sum(size for _, size in files)
    before = {part.key for part in cut_parts(files, total)}
    grown = sorted([*files, (Source("10000a.txt", Path("10000a.txt")), 3000)])
    after = {part.key for part in cut_parts(grown, total + 3000)}
    assert len(before - after) <= 2


def test_the_size_of_parts_is_bounded() -> None:
    assert part_size(0) == part_size(1_000_000) == 1 << 17
    assert part_size(10**12) == 1 << 22
