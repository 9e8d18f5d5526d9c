"""The same article in every format and encoding gives the same text; every failure gives one clear status."""

from __future__ import annotations

import gzip
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from casekit.documents import Document, ReadOptions, read_documents
from casekit.text import read_page

Read = Callable[..., Document]


def _sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read_page(text).sentences]


def _html(title: str, paragraphs: tuple[str, ...], charset: str = "utf-8") -> str:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f'<html><head><meta charset="{charset}"><title>{title}_清溪网</title></head><body><ul><li>首页</li></ul>'
        f'<h1>{title}</h1><div class="content">{body}</div><div>版权所有 清溪网 2024</div></body></html>'
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk", "utf-32"])
def test_a_text_is_the_same_in_every_encoding(read_one: Read, article: str, encoding: str) -> None:
    document = read_one("a.txt", article.encode(encoding))
    assert (document.status, document.text) == ("ok", article)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_breaks_stay_as_they_are_and_sentences_do_not_care(read_one: Read, article: str, newline: str) -> None:
    document = read_one("a.txt", article.replace("\n", newline).encode())
    assert document.text == article.replace("\n", newline)
    assert _sentences(document.text) == _sentences(article)


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk"])
def test_a_page_gives_the_sentences_of_the_article(
    read_one: Read, article: str, title: str, paragraphs: tuple[str, ...], charset: str
) -> None:
    document = read_one("a.html", _html(title, paragraphs, charset).encode(charset))
    assert (document.status, document.format, document.title) == ("ok", "html", title)
    assert _sentences(document.text) == _sentences(article)


def test_a_page_saved_as_text_or_as_word_is_known_by_its_first_bytes(
    read_one: Read, article: str, title: str, paragraphs: tuple[str, ...]
) -> None:
    for name in ("a.txt", "a.doc", "a"):
        document = read_one(name, _html(title, paragraphs).encode())
        assert (document.format, _sentences(document.text)) == ("html", _sentences(article))


def test_a_page_saved_as_mht(read_one: Read, article: str, title: str, paragraphs: tuple[str, ...]) -> None:
    from email.mime.multipart import MIMEMultipart
    from email.mime.text import MIMEText

    message = MIMEMultipart("related")
    message["Subject"] = title
    message.attach(MIMEText(_html(title, paragraphs), "html", "utf-8"))
    message.attach(MIMEText("body{width:300px}", "css", "utf-8"))
    for name in ("a.mht", "a.mhtml", "a.html"):
        document = read_one(name, message.as_bytes())
        assert _sentences(document.text) == _sentences(article)


def test_a_word_file_gives_paragraphs_and_tables_in_order(
    read_one: Read, article: str, make_docx: Callable[..., bytes]
) -> None:
    document = read_one("a.docx", make_docx(article.split("\n"), [["社区", "户数"], ["清溪社区", "3120户"]]))
    assert (document.status, document.text) == ("ok", f"{article}\n社区\t户数\n清溪社区\t3120户")


def test_a_pdf_gives_the_sentences_of_the_article(read_one: Read, article: str, article_pdf: bytes) -> None:
    document = read_one("a.pdf", article_pdf)
    assert (document.status, document.format) == ("ok", "pdf")
    assert _sentences(document.text) == _sentences(article)


def test_two_columns_are_read_one_after_the_other(read_one: Read, article: str, two_column_pdf: bytes) -> None:
    page = read_page(read_one("a.pdf", two_column_pdf).text)
    assert [s.text for s in page.sentences if s.kind != "furniture"] == _sentences(article)


def test_rows_of_json_lines(tmp_path: Path, article: str) -> None:
    rows = [
        {"id": "A-7", "title": "甲", "text": article, "date": "2024-11-06"},
        {"id": "A-7", "text": "另一篇。"},
        {"x": 1},
    ]
    lines = "\n".join([*(json.dumps(row, ensure_ascii=False) for row in rows), "{broken", "[1]"])
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    found = list(read_documents([tmp_path]))
    assert [(d.doc, d.status) for d in found] == [
        ("a.jsonl#A-7", "ok"),
        ("a.jsonl#A-7~2", "ok"),
        ("a.jsonl#0000003", "no-text-column"),
        ("a.jsonl#0000004", "unreadable"),
        ("a.jsonl#0000005", "unreadable"),
    ]
    assert (found[0].text, found[0].title) == (article, "甲")
    assert (found[0].published, found[0].published_from) == (date(2024, 11, 6), "column")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_json_lines_in_other_encodings(tmp_path: Path, article: str, encoding: str) -> None:
    lines = "\n".join(json.dumps({"正文": article}, ensure_ascii=False) for _ in range(3))
    (tmp_path / "a.jsonl").write_bytes(lines.encode(encoding))
    assert [d.text for d in read_documents([tmp_path])] == [article] * 3


def test_a_list_of_json_objects(tmp_path: Path, article: str) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps([{"content": article}, {"content": ["一段。", "二段。"]}]), encoding="utf-8"
    )
    assert [d.text for d in read_documents([tmp_path])] == [article, "一段。\n二段。"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_rows_of_csv(tmp_path: Path, article: str, encoding: str, separator: str) -> None:
    quoted = article.replace('"', '""')
    rows = [("编号", "标题", "正文", "发布时间"), ("7", "甲", f'"{quoted}"', "2024/11/6")]
    table = "\n".join(separator.join(row) for row in rows)
    (tmp_path / "a.csv").write_bytes(table.encode(encoding))
    (document,) = read_documents([tmp_path])
    assert (document.doc, document.text, document.title) == ("a.csv#7", article, "甲")
    assert document.published == date(2024, 11, 6)


def test_columns_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b,c\n甲社区有居民3120户。,乙,丙\n", encoding="utf-8")
    options = ReadOptions(text_column="a", title_column="b", id_column="c")
    (document,) = read_documents([tmp_path], options)
    assert (document.doc, document.text, document.title) == ("a.csv#丙", "甲社区有居民3120户。", "乙")


def test_a_column_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("正文,标题\n甲社区有居民3120户。,乙\n", encoding="utf-8")
    (document,) = read_documents([tmp_path], ReadOptions(text_column="正文1"))
    assert document.status == "no-text-column"
    assert document.error == 'no column "正文1" here. Columns: 正文, 标题. Did you mean "正文"?'


def test_rows_of_parquet(tmp_path: Path, article: str) -> None:
    table = pa.table({"id": [1, 2], "text": [article, None], "published": [date(2024, 11, 6), None], "x": [[1], [2]]})
    pq.write_table(table, tmp_path / "a.parquet")
    found = list(read_documents([tmp_path]))
    assert [(d.doc, d.status, d.published) for d in found] == [
        ("a.parquet#1", "ok", date(2024, 11, 6)),
        ("a.parquet#2", "empty", None),
    ]
    assert found[0].text == article


def test_archives_are_read_without_unpacking(tmp_path: Path, article: str, make_zip: Callable[..., bytes]) -> None:
    inner = make_zip({"b.txt": article.encode("gb18030")})
    data = make_zip({"报道/a.txt": article.encode(), "inner.zip": inner, "c.jpg": b"x", "__MACOSX/a.txt": b"x"})
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(article.encode()))
    found = {d.doc: d.text for d in read_documents([tmp_path])}
    assert found == {"a.zip/inner.zip/b.txt": article, "a.zip/报道/a.txt": article, "b.txt.gz/b.txt": article}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.txt.gz"]


@pytest.mark.parametrize("kind", ["txt", "html", "docx", "pdf", "zip", "jsonl"])
def test_standard_input_is_known_by_its_first_bytes(
    kind: str,
    article: str,
    title: str,
    paragraphs: tuple[str, ...],
    article_pdf: bytes,
    make_docx: Callable[..., bytes],
    make_zip: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = {
        "txt": article.encode("gb18030"),
        "html": _html(title, paragraphs).encode(),
        "docx": make_docx(article.split("\n")),
        "pdf": article_pdf,
        "zip": make_zip({"a.txt": article.encode()}),
        "jsonl": json.dumps({"text": article}).encode(),
    }[kind]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (document,) = read_documents([Path("-")])
    assert document.doc.startswith("stdin")
    assert _sentences(document.text) == _sentences(article)


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", " \n\u3000\n".encode(), "empty"),
        ("a.txt", bytes(range(256)) * 9, "unreadable"),
        ("a.html", b"", "empty"),
        ("a.html", b"<html><body><script>1</script></body></html>", "empty"),
        ("a.docx", b"PK\x03\x04broken", "unreadable"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "unsupported"),
        ("a.pdf", b"%PDF-1.4 broken", "unreadable"),
        ("a.zip", b"PK\x03\x04broken", "unreadable"),
        ("a.txt.gz", b"\x1f\x8bbroken", "unreadable"),
        ("a.parquet", b"PAR1broken", "unreadable"),
        ("a.csv", b"", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.json", b"[]", "empty"),
        ("a.xlsx", b"PK\x03\x04", "unsupported"),
        ("a.mht", b"MIME-Version: 1.0\n\nnothing", "unreadable"),
    ],
)
def test_what_cannot_be_read_has_one_status_and_a_line_for_people(
    read_one: Read, name: str, data: bytes, status: str
) -> None:
    document = read_one(name, data)
    assert (document.status, document.text.strip()) == (status, "")
    assert document.error
    assert "\n" not in document.error


def test_a_scan_is_told_from_an_empty_file(read_one: Read, make_pdf: Callable[..., bytes]) -> None:
    document = read_one("a.pdf", make_pdf([[]]))
    assert (document.status, document.text) == ("no-text-layer", "")


def test_nothing_is_stripped_from_a_text(read_one: Read) -> None:
    text = "\n\n　　社区\0有居民3120户。\u200b \n\n"
    assert read_one("a.txt", text.encode()).text == text


@pytest.mark.parametrize(("name", "module"), [("a.html", "lxml"), ("a.docx", "docx"), ("a.pdf", "pypdfium2")])
def test_a_missing_extra_is_told_with_what_to_install(
    read_one: Read, name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loaded in [key for key in sys.modules if key.startswith("casekit.documents.html_m")]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, module, None)
    document = read_one(name, b"<html><body>x</body></html>" if name == "a.html" else b"x")
    assert document.status == "needs-extra"
    assert 'pip install "casekit[' in (document.error or "")


@pytest.mark.parametrize("name", ["报道.txt", "报道", "报道.html"])
def test_a_small_file_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / name).write_text("清溪社区有居民3120户。", encoding="utf-8")
    opened: list[str] = []
    opening = Path.open
    monkeypatch.setattr(Path, "open", lambda path, *rest: opened.append(path.name) or opening(path, *rest))
    assert [document.status for document in read_documents([tmp_path / name])] == ["ok"]
    assert opened == [name]
