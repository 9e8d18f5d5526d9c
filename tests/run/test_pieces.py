"""What lies in a folder becomes pieces, few files or many."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.documents import ReadOptions
from casekit.run import pieces as pieces_module
from casekit.run.pieces import find_pieces, look_through


def test_many_files_are_walked_through_again_and_are_the_same_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/1.txt", "a/2.html", "b.txt", "c.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "清溪社区"}\n', encoding="utf-8")
    few = look_through([tmp_path])
    assert [source.doc for source, _ in few.files] == ["a/1.txt", "a/2.html", "b.txt", "c.jsonl"]
    monkeypatch.setattr(pieces_module, "_FEW", 3)
    many = look_through([tmp_path])
    assert (many.files, many.size, many.sample) == ((), few.size, few.sample)
    assert list(find_pieces(many, ReadOptions())) == list(find_pieces(few, ReadOptions()))
