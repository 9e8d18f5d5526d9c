"""A Parquet file in, a document for each row out, a batch of rows in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator

from casekit.documents.blob import Blob
from casekit.documents.document import Document, unread
from casekit.documents.options import ReadOptions
from casekit.documents.rows import RowReader

_BATCH = 256


def read_parquet(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """A document for each row; of the columns only those that are needed are read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    reader = RowReader(blob.doc, "parquet", options)
    with blob.open() as stream:
        try:
            file = pq.ParquetFile(stream)
            names = file.schema_arrow.names
            missing = reader.missing(dict.fromkeys(names))
            if missing:
                yield missing
                return
            wanted = reader.columns(names)
            batches = file.iter_batches(batch_size=_BATCH, columns=wanted)
            number = 0
            for number, row in enumerate((row for batch in batches for row in batch.to_pylist()), 1):
                yield reader.document(row, number)
            if not number:
                yield unread(blob.doc, "parquet", "empty", "no rows in this table")
        except (pa.ArrowException, OSError, ValueError) as error:
            line = " ".join(str(error).split())[:200]
            yield unread(blob.doc, "parquet", "unreadable", f"no sound Parquet file: {line}")
