"""The schemas: plain types, described in both languages."""

from __future__ import annotations

import pyarrow as pa

from casekit.extract import CaseRow
from casekit.facts import Fact, Leftover
from casekit.tables import TABLES

PLAIN = {pa.string(), pa.float64(), pa.int32(), pa.date32(), pa.list_(pa.string())}


def test_types_are_plain_and_every_column_is_described() -> None:
    for table in TABLES.values():
        for field in table.arrow():
            assert field.type in PLAIN, field.name
            assert set(field.metadata) == {b"title_zh", b"description_zh", b"description"}
            assert all(field.metadata.values())


def test_rows_of_extraction_have_every_column() -> None:
    for name, row in (("facts", Fact), ("leftovers", Leftover), ("cases", CaseRow)):
        assert set(TABLES[name].names) == set(getattr(row, "_fields", row.__slots__)), name
