"""The same report twice in a corpus is marked once, however the corpus is worked off."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from casekit.run import Settings, extract_corpus
from casekit.run import parts as parts_module
from casekit.tables import merge, read_manifest, read_table

REPORTS = Path(__file__).parents[1] / "reports"
LONG = sorted(path for path in REPORTS.glob("*.txt") if path.stat().st_size > 2500)[:4]
FOOT = "\n责任编辑：李敏\n浏览：3482\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sites with the same reports: exact copies, with another head and foot, shortened; and one more."""
    folder = tmp_path / "corpus"
    for site in "甲乙":
        (folder / site).mkdir(parents=True)
    for number, report in enumerate(LONG):
        text = report.read_text(encoding="utf-8")
        (folder / "甲" / f"{number}.txt").write_text(text, encoding="utf-8")
        again = (text, f"【转载】{text}{FOOT}", text[: len(text) * 4 // 5], text.replace("\n", "\n\n"))[number]
        (folder / "乙" / f"{9 - number}.txt").write_bytes(again.encode("gb18030" if number == 1 else "utf-8"))
    (folder / "乙" / "own.txt").write_text("新立社区有居民77人。", encoding="utf-8")
    return folder


def marks(out: Path) -> dict[str, str]:
    documents = read_table(out, "documents", ["doc", "duplicate_of"]).to_pylist()
    return {row["doc"]: row["duplicate_of"] for row in documents if row["duplicate_of"]}


WANTED = {"甲/0.txt": "乙/9.txt", "甲/1.txt": "乙/8.txt", "甲/2.txt": "乙/7.txt", "甲/3.txt": "乙/6.txt"}


@pytest.mark.parametrize("workers", [1, 2])
def test_the_first_in_the_order_of_names_stands_for_all(
    tmp_path: Path, folder: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts_module, "_WANTED", 1 << 12)
    summary = extract_corpus([folder], tmp_path / "out", Settings(workers=workers))
    assert marks(tmp_path / "out") == WANTED
    assert (summary.counts.repeated, read_manifest(tmp_path / "out")["counts"]["repeated"]) == (4, 4)
    assert any("4 documents repeating another" in line for line in summary.lines())


def test_marks_follow_the_corpus_when_rows_are_taken_over(
    tmp_path: Path, folder: Path, digest_of: Callable[[Path], dict[str, str]]
) -> None:
    out = tmp_path / "out"
    extract_corpus([folder], out)
    before = digest_of(out)
    (folder / "乙" / "9.txt").rename(tmp_path / "9.txt")
    summary = extract_corpus([folder], out)
    assert summary.counts.unchanged == 8
    assert marks(out) == {doc: first for doc, first in WANTED.items() if doc != "甲/0.txt"}
    (tmp_path / "9.txt").rename(folder / "乙" / "9.txt")
    extract_corpus([folder], out)
    assert digest_of(out) == before


def test_rows_of_one_file_in_another_order_are_marked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_module, "_WANTED", 1 << 10)
    monkeypatch.setattr(merge, "_SIDE_BY_SIDE", 2)
    texts = [path.read_text(encoding="utf-8") for path in LONG]
    rows = [{"id": f"{9 - number}", "text": text + FOOT} for number, text in enumerate(texts)]
    rows += [{"id": f"{number}", "text": text} for number, text in enumerate(texts)]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    extract_corpus([path], tmp_path / "out", Settings(workers=1))
    assert marks(tmp_path / "out") == {f"rows.jsonl#{9 - number}": f"rows.jsonl#{number}" for number in range(4)}
