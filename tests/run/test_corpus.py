"""Whole runs: the same bytes always, nothing lost, nothing read twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from casekit.core import CasekitError
from casekit.core.rules_folder import rule_file
from casekit.documents import Document
from casekit.engines import guard as guard_module
from casekit.extract import Extraction, Kit
from casekit.run import Progress, Settings, extract_corpus
from casekit.run import parts as parts_module
from casekit.tables import read_manifest, read_table

MakeCorpus = Callable[..., Path]
Digests = Callable[[Path], dict[str, str]]


def read_with(monkeypatch: pytest.MonkeyPatch, extract: Callable[[Document, Kit], Extraction]) -> None:
    """Has `extract` read each document, side by side with others or alone."""
    monkeypatch.setattr(guard_module, "extract_document", extract)
    monkeypatch.setattr(
        guard_module, "extract_side_by_side", lambda documents, kit: [extract(d, kit) for d in documents]
    )


def test_a_corpus_becomes_tables_and_a_summary(tmp_path: Path, make_corpus: MakeCorpus) -> None:
    heard: list[Progress] = []
    summary = extract_corpus([make_corpus(7)], tmp_path / "out", tell=heard.append)
    assert (summary.counts.documents, summary.complete) == (7, True)
    assert summary.counts.facts >= 14
    assert read_table(tmp_path / "out", "documents")["doc"].to_pylist() == sorted(
        f"{number % 3}/{number:04}.txt" for number in range(7)
    )
    assert (heard[0].documents, heard[0].of_bytes) == (0, heard[-1].of_bytes)
    assert (heard[-1].documents, heard[-1].bytes) == (7, heard[-1].of_bytes)
    assert not (tmp_path / "out" / ".run").exists()


def test_the_bytes_do_not_depend_on_workers_or_on_the_order_of_paths(
    tmp_path: Path, make_corpus: MakeCorpus, digest_of: Digests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts_module, "_WANTED", 1 << 12)
    folder = make_corpus(40, times=10)
    extract_corpus([folder], tmp_path / "one", Settings(workers=1))
    extract_corpus([folder], tmp_path / "two", Settings(workers=2))
    files = sorted(folder.rglob("*.txt"), reverse=True)
    extract_corpus(files, tmp_path / "three", Settings(workers=1))
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "two") == digest_of(tmp_path / "three")


def test_unchanged_documents_are_not_read_again(
    tmp_path: Path, make_corpus: MakeCorpus, digest_of: Digests, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = make_corpus(12), tmp_path / "out"
    extract_corpus([folder], out)
    changed = folder / "1" / "0004.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace("3004人", "5004人"), encoding="utf-8")
    (folder / "0" / "0006.txt").unlink()
    (folder / "2" / "new.txt").write_text("新立社区有居民77人。", encoding="utf-8")
    read: list[str] = []
    whole = guard_module.extract_document
    read_with(monkeypatch, lambda d, kit: read.append(d.doc) or whole(d, kit))
    summary = extract_corpus([folder], out)
    assert read == ["1/0004.txt", "2/new.txt"]
    assert (summary.counts.documents, summary.counts.unchanged) == (12, 10)
    extract_corpus([folder], tmp_path / "anew", Settings(resume=False))
    assert digest_of(out) == digest_of(tmp_path / "anew")


def test_other_rules_read_everything_again(tmp_path: Path, make_corpus: MakeCorpus) -> None:
    folder, out = make_corpus(3), tmp_path / "out"
    extract_corpus([folder], out)
    own = tmp_path / "own"
    own.mkdir()
    shutil.copy(rule_file("metrics.yaml"), own / "metrics.yaml")
    assert extract_corpus([folder], out, Settings(rules=own)).counts.unchanged == 0
    assert extract_corpus([folder], out, Settings(rules=own)).counts.unchanged == 3
    with (own / "metrics.yaml").open("a", encoding="utf-8") as file:
        file.write("# another thought\n")
    assert extract_corpus([folder], out, Settings(rules=own)).counts.unchanged == 0


def test_a_run_that_breaks_off_is_continued(
    tmp_path: Path, make_corpus: MakeCorpus, digest_of: Digests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts_module, "_WANTED", 1 << 12)
    folder, out = make_corpus(60, times=10), tmp_path / "out"
    extract_corpus([folder], tmp_path / "whole", Settings(workers=1))
    seen: list[Progress] = []

    def stop(now: Progress) -> None:
        seen.append(now)
        if len(seen) == 4:  # the first tells that nothing is done yet
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract_corpus([folder], out, Settings(workers=1), stop)
    assert not (out / "facts.parquet").exists()
    assert len(list((out / ".run").glob("*.part"))) == 3
    read: list[str] = []
    whole = guard_module.extract_document
    read_with(monkeypatch, lambda d, kit: read.append(d.doc) or whole(d, kit))
    extract_corpus([folder], out, Settings(workers=1))
    assert len(read) == 60 - seen[-1].documents
    assert digest_of(out) == digest_of(tmp_path / "whole")


def test_a_file_that_changed_since_the_break_is_read_again(
    tmp_path: Path, make_corpus: MakeCorpus, digest_of: Digests
) -> None:
    folder, out = make_corpus(6), tmp_path / "out"

    def stop(now: Progress) -> None:
        if now.documents:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract_corpus([folder], out, Settings(workers=1), stop)
    path = folder / "0" / "0000.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("3000人", "4321人"), encoding="utf-8")
    extract_corpus([folder], out)
    extract_corpus([folder], tmp_path / "anew")
    assert digest_of(out) == digest_of(tmp_path / "anew")


def test_a_crash_in_one_document_is_a_row_and_the_rest_is_extracted(
    tmp_path: Path, make_corpus: MakeCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = guard_module.extract_document

    def break_down(document: object, kit: object) -> object:
        if document.doc.endswith("0003.txt"):
            raise ZeroDivisionError("division\nby zero")
        return whole(document, kit)

    read_with(monkeypatch, break_down)
    summary = extract_corpus([make_corpus(6)], tmp_path / "out")
    assert summary.counts.unread == [("0/0003.txt", "ZeroDivisionError: division by zero")]
    rows = {row["doc"]: row for row in read_table(tmp_path / "out", "documents").to_pylist()}
    assert rows["0/0003.txt"]["status"] == "failed"
    assert sum(row["status"] == "ok" for row in rows.values()) == 5
    problems = read_table(tmp_path / "out", "problems").to_pylist()
    assert ("0/0003.txt", "failed") in {(row["doc"], row["code"]) for row in problems}


def test_a_document_with_a_row_that_is_not_in_its_text_gives_no_rows(
    tmp_path: Path, make_corpus: MakeCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    whole = guard_module.extract_document

    def invent(document: object, kit: object) -> object:
        extraction = whole(document, kit)
        if not document.doc.endswith("0002.txt"):
            return extraction
        return replace(extraction, facts=(replace(extraction.facts[0], quote="9人"), *extraction.facts[1:]))

    read_with(monkeypatch, invent)
    summary = extract_corpus([make_corpus(3)], tmp_path / "out")
    ((doc, error),) = summary.counts.unread
    assert doc == "2/0002.txt"
    assert error.startswith("UngroundedError: ")
    assert "2/0002.txt" not in read_table(tmp_path / "out", "facts")["doc"].to_pylist()


def test_missing_paths_are_named_and_the_rest_is_extracted(tmp_path: Path, make_corpus: MakeCorpus) -> None:
    (tmp_path / "hollow").mkdir()
    paths = [make_corpus(2), tmp_path / "missing", tmp_path / "hollow"]
    summary = extract_corpus(paths, tmp_path / "out")
    assert summary.counts.documents == 2
    assert not summary.complete
    assert [str(tmp_path / name) in line for name, line in zip(["missing", "hollow"], summary.left_out, strict=True)]
    with pytest.raises(CasekitError, match="missing"):
        extract_corpus(paths[1:], tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path, make_corpus: MakeCorpus) -> None:
    folder, out = make_corpus(2), tmp_path / "out"

    def intrude(now: Progress) -> None:
        with pytest.raises(CasekitError, match="another casekit extract"):
            extract_corpus([folder], out)

    extract_corpus([folder], out, Settings(workers=1), intrude)
    assert read_manifest(out)["counts"]["documents"] == 2


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, make_corpus: MakeCorpus) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CasekitError, match="cannot write"):
        extract_corpus([make_corpus(1)], tmp_path / "file" / "out")


def test_tables_of_another_make_are_not_taken_over(tmp_path: Path, make_corpus: MakeCorpus) -> None:
    folder, out = make_corpus(3), tmp_path / "out"
    extract_corpus([folder], out)
    other = tmp_path / "other"
    extract_corpus([make_corpus(1, name="small")], other)
    shutil.copy(other / "facts.parquet", out / "facts.parquet")
    assert extract_corpus([folder], out).counts.unchanged == 0


def test_the_headlines_of_the_users_rules_are_read(tmp_path: Path) -> None:
    own, corpus = tmp_path / "rules", tmp_path / "corpus"
    own.mkdir()
    corpus.mkdir()
    text = rule_file("headlines.yaml").read_text(encoding="utf-8").replace("\nsources: [", "\nsources: [出处, ")
    (own / "headlines.yaml").write_text(text, encoding="utf-8")
    (corpus / "a.txt").write_text("晒场上的账本\n出处：柳溪邻里网\n柳溪社区调解邻里纠纷12起。\n", encoding="utf-8")
    extract_corpus([corpus], tmp_path / "out", Settings(rules=own, workers=1))
    assert read_table(tmp_path / "out", "documents")["source"].to_pylist() == ["柳溪邻里网"]
    assert "headlines" not in read_manifest(tmp_path / "out")["settings"]
