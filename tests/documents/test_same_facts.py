"""One article in a tree of all formats and encodings: the same facts from each, every quote in that document's text."""

from __future__ import annotations

import base64
import csv
import gzip
import io
import json
import sys
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from casekit.documents import Document, read_documents
from casekit.extract import Extraction, Kit, extract_document

Told = set[tuple[float, str, str, str | None]]


def _page(title: str, paragraphs: tuple[str, ...], charset: str) -> bytes:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    head = f'<meta charset="{charset}"><title>{title}_清溪网</title>'
    foot = "<div>版权所有 清溪网 您是第1086452位访客</div>"
    return f"<html><head>{head}</head><body><h1>{title}</h1><article>{body}</article>{foot}</body></html>".encode(
        charset
    )


def _mht(page: bytes) -> bytes:
    """A page as browsers save it in one file."""
    message = MIMEMultipart("related")
    message.attach(part := MIMENonMultipart("text", "html", charset="gbk"))
    part.set_payload(base64.encodebytes(page).decode())
    part["Content-Transfer-Encoding"] = "base64"
    return message.as_bytes()


def _csv(text: str) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([["编号", "正文"], ["1", text]])
    return stream.getvalue().encode("gb18030")


@pytest.fixture
def tree(
    tmp_path: Path,
    article: str,
    title: str,
    paragraphs: tuple[str, ...],
    article_pdf: bytes,
    two_column_pdf: bytes,
    make_docx: Callable[..., bytes],
    make_zip: Callable[..., bytes],
) -> Path:
    """The article in every format that is read, and as text in every encoding."""
    files = {
        **{f"text/{name}.txt": article.encode(name) for name in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk")},
        "text/crlf.txt": article.replace("\n", "\r\n").encode(),
        "text/wide.txt": article.translate({0x30 + i: 0xFF10 + i for i in range(10)}).encode(),
        "text/article.md": f"# {article}".encode(),
        "pages/a.html": _page(title, paragraphs, "utf-8"),
        "pages/b.htm": _page(title, paragraphs, "gb2312"),
        "office/a.docx": make_docx(article.split("\n")),
        "office/one.pdf": article_pdf,
        "office/two.pdf": two_column_pdf,
        "rows/a.jsonl": json.dumps({"text": article}, ensure_ascii=False).encode(),
        "rows/a.csv": _csv(article),
        "rows/a.tsv": "正文\t编号\n".encode() + article.replace("\n", " ").encode() + b"\t1\n",
        "rows/b.json": json.dumps([{"text": article}], ensure_ascii=False).encode(),
        "rows/c.ndjson": json.dumps({"content": article}, ensure_ascii=False).encode(),
        "pages/c.mht": _mht(_page(title, paragraphs, "gbk")),
        "pages/saved.txt": _page(title, paragraphs, "utf-8"),
        "text/without-mark-le.txt": article.encode("utf-16-le"),
        "text/without-mark-be.txt": article.encode("utf-16-be"),
        "text/utf-32.txt": article.encode("utf-32"),
        "packed/a.zip": make_zip({"a.txt": article.encode()}),
        "packed/b.txt.gz": gzip.compress(article.encode()),
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    pq.write_table(pa.table({"text": [article]}), tmp_path / "rows" / "a.parquet")
    return tmp_path


def _told(extraction: Extraction) -> Told:
    return {(fact.value, fact.unit, fact.metric, fact.case) for fact in extraction.facts}


def test_every_format_tells_the_same(tree: Path, article: str, kit: Kit) -> None:
    (tree / "text" / "plain.txt").write_text(article, encoding="utf-8")
    found = {document.doc: extract_document(document, kit) for document in read_documents([tree])}
    assert len(found) == 27
    assert {document.document.status for document in found.values()} == {"ok"}
    expected = _told(found["text/plain.txt"])
    assert {(3120.0, "户"), (57.0, "起"), (1.26, "平方公里")} <= {(value, unit) for value, unit, _, _ in expected}
    assert {case for _, _, _, case in expected} == {"清溪社区"}
    for doc, extraction in found.items():
        assert _told(extraction) == expected, doc
        for fact in extraction.facts:
            assert extraction.document.text[fact.start : fact.end] == fact.quote


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "utf-8", "gb18030"])
def test_traditional_characters_tell_the_same_figures(tmp_path: Path, article: str, kit: Kit, encoding: str) -> None:
    """Names and quotes stay as they are written; figures, units and metrics are those of the simplified text."""
    traditional_of = pytest.importorskip("opencc").OpenCC("s2tw").convert
    (tmp_path / "s.txt").write_text(article, encoding="utf-8")
    (tmp_path / "t.txt").write_text(traditional_of(article), encoding=encoding)
    simple, traditional = (extract_document(document, kit) for document in read_documents([tmp_path]))
    assert traditional.document.encoding == {"big5": "big5hkscs"}.get(encoding, encoding)
    assert {told[:3] for told in _told(traditional)} == {told[:3] for told in _told(simple)}
    assert {fact.case for fact in traditional.facts} == {"清溪社區"}
    text = traditional.document.text
    assert all(text[fact.start : fact.end] == fact.quote for fact in traditional.facts)


def test_standard_input_tells_the_same(article: str, kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        stream = io.TextIOWrapper(io.BytesIO(article.encode(encoding)))
        monkeypatch.setattr(sys, "stdin", stream)
        (document,) = read_documents([Path("-")])
        assert (document.doc, len(_told(extract_document(document, kit)))) == ("stdin", len(_of(article, kit)))


def _of(article: str, kit: Kit) -> Told:
    return _told(extract_document(Document("a.txt", article, ""), kit))
