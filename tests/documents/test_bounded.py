"""One document may hold so much text and no more; a longer one is a row that says so."""

from pathlib import Path

import pytest

from casekit.documents import ReadOptions, read_documents

REPORT = "社区有居民3120户。"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_a_text_longer_than_allowed_is_a_row_without_text(name: str, tmp_path: Path) -> None:
    words = f'{{"id": "1", "text": "{REPORT}"}}\n' if name == "a.jsonl" else REPORT
    (tmp_path / name).write_text(words, encoding="utf-8")
    size = len(REPORT.encode())
    within, beyond = (list(read_documents([tmp_path], ReadOptions(max_text_bytes=limit))) for limit in (size, size - 1))
    assert [(d.status, d.text.strip()) for d in within] == [("ok", REPORT)]
    assert [(d.status, d.text) for d in beyond] == [("too-large", "")]
    assert "of text in one document" in (beyond[0].error or "")


def test_a_long_row_does_not_hide_the_others(tmp_path: Path) -> None:
    rows = [REPORT, REPORT * 100, REPORT]
    (tmp_path / "a.jsonl").write_text("".join(f'{{"text": "{row}"}}\n' for row in rows), encoding="utf-8")
    found = read_documents([tmp_path], ReadOptions(max_text_bytes=1000))
    assert [d.status for d in found] == ["ok", "too-large", "ok"]
