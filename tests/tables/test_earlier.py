"""Rows of some documents out of finished tables of many row groups; tables of another make are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tables.factory import make_case, make_document, make_extraction, make_fact, make_leftover

from casekit.tables import TABLES, TableWriter, read_table
from casekit.tables.earlier import Identity, find_earlier

TEXT = "荷城社区居住着5.9万人。2024年，社区办实事139件。"
MADE = {"casekit": "1", "digests": {"rules": "d"}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("casekit.tables.write._ROWS", 4)
    with TableWriter(tmp_path) as writer:
        for number in range(30):
            document = make_document(f"{number:02}.txt", TEXT, status="failed" if number == 5 else "ok")
            facts = [make_fact(document, "5.9万人", "population", 59000.0)] * (number % 3)
            cases = [make_case(document, "荷城社区", "450802")]
            writer.add(make_extraction(document, facts, cases, [make_leftover(document, "2024年")]))
        writer.finish(MADE)
    return tmp_path


def test_rows_of_some_documents_are_all_their_rows_and_no_others(folder: Path) -> None:
    earlier = find_earlier(folder, MADE)
    assert earlier is not None
    docs = {"03.txt", "04.txt", "17.txt", "29.txt", "not there.txt"}
    found = earlier.tables(docs)
    for name in TABLES:
        wanted = [row for row in read_table(folder, name).to_pylist() if row["doc"] in docs]
        assert found[name].to_pylist() == wanted, name
    assert found["facts"].num_rows == 0 + 1 + 2 + 2
    assert {name: table.num_rows for name, table in earlier.tables(set()).items()} == dict.fromkeys(TABLES, 0)


def test_documents_that_were_not_read_well_have_no_identity(folder: Path) -> None:
    earlier = find_earlier(folder, MADE)
    assert earlier is not None
    assert earlier.identities(["04.txt", "05.txt", "99.txt"]) == {
        "04.txt": Identity.of(make_document("04.txt", TEXT)),
    }


def test_tables_of_another_make_or_incomplete_ones_are_refused(folder: Path, tmp_path: Path) -> None:
    assert find_earlier(folder, {**MADE, "casekit": "2"}) is None
    assert find_earlier(tmp_path / "nowhere", MADE) is None
    manifest = (folder / "run.json").read_bytes()
    (folder / "run.json").unlink()
    assert find_earlier(folder, MADE) is None
    (folder / "run.json").write_bytes(manifest)
    (folder / "cases.parquet").write_bytes(b"PAR1")
    assert find_earlier(folder, MADE) is None
