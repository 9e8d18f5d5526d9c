"""Rule files that hold named lists of words: what is wrong in them is told by line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.core import CasekitError
from casekit.core.wordfile import read_word_lists

KEYS = ("days", "sources")


def test_the_lists_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("days: [发布, 刊登]\nsources: []\n", encoding="utf-8")
    assert read_word_lists("words.yaml", KEYS, tmp_path) == {"days": ("发布", "刊登"), "sources": ()}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("day: [发布]\nsources: []\n", 'words.yaml:1:1  unknown key "day". Known: days, sources. Did you mean "days"?'),
        ("days: [发布]\n", "words.yaml:1:1  missing: sources."),
        ("days: 发布\nsources: []\n", 'words.yaml:1:1  "days" must be a list of words.'),
        ("days: [[发布]]\nsources: []\n", 'words.yaml:1:1  "days" must be a list of words.'),
        ("- 发布\n", "words.yaml:1:1  lists of words belong here"),
        ("days: [发布\n", "words.yaml:2:1  not valid YAML"),
    ],
)
def test_mistakes_have_file_line_and_column(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "words.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CasekitError) as error:
        read_word_lists("words.yaml", KEYS, tmp_path)
    assert told in str(error.value)
