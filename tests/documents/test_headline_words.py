"""rules/headlines.yaml: a user's copy with a word more is read by every way into a document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casekit import extract
from casekit.core import RuleError
from casekit.core.rules_folder import rule_file
from casekit.documents import ReadOptions, read_documents
from casekit.documents.headline_words import load_headline_words
from casekit.documents.headlines import Headline, read_headline

TEXT = "办报人：柳溪\n晒场上的账本\n上线日期：2022-05-07 出处：柳溪邻里网\n柳溪社区今年调解邻里纠纷12起。\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A rules folder with a word more in three lists."""
    text = rule_file("headlines.yaml").read_text(encoding="utf-8")
    for key, word in (("days", "上线"), ("sources", "出处"), ("no_titles", "办报人")):
        text = text.replace(f"\n{key}: [", f"\n{key}: [{word}, ")
    (tmp_path / "headlines.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_words_decide_title_publisher_and_day(own: Path) -> None:
    told = Headline("晒场上的账本", "柳溪邻里网", date(2022, 5, 7), "dateline")
    assert read_headline(TEXT, words=load_headline_words(own)) == told
    assert read_headline(TEXT) == Headline("办报人：柳溪")


def test_they_are_those_of_the_rules_that_a_text_is_read_with(own: Path) -> None:
    assert [fact.period_start for fact in extract(TEXT, rules=own)] == [date(2022, 1, 1)]
    assert [fact.period_start for fact in extract(TEXT)] == [None]


def test_they_are_those_of_the_options_that_files_are_read_with(own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    options = ReadOptions(headlines=load_headline_words(own))
    assert [document.title for document in read_documents([tmp_path / "a.txt"], options)] == ["晒场上的账本"]


def test_a_mistake_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "headlines.yaml").write_text("dates: [发布]\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r'headlines\.yaml:1:1  unknown key "dates"\. .*Did you mean "days"'):
        load_headline_words(tmp_path)
