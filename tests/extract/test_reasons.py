"""rules/reasons.yaml: every reason has Chinese words, a user's are laid over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.core import RuleError
from casekit.documents import Document
from casekit.extract import load_kit
from casekit.extract.reasons import load_reasons
from casekit.workbench.explain import explain_document
from casekit.workbench.telling import told

TEXT = "柳桥社区开了夜校。他一个月挣4600元。"


def test_every_reason_has_chinese_words() -> None:
    assert all(any("\u4e00" <= c <= "\u9fff" for c in words) for words in load_reasons().values())


def test_a_users_words_stand_over_those_that_are_shipped(tmp_path: Path) -> None:
    (tmp_path / "reasons.yaml").write_text("person: 一个人的，不是社区的\ndate: 日子\n", encoding="utf-8")
    assert load_reasons(tmp_path) == load_reasons() | {"person": "一个人的，不是社区的", "date": "日子"}
    kit = load_kit(tmp_path)
    lines = [line for one in explain_document(Document("a", TEXT, ""), kit) for line in told(one, kit)]
    assert "  ✗ person  一个人的，不是社区的" in lines


@pytest.mark.parametrize(
    ("text", "place"), [("- 日期\n", ":1:1"), ("date: 日期\ntime: [钟点]\n", ":2:1"), ("date:\n", ":1:1")]
)
def test_a_mistake_has_its_place(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "reasons.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_reasons(tmp_path)
    assert f"reasons.yaml{place}" in str(error.value)
