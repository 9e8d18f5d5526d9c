"""The only door to files of tables: Parquet and back, CSV, JSON, XLSX. Numbers stay numbers, text stays text."""

from casekit.tables.columns import UngroundedError, tables_of
from casekit.tables.read import read_manifest, read_table
from casekit.tables.schema import TABLES, Column, TableSchema
from casekit.tables.write import TableWriter

__all__ = [
    "TABLES",
    "Column",
    "TableSchema",
    "TableWriter",
    "UngroundedError",
    "read_manifest",
    "read_table",
    "tables_of",
]
