"""Extractions in, Arrow tables out: every row checked against its text, sorted within its document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    for extraction in extractions:
        check_grounded(extraction)
    return tables_of_grounded(extractions)


def tables_of_grounded(extractions: Sequence[Extraction]) -> dict[str, pa.Table]:
    """What `tables_of` gives for extractions that `check_grounded` has passed."""
    rows: dict[str, list[Any]] = {name: [] for name in _ORDERS}
    for extraction in extractions:
        for name, order in _ORDERS.items():
            rows[name] += sorted(getattr(extraction, name), key=order)
    tables = {name: _table(TABLES[name], _columns(found)) for name, found in rows.items() if found}
    tables["documents"] = _table(TABLES["documents"], _document_columns(extractions))
    return {name: tables[name] if name in tables else schema.arrow().empty_table() for name, schema in TABLES.items()}


def check_grounded(extraction: Extraction) -> None:
    """Raises UngroundedError where the quote of a fact or leftover is not in the text at its span."""
    doc, text = extraction.document.doc, extraction.document.text
    rows: list[Fact | Leftover] = [*extraction.facts, *extraction.leftovers]
    for row in rows:
        if row.doc != doc or row.end > len(text) or text[row.start : row.end] != row.quote:
            raise _ungrounded(row, doc, text)


def _ungrounded(row: Fact | Leftover, doc: str, text: str) -> UngroundedError:
    name = f"leftover ({row.reason})" if isinstance(row, tuple) else f"fact {row.fact_id} ({row.metric})"
    found = repr(text[row.start : row.end]) if row.doc == doc else f"a row of {row.doc}"
    return UngroundedError(f"{doc}:{row.start}-{row.end}  {name}: the quote {row.quote!r} is not there, but {found}")


def _columns(rows: Sequence[Any]) -> Callable[[str], Sequence[Any]]:
    names = getattr(rows[0], "_fields", None) if rows else None
    if names:  # named tuples, as most rows are, fall apart into columns at once
        return dict(zip(names, zip(*rows, strict=True), strict=True)).__getitem__
    return lambda name: list(map(attrgetter(name), rows))


def _document_columns(extractions: Sequence[Extraction]) -> Callable[[str], Sequence[Any]]:
    """The columns of the documents themselves, and what extraction came to."""
    documents = [extraction.document for extraction in extractions]
    made: dict[str, list[Any]] = {
        "chars": [len(document.text) for document in documents],
        "facts": [len(extraction.facts) for extraction in extractions],
        "leftovers": [len(extraction.leftovers) for extraction in extractions],
        "notes": [[f"{code}: {message}" for code, message in document.notes] for document in documents],
        "duplicate_of": [None] * len(documents),  # what a document repeats is known only among the others
    }
    return lambda name: made[name] if name in made else _columns(documents)(name)


def _table(schema: TableSchema, column: Callable[[str], Sequence[Any]]) -> pa.Table:
    arrow = schema.arrow()
    return pa.Table.from_arrays([pa.array(column(field.name), field.type) for field in arrow], schema=arrow)


def _problem_order(problem: Any) -> tuple[int, int, str, str]:
    start = -1 if problem.start is None else problem.start
    return start, -1 if problem.end is None else problem.end, problem.code, problem.message


_ORDERS: Mapping[str, Callable[[Any], Any]] = {
    "facts": attrgetter("start", "end", "metric"),
    "cases": attrgetter("start", "end", "case_id"),
    "leftovers": attrgetter("start", "end", "reason"),
    "problems": _problem_order,
}
