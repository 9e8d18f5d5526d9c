"""Parts as they are done in, their rows in the order of documents out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from casekit.run.workshop import Made
from casekit.tables.merge import merge_parts
from casekit.tables.part import read_part


def gather(done: Iterable[Made]) -> Iterator[pa.Table]:
    """The rows of all parts in the schema EXTRACTIONS, each document in its place.

    Files come in the order of their names, so a part is usually followed by nothing that belongs before its end.
    Where one file holds many documents in an order of its own, its parts are merged.
    """
    group: list[Path] = []
    last = ""
    for made in done:
        if made.counts.documents:
            group.append(made.path)
            last = max(last, made.last)
        if group and (made.rest is None or last < made.rest):
            yield from _tables(group)
            group, last = [], ""


def _tables(group: list[Path]) -> Iterator[pa.Table]:
    if len(group) == 1:
        yield pa.Table.from_batches(list(read_part(group[0])))
    else:
        yield from merge_parts(group)
