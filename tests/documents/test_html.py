"""Saved pages full of clutter: the article comes out whole, and nothing else with a figure in it."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from casekit.documents import Document, ReadOptions
from casekit.documents.blob import Blob
from casekit.documents.html import read_html
from casekit.extract import Kit, extract_document
from casekit.text import read_page


def _load_clutter() -> object:
    spec = importlib.util.spec_from_file_location("clutter", Path(__file__).with_name("clutter.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["clutter"] = module
    spec.loader.exec_module(module)
    return module


CLUTTER = _load_clutter()
PAGES = CLUTTER.cluttered_pages()  # type: ignore[attr-defined]


def _read(name: str, markup: str) -> Document:
    data = markup.encode("gb18030" if "gb2312" in markup else "utf-8")
    return next(read_html(Blob.of_bytes(f"{name}.html", data), ReadOptions()))


def _sentences(story: Sequence[str]) -> list[str]:
    return [found for words in story for found in re.findall(r"[^。？]+(?:[。？]”?|$)", words.strip())]


@pytest.mark.parametrize(("name", "markup", "story"), PAGES, ids=[page[0] for page in PAGES])
def test_the_article_is_whole_and_alone(name: str, markup: str, story: Sequence[str]) -> None:
    document = _read(name, markup)
    assert document.title == CLUTTER.TITLE  # type: ignore[attr-defined]
    sentences = _sentences(story)
    assert sum(len(s) for s in sentences if s in document.text) >= 0.98 * sum(map(len, sentences))
    read = [s for s in read_page(document.text).sentences if s.kind != "furniture" and re.search(r"\d", s.text)]
    assert [s.text for s in read if not any(s.text in words or words in s.text for words in sentences)] == []


def test_the_facts_of_a_page_are_those_of_the_article_and_no_other(kit: Kit) -> None:
    text = "\n".join([CLUTTER.TITLE, *CLUTTER.STORY])  # type: ignore[attr-defined]
    wanted = _facts(Document("a.txt", text, "", title=CLUTTER.TITLE), kit)  # type: ignore[attr-defined]
    assert (len(PAGES), len(wanted)) == (20, 18)
    for name, markup, _ in PAGES:
        assert _facts(_read(name, markup), kit) == wanted, name


def _facts(document: Document, kit: Kit) -> list[tuple[str | None, str, float | None, str]]:
    facts = extract_document(document, kit).facts
    return sorted((fact.case, fact.metric, fact.value, fact.quote) for fact in facts)


def test_dates_are_found_with_where_they_stood() -> None:
    found = {name: _read(name, markup) for name, markup, _ in PAGES}
    day = date(2024, 11, 6)
    assert {name: (d.published, d.published_from) for name, d in found.items() if d.published} == {
        "plain_site": (day, "page"),
        "government": (day, "meta"),
        "wechat": (day, "meta"),
        "epaper": (day, "page"),
        "breaks": (day, "page"),
        "table_layout": (day, "page"),
        "semantic": (day, "time"),
        "interrupted": (day, "page"),
        "json_ld": (day, "json-ld"),
        "forum": (day, "page"),
        "ministry": (day, "meta"),
        "university": (day, "page"),
        "mobile": (day, "page"),
    }


def test_publishers_are_found() -> None:
    found = {name: _read(name, markup).source for name, markup, _ in PAGES}
    assert found["plain_site"] == "桂中新闻网"
    assert found["government"] == "柳江区民族宗教事务局"
    assert found["wechat"] == "竹园发布"


def test_a_page_with_little_text_is_taken_whole_and_flagged() -> None:
    document = _read("a", "<html><body><div>首页</div><p>社区有居民3120户。</p></body></html>")
    assert (document.status, [code for code, _ in document.notes]) == ("ok", ["short-main-text"])
    assert document.text == "首页\n社区有居民3120户。"


def test_tables_keep_their_cells_apart() -> None:
    rows = "<tr><td>清溪社区</td><td>3120户</td></tr><tr><td>荷塘社区</td><td>2938户</td></tr>"
    document = _read(
        "a", f"<html><body><article><p>{'社区概况。' * 20}</p><table>{rows}</table></article></body></html>"
    )
    assert document.text.split("\n")[1:] == ["清溪社区\t3120户", "荷塘社区\t2938户"]
