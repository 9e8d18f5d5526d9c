"""Five tables as one: a row a document, with its facts, cases, leftovers and problems as lists; and back again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

import pyarrow as pa
import pyarrow.compute as pc

from casekit.documents.duplicates import signature
from casekit.tables.schema import TABLES

# The tables that hang on a document, each as a list of rows.
_HANGING = ("facts", "cases", "leftovers", "problems")


def _rows_name(table: str) -> str:
    return f"{table}_rows"


def _plain(schema: pa.Schema) -> list[pa.Field]:
    return [pa.field(field.name, field.type) for field in schema]


# What tells whether two documents are the same story; made where the text is at hand, used where they meet.
SIGNATURE = "signature"

# Field names and types are plain, and nothing is dictionary-encoded: Spark takes no such columns.
EXTRACTIONS = pa.schema(
    [
        *_plain(TABLES["documents"].arrow()),
        pa.field(SIGNATURE, pa.binary()),
        *(pa.field(_rows_name(name), pa.list_(pa.struct(_plain(TABLES[name].arrow())))) for name in _HANGING),
    ]
)


def nest(tables: Mapping[str, pa.Table]) -> pa.RecordBatch:
    """One batch in the schema EXTRACTIONS; in every table the rows must lie in the order of documents."""
    whole = tables["documents"]
    docs = whole["doc"].to_pylist()
    columns = [_piece(whole[name]) for name in whole.column_names]
    columns.append(pa.array([signature(text).pack() for text in whole["text"].to_pylist()], pa.binary()))
    columns += [_hung(docs, tables[name], EXTRACTIONS.field(_rows_name(name))) for name in _HANGING]
    return pa.RecordBatch.from_arrays(columns, schema=EXTRACTIONS)


def unnest(batch: pa.RecordBatch | pa.Table) -> dict[str, pa.Table]:
    """The five tables that a batch in the schema EXTRACTIONS holds, in the order of its documents."""
    whole = pa.Table.from_batches([batch]) if isinstance(batch, pa.RecordBatch) else batch
    found = {"documents": whole}
    for name in _HANGING:
        found[name] = pa.Table.from_struct_array(_piece(pc.list_flatten(whole[_rows_name(name)])))
    return {name: _typed(found[name].select(schema.names), schema.arrow()) for name, schema in TABLES.items()}


def _typed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The table in the schema; only what another program wrote has other types and must be cast."""
    if table.schema.types == schema.types:
        return pa.Table.from_arrays(table.columns, schema=schema)
    return table.cast(schema)


def _hung(docs: Sequence[str], table: pa.Table, field: pa.Field) -> pa.ListArray:
    """The rows of a table as one list for each document."""
    counted = pc.value_counts(table["doc"])
    counts = dict(zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True))
    ends = list(accumulate((counts.get(doc, 0) for doc in docs), initial=0))
    columns = [_piece(table[name]) for name in table.column_names]
    rows = pa.StructArray.from_arrays(columns, fields=list(field.type.value_type))
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), rows, field.type)


def _piece(column: pa.ChunkedArray) -> pa.Array:
    """A column in one piece."""
    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.concat_arrays([pa.array([], column.type), *column.chunks])
