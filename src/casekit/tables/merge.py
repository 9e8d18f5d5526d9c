"""Sorted parts in, one sorted stream out, however many there are, in memory that does not grow with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from casekit.tables.part import read_part, write_part

# Parts read side by side; more are first merged into fewer.
_SIDE_BY_SIDE = 32


def merge_parts(paths: Sequence[Path]) -> Iterator[pa.Table]:
    """The rows of sorted parts in the order of documents; the parts stay.

    Intermediate files lie beside them while they are needed.
    """
    level: list[Path] = list(paths)
    made: list[Path] = []
    while len(level) > _SIDE_BY_SIDE:
        groups = [level[start : start + _SIDE_BY_SIDE] for start in range(0, len(level), _SIDE_BY_SIDE)]
        fewer = [paths[0].with_name(f"merge-{len(made) + number}.part") for number in range(len(groups))]
        for group, path in zip(groups, fewer, strict=True):
            write_part(path, (batch for table in _merge(group) for batch in table.to_batches()), {})
        for path in made:
            path.unlink(missing_ok=True)
        level = made = fewer
    yield from _merge(level)
    for path in made:
        path.unlink(missing_ok=True)


def _merge(paths: Sequence[Path]) -> Iterator[pa.Table]:
    """Each turn gives out all rows up to the smallest of the last documents at hand: nothing before them can come."""
    streams = [_Stream(path) for path in paths]
    while streams := [stream for stream in streams if stream.fill()]:
        limit = min(stream.last for stream in streams)
        found = pa.concat_tables([stream.take_up_to(limit) for stream in streams])
        yield found.take(pc.sort_indices(found["doc"]))


class _Stream:
    """One part, of which a batch is at hand."""

    def __init__(self, path: Path) -> None:
        self._batches = read_part(path)
        self._held: pa.Table | None = None
        self.last = ""

    def fill(self) -> bool:
        """Has a batch at hand afterwards, if there is one left; says whether there is."""
        while self._held is None or not self._held.num_rows:
            batch = next(self._batches, None)
            if batch is None:
                return False
            self._held = pa.Table.from_batches([batch]).replace_schema_metadata(None)
            self.last = self._held["doc"][-1].as_py() if batch.num_rows else ""
        return True

    def take_up_to(self, limit: str) -> pa.Table:
        """The rows at hand whose document is not after `limit`, and lets go of them."""
        if self._held is None:
            raise RuntimeError("fill comes first")
        size = pc.sum(pc.less_equal(self._held["doc"], limit)).as_py()
        taken, self._held = self._held.slice(0, size), self._held.slice(size)
        return taken
