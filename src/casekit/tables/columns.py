"""Extractions in, Arrow tables out: every row checked against its text, sorted within its document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from casekit.core import CasekitError
from casekit.tables.schema import TABLES, TableSchema

if TYPE_CHECKING:  # the stages before need not be loaded to read or write tables
    from casekit.extract import Extraction
    from casekit.facts import Fact, Leftover


class UngroundedError(CasekitError):
    """A row whose quote is not what the text has at its span; such a row is never written."""


def tables_of(extractions: Sequence[Extraction]) -> dict[str, pa.Table]:
    """The five tables of some documents, in the order given; raises UngroundedError as `check_grounded` does."""
    rows: dict[str, list[Any]] = {name: [] for name in TABLES}
    for extraction in extractions:
        check_grounded(extraction)
        for name, order in _ORDERS.items():
            rows[name] += sorted(getattr(extraction, name), key=order)
        rows["documents"].append(_DocumentRow(extraction))
    return {name: _table(TABLES[name], found) for name, found in rows.items()}


def check_grounded(extraction: Extraction) -> None:
    """Raises UngroundedError where the quote of a fact or leftover is not in the text at its span."""
    document = extraction.document
    for fact in extraction.facts:
        _check_row(fact, f"fact {fact.fact_id} ({fact.metric})", document.doc, document.text)
    for leftover in extraction.leftovers:
        _check_row(leftover, f"leftover ({leftover.reason})", document.doc, document.text)


class _DocumentRow:
    """A document and its counts, as the documents table has them."""

    def __init__(self, extraction: Extraction) -> None:
        self._document = extraction.document
        self.chars = len(extraction.document.text)
        self.facts, self.leftovers = len(extraction.facts), len(extraction.leftovers)
        self.notes = [f"{code}: {message}" for code, message in extraction.document.notes]
        self.duplicate_of = None  # what a document repeats is known only among the others

    def __getattr__(self, name: str) -> Any:
        return getattr(self._document, name)


def _table(schema: TableSchema, rows: Iterable[Any]) -> pa.Table:
    arrow = schema.arrow()
    columns = list(zip(*map(attrgetter(*schema.names), rows), strict=True))
    if not columns:
        return arrow.empty_table()
    arrays = [pa.array(column, field.type) for column, field in zip(columns, arrow, strict=True)]
    return pa.Table.from_arrays(arrays, schema=arrow)


def _check_row(row: Fact | Leftover, name: str, doc: str, text: str) -> None:
    if row.doc == doc and row.end <= len(text) and text[row.start : row.end] == row.quote:
        return
    found = repr(text[row.start : row.end]) if row.doc == doc else f"a row of {row.doc}"
    raise UngroundedError(f"{doc}:{row.start}-{row.end}  {name}: the quote {row.quote!r} is not there, but {found}")


def _problem_order(problem: Any) -> tuple[int, int, str, str]:
    start = -1 if problem.start is None else problem.start
    return start, -1 if problem.end is None else problem.end, problem.code, problem.message


_ORDERS: Mapping[str, Callable[[Any], Any]] = {
    "facts": attrgetter("start", "end", "metric"),
    "cases": attrgetter("start", "end", "case_id"),
    "leftovers": attrgetter("start", "end", "reason"),
    "problems": _problem_order,
}
