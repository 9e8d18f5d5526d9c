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
            yield from [_table(made)] if group == [made.path] else merge_parts(group)
            group, last = [], ""


def _table(made: Made) -> pa.Table:
    return pa.Table.from_batches(list(read_part(made.path)) if made.rows is None else [made.rows])
