"""The 620,000 villages and residents' committees of the country, read county by county when one is first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from casekit.cases.short_names import committee_stem

_REMEMBERED = 8192  # look-ups; a county with its villages is asked for by every report on it

Rows = tuple[tuple[int, str], ...]
_Block = tuple[memoryview, memoryview, bytes]


class Committees:
    """Look-ups in a Parquet file of codes and names sorted by code, and in the rows a user adds to it."""

    def __init__(self, path: Path, extra: Mapping[int, str]) -> None:
        self._path, self._extra = path, sorted(extra.items())
        self._file: Any = None
        self._lowest: list[int] = []
        self._blocks: dict[int, _Block] = {}
        #: (code, official name) of the committees of a county that go by a stem (荷城), in the order of the file.
        self.named = lru_cache(maxsize=_REMEMBERED)(self._named)

    def _named(self, county: int, stem: str) -> Rows:
        low, high = county * 1_000_000, (county + 1) * 1_000_000
        rows = [row for row in self._shipped(low, high, stem) if committee_stem(row[1]) == stem]
        own = [(code, name) for code, name in self._extra if low <= code < high and committee_stem(name) == stem]
        return (*rows, *(row for row in own if row not in rows))

    def _shipped(self, low: int, high: int, start: str) -> Iterator[tuple[int, str]]:
        """The rows with low <= code < high whose name begins so; few row groups hold them, as the file is sorted."""
        if self._file is None:
            self._open()
        wanted = start.encode("utf-8", "surrogatepass")
        first, last = bisect_right(self._lowest, low) - 1, bisect_left(self._lowest, high)
        for group in range(max(first, 0), last):
            codes, ends, names = self._block(group)
            begin, end = bisect_left(codes, low), bisect_left(codes, high)
            if names.find(wanted, ends[begin], ends[end]) < 0:
                continue  # nowhere in the names of the county: most stems that are asked for are no names at all
            for row in range(begin, end):
                if names.startswith(wanted, ends[row], ends[row + 1]):
                    yield codes[row], names[ends[row] : ends[row + 1]].decode()

    def _block(self, group: int) -> _Block:
        """Codes, the offsets of the names, and the names of a row group, as the buffers of Arrow hold them.

        Kept, since one holds dozens of counties and all together 20 megabytes.
        """
        if group not in self._blocks:
            table = self._file.read_row_group(group, use_threads=False).combine_chunks()
            codes, names = (table.column(name).chunk(0) for name in ("code", "name"))
            (_, values), (_, offsets, text) = codes.buffers(), names.buffers()
            self._blocks[group] = memoryview(values).cast("q"), memoryview(offsets).cast("i"), text.to_pybytes()
        return self._blocks[group]

    def _open(self) -> None:
        import pyarrow.parquet as pq

        self._file = pq.ParquetFile(self._path)
        groups = map(self._file.metadata.row_group, range(self._file.num_row_groups))
        self._lowest = [group.column(0).statistics.min for group in groups]
