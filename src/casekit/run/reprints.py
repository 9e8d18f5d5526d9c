"""Documents in their order in, each marked with the earlier one that it repeats."""

from __future__ import annotations

import pyarrow as pa

from casekit.documents import DuplicateFinder, Signature
from casekit.tables.nested import SIGNATURE

_COLUMN = "duplicate_of"


class Reprints:
    """Fills in `duplicate_of` over all tables of a run, which come in the order of documents; `count` were repeats."""

    def __init__(self) -> None:
        self._finder = DuplicateFinder()
        self.count = 0

    def mark(self, rows: pa.Table) -> pa.Table:
        """Rows in the schema EXTRACTIONS, with the first document of the same story where that is another."""
        docs, signatures = rows["doc"].to_pylist(), rows[SIGNATURE].to_pylist()
        repeated = [self._finder.add(doc, Signature.unpack(sign)) for doc, sign in zip(docs, signatures, strict=True)]
        self.count += sum(first is not None for first in repeated)
        at = rows.schema.get_field_index(_COLUMN)
        return rows.set_column(at, rows.schema.field(at), pa.array(repeated, pa.string()))
