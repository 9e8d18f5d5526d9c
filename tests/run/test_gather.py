"""Documents come out in the order of their names, also from one file that holds them in another."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from casekit.documents import Document
from casekit.engines.batch import extract_documents
from casekit.extract import load_kit
from casekit.run import Settings, extract_corpus
from casekit.run import parts as parts_module
from casekit.tables import merge, read_table
from casekit.tables.merge import merge_parts
from casekit.tables.part import read_note, read_part, write_part

KIT = cache(load_kit)
TEXT = "荷城社区位于贵港市港北区，常住居民{}人。"


def part(folder: Path, number: int, names: list[str]) -> Path:
    documents = [Document(name, TEXT.format(len(name) + number), name) for name in sorted(names)]
    path = folder / f"{number}.part"
    write_part(path, [extract_documents(documents, KIT())], {"number": number})
    return path


@pytest.mark.parametrize("side_by_side", [2, 3, 32])
def test_parts_are_merged_by_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, side_by_side: int) -> None:
    monkeypatch.setattr(merge, "_SIDE_BY_SIDE", side_by_side)
    monkeypatch.setattr("casekit.tables.part._BATCH", 3)
    names = [f"{number:03}" for number in range(70)]
    random.Random(3).shuffle(names)
    paths = [part(tmp_path, number, names[number::7]) for number in range(7)]
    merged = [row for table in merge_parts(paths) for row in table.to_pylist()]
    assert [row["doc"] for row in merged] == sorted(names)
    assert all([fact["doc"] for fact in row["facts_rows"]] == [row["doc"]] for row in merged)
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_a_part_cut_short_is_no_part(tmp_path: Path) -> None:
    path = part(tmp_path, 1, ["甲"])
    assert read_note(path) == {"number": 1}
    assert [batch.num_rows for batch in read_part(path)] == [1]
    path.write_bytes(path.read_bytes()[:40])
    assert read_note(path) is None
    assert read_note(tmp_path / "missing.part") is None


def rows_file(folder: Path, count: int) -> Path:
    """Rows whose names are in no order, and one name twice."""
    names = [f"id-{number}" for number in range(count)]
    random.Random(5).shuffle(names)
    rows = [{"id": name, "text": TEXT.format(1000 + at)} for at, name in enumerate([*names, names[0]])]
    path = folder / "rows.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_large_file_of_many_documents_is_spread_and_put_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, digest_of: Callable[[Path], dict[str, str]]
) -> None:
    rows_file(tmp_path / "in", 100)
    (tmp_path / "in" / "rows.txt").write_text(TEXT.format(7), encoding="utf-8")
    whole = extract_corpus([tmp_path / "in"], tmp_path / "whole", Settings(workers=1))
    assert whole.counts.documents == 102
    monkeypatch.setattr(parts_module, "_WANTED", 1 << 12)
    for workers in (1, 2):
        out = tmp_path / f"out{workers}"
        extract_corpus([tmp_path / "in"], out, Settings(workers=workers))
        assert digest_of(out) == digest_of(tmp_path / "whole")
    docs = read_table(tmp_path / "whole", "documents")["doc"].to_pylist()
    assert docs == sorted(docs)
    assert len(set(docs)) == 102
    again = extract_corpus([tmp_path / "in"], tmp_path / "out2", Settings(workers=1))
    assert again.counts.unchanged == 102
    assert digest_of(tmp_path / "out2") == digest_of(tmp_path / "whole")
