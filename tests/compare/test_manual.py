"""The manual of the outputs folder says what the schemas say."""

from __future__ import annotations

from pathlib import Path

from casekit.compare.manual import manual_text
from casekit.compare.result import COLUMNS
from casekit.tables import TABLES

PAGE = Path(__file__).parents[2] / "outputs" / "README.md"


def test_the_page_is_the_one_that_the_schemas_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual_text(), "python -m casekit.compare.manual > outputs/README.md"


def test_every_column_is_described_in_both_languages() -> None:
    for column in (*COLUMNS, *(column for table in TABLES.values() for column in table.columns)):
        assert column.title and column.chinese and column.english, column.name
        assert f"| {column.name} | {column.title} |" in manual_text()
