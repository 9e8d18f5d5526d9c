"""Tables are complete or absent, sorted, grounded, and the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.tables.factory import make_case, make_document, make_extraction, make_fact, make_leftover

from casekit.core import Problem
from casekit.tables import TABLES, TableWriter, UngroundedError, read_manifest, read_table, tables_of

TEXT = "荷城社区居住着5.9万人，其中少数民族群众6500多人。2024年，社区办实事139件。"
MANIFEST = {"digests": {"rules": "d1"}, "settings": {"rules": None}}


def extraction(doc: str = "a/荷城.txt"):
    document = make_document(doc, TEXT)
    facts = [
        make_fact(document, "6500多人", "minority_population", 6500, high=6600, bound="at_least"),
        make_fact(document, "5.9万人", "population", 59000),
    ]
    cases = [make_case(document, "荷城社区", "450802", groups=("汉族", "壮族"))]
    problems = [Problem(doc, "no-case", 3, 5, "没有社区"), Problem(doc, "odd", None, None, "整篇")]
    return make_extraction(document, facts, cases, [make_leftover(document, "2024年", near=("r1",))], problems)


def write(folder: Path, *docs: str) -> Path:
    with TableWriter(folder) as writer:
        for doc in docs:
            writer.add(extraction(doc))
        writer.finish(MANIFEST)
    return folder


def test_all_tables_come_back_with_plain_types(tmp_path: Path) -> None:
    write(tmp_path, "a/荷城.txt")
    for name, schema in TABLES.items():
        assert read_table(tmp_path, name).schema.equals(schema.arrow()), name
    facts = read_table(tmp_path, "facts").to_pylist()
    assert [(f["quote"], f["start"], f["value"], f["high"]) for f in facts] == [
        ("5.9万人", 7, 59000.0, 59000.0),
        ("6500多人", 21, 6500.0, 6600.0),
    ]
    assert read_table(tmp_path, "cases").to_pylist()[0]["groups"] == ["汉族", "壮族"]
    assert read_table(tmp_path, "documents").to_pylist()[0]["text"] == TEXT
    assert [p["start"] for p in read_table(tmp_path, "problems").to_pylist()] == [None, 3]


def test_the_manifest_and_the_metadata_hold_the_digest_and_no_clock(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    assert read_manifest(tmp_path)["rows"] == {"facts": 4, "cases": 2, "documents": 2, "leftovers": 2, "problems": 4}
    told = json.loads(pq.read_metadata(tmp_path / "facts.parquet").metadata[b"casekit"])
    assert told["rules"] == "d1"
    assert [c["name"] for c in told["columns"]] == TABLES["facts"].names


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = write(tmp_path / "1", "a.txt", "b.txt"), write(tmp_path / "2", "a.txt", "b.txt")
    names = sorted(p.name for p in one.iterdir())
    assert names == sorted([*(f"{name}.parquet" for name in TABLES), "run.json", "datapackage.json"])
    assert all((one / name).read_bytes() == (two / name).read_bytes() for name in names)


def test_batches_do_not_change_the_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [f"{n:03}.txt" for n in range(25)]
    whole = read_table(write(tmp_path / "1", *docs), "facts")
    monkeypatch.setattr("casekit.tables.write._ROWS", 3)
    parts = write(tmp_path / "2", *docs)
    assert pq.read_metadata(parts / "facts.parquet").num_row_groups > 5
    assert read_table(parts, "facts").equals(whole)


def test_many_small_batches_are_held_back_in_few_pieces_and_give_the_same_bytes(tmp_path: Path) -> None:
    docs = [f"{n:03}.txt" for n in range(450)]
    whole = write(tmp_path / "1", *docs)
    with TableWriter(tmp_path / "2") as writer:
        for doc in docs:
            writer.add_tables(tables_of([replace(extraction(doc), cases=(), problems=())]))
        pieces = {name: sheet._held.column(0).num_chunks for name, sheet in writer._sheets.items()}
        writer.finish(MANIFEST)
    assert pieces["problems"] <= 1
    assert 1 < pieces["leftovers"] < 250
    for name in ("facts", "leftovers", "documents"):
        assert (tmp_path / "2" / f"{name}.parquet").read_bytes() == (whole / f"{name}.parquet").read_bytes()


@pytest.mark.parametrize("wrong", [{"quote": "5.8万人"}, {"end": 11}, {"start": 6}, {"end": 9999}, {"doc": "b.txt"}])
def test_a_fact_whose_quote_is_not_in_the_text_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    good = extraction()
    bad = replace(good, facts=(good.facts[0], replace(good.facts[1], **wrong)))
    with pytest.raises(UngroundedError, match=good.facts[1].fact_id), TableWriter(tmp_path) as writer:
        writer.add(bad)
    assert list(tmp_path.iterdir()) == []


def test_a_leftover_whose_quote_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    good = extraction()
    bad = replace(good, leftovers=(good.leftovers[0]._replace(start=0),))
    with pytest.raises(UngroundedError, match="leftover \\(date\\)"), TableWriter(tmp_path) as writer:
        writer.add(bad)


def test_a_run_that_fails_leaves_the_tables_of_the_run_before(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(RuntimeError), TableWriter(tmp_path) as writer:
        writer.add(extraction("b.txt"))
        raise RuntimeError
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_documents_out_of_order_are_refused(tmp_path: Path) -> None:
    with TableWriter(tmp_path) as writer:
        writer.add(extraction("b.txt"))
        for doc in ("a.txt", "b.txt"):
            with pytest.raises(ValueError, match="in order of doc"):
                writer.add(extraction(doc))


def test_an_empty_run_has_five_tables_without_rows(tmp_path: Path) -> None:
    write(tmp_path)
    assert all(read_table(tmp_path, name).num_rows == 0 for name in TABLES)
    assert read_table(tmp_path, "facts").schema.field("value").type == pa.float64()
