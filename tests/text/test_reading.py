"""Whole pages: every character maps back, figures of annotated reports stay readable."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.core import Span
from casekit.text import Page, read_page

TESTS = Path(__file__).parents[1]
SHARED = TESTS.parent.parent / "shared"
FOLDERS = [
    (TESTS.parent / "corpus", TESTS / "gold" / "corpus"),
    (TESTS / "reports", TESTS / "gold" / "reports"),
    (SHARED / "corpus", SHARED / "gold"),
]
_PROSE = [
    "社区",
    "有居民3120户",
    "收集意",
    "见建议70条",
    "荷塘社区：",
    "一是",
    "１２％",
    "### 小标题",
    "各村（居）民小组",
]
# The brackets of 村（居）民 are no part of the clean text.
_ASIDE = re.compile("(?<=[村居])[（(][居村][)）](?=[民委])")
_OTHER = ["來源：們這國", "😀", "A b"]
_MARKS = ["，", "。", "（", "）", "“", "”", "▲合影", "□ 本报记者 张三", "2024-11-06"]
_BLANKS = ["\n", "\n\n", "　　", " ", "\t", "\r\n", "\u200b", "\0"]
PIECES = st.sampled_from([*_PROSE, *_OTHER, *_MARKS, *_BLANKS])


def _origins(page: Page) -> dict[int, int]:
    return {page.aligned.origin(at): at for at in range(len(page.text))}


def _reports() -> list[tuple[Path, Path]]:
    return [
        (text, gold / f"{text.stem}.facts.jsonl")
        for texts, gold in FOLDERS
        for text in sorted(texts.glob("*.txt"))
        if (gold / f"{text.stem}.facts.jsonl").is_file()
    ]


@pytest.mark.parametrize(("report", "gold"), _reports(), ids=lambda path: path.stem)
def test_no_annotated_figure_is_lost_cut_or_taken_for_furniture(report: Path, gold: Path) -> None:
    source = report.read_text(encoding="utf-8")
    page = read_page(source)
    origins = _origins(page)
    for line in gold.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        first, last = origins[fact["start"]], origins[fact["end"] - 1]
        assert page.aligned.source_span(Span(first, last + 1)).of(source) == source[fact["start"] : fact["end"]]
        (sentence,) = (s for s in page.sentences if s.start <= first and last < s.end)
        assert sentence.kind != "furniture", sentence


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=300)
def test_every_sentence_stands_in_the_clean_text_and_every_character_in_the_source(source: str) -> None:
    page = read_page(source)
    assert page.aligned.source == source
    places = [page.aligned.origin(at) for at in range(len(page.text))]
    assert len(set(places)) == len(places)
    for sentence in page.sentences:
        assert page.text[sentence.start : sentence.end] == sentence.text
        span = page.aligned.source_span(sentence.span)
        assert 0 <= span.start < span.end <= len(source)
    starts = [sentence.start for sentence in page.sentences]
    assert starts == sorted(set(starts))


@given(st.text(max_size=200))
def test_any_text_can_be_read(source: str) -> None:
    page = read_page(source)
    kept = {page.aligned.origin(at) for at in range(len(page.text))}
    aside = {at for found in _ASIDE.finditer(source) for at in range(*found.span())}
    lost = [char for at, char in enumerate(source) if at not in kept | aside]
    assert all(char.isspace() or not char.isprintable() or char in "\0\ufe0f#" for char in lost), lost


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("报名学画 180 余名", "报名学画180余名"),
        ("社区占地 0.5平方公里", "社区占地0.5平方公里"),
        ("邻里情浓 笑声多", "邻里情浓 笑声多"),
        ("居民2\u200b180户", "居民2180户"),
        ("一区　５户", "一区 5户"),
        ("下设86个村（居）民小组", "下设86个村民小组"),
        ("各居(村)委会", "各居委会"),
        ("村（居）两级", "村（居）两级"),
    ],
)
def test_blanks_around_digits_and_what_nobody_sees_are_left_out(source: str, clean: str) -> None:
    assert read_page(source).text == clean


def test_boilerplate_of_the_site_is_furniture() -> None:
    page = read_page("用心记录身边事\n社区有居民3120户。", boilerplate=frozenset({"用心记录身边事"}))
    assert [s.kind for s in page.sentences] == ["furniture", "prose"]
