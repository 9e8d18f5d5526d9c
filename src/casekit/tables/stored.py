"""A table on disk, read piece by piece: one Parquet file, or a folder of them as clusters write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from casekit.core import CasekitError
from casekit.tables.schema import TABLES

_CODED = pa.dictionary(pa.int32(), pa.string())


class StoredTable:
    """Columns come with the types of the table's schema, however another program wrote them.

    The `coded` columns come as dictionaries. Raises CasekitError where the files cannot be read.
    """

    def __init__(self, path: Path, name: str, coded: Sequence[str] = ()) -> None:
        self.path = path
        schema = TABLES.get(name)
        self._types = {} if schema is None else {column.name: column.type for column in schema.columns}
        self._types |= dict.fromkeys(coded, _CODED)
        try:
            files = [pq.ParquetFile(part, read_dictionary=list(coded) or None) for part in _parts(path)]
        except (pa.ArrowException, OSError) as error:
            raise self._unreadable(error) from None
        if not files:
            raise CasekitError(f"{path}: a folder without Parquet files")
        self._pieces = [(file, number) for file in files for number in range(file.num_row_groups)]
        self._schema: pa.Schema = files[0].schema_arrow

    @property
    def names(self) -> list[str]:
        """The columns it has."""
        return list(self._schema.names)

    @property
    def sizes(self) -> list[int]:
        """The number of rows of each piece."""
        return [int(file.metadata.row_group(number).num_rows) for file, number in self._pieces]

    def piece(self, number: int, columns: Sequence[str] | None = None) -> pa.Table:
        """Some columns of one piece."""
        file, group = self._pieces[number]
        names = self.names if columns is None else list(columns)
        try:
            return self._typed(file.read_row_group(group, columns=names, use_threads=False).select(names))
        except (pa.ArrowException, OSError) as error:
            raise self._unreadable(error) from None

    def pieces(self, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """All pieces, in order."""
        for number in range(len(self._pieces)):
            yield self.piece(number, columns)

    def read(self, columns: Sequence[str] | None = None) -> pa.Table:
        """Some columns of all rows."""
        return pa.concat_tables([self.nothing(columns), *self.pieces(columns)])

    def nothing(self, columns: Sequence[str] | None = None) -> pa.Table:
        """The table without its rows."""
        names = self.names if columns is None else list(columns)
        return self._typed(pa.schema([self._schema.field(name) for name in names]).empty_table())

    def _typed(self, table: pa.Table) -> pa.Table:
        for at, field in enumerate(table.schema):
            wanted = self._types.get(field.name, field.type)
            if field.type != wanted:
                table = table.set_column(at, field.with_type(wanted), table.column(at).cast(wanted))
        return table

    def _unreadable(self, error: Exception) -> CasekitError:
        return CasekitError(f"{self.path}: not a readable Parquet file ({str(error).splitlines()[0]})")


def _parts(path: Path) -> list[Path]:
    return sorted(path.glob("*.parquet")) if path.is_dir() else [path]
