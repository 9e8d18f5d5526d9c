"""Makers of files in every format, all with the same article."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from casekit.documents import Document, ReadOptions, read_documents

TITLE = "清溪社区：小院里的大家庭"
PARAGRAPHS = (
    "柳州市鱼峰区清溪社区成立于2009年5月，辖区面积1.26平方公里，有居民3120户8465人，其中壮族、苗族、瑶族等少数民族居民2210人，约占26%。",
    "近年来，社区干部走访各族群众1860多人次，收集意见建议240条，化解邻里矛盾57起，为87户困难家庭送去慰问金4.35万元。",
    "社区还组建了3支文艺队，每年举办联欢活动20余场，吸引居民6000多人次参加。",
    "下一步，社区计划投资38万元改造老旧车棚，新增充电桩60个。",
)
ARTICLE = "\n".join((TITLE, *PARAGRAPHS))


@pytest.fixture
def article() -> str:
    """The article as plain text, its title on the first line."""
    return ARTICLE


@pytest.fixture
def title() -> str:
    return TITLE


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    return PARAGRAPHS


@pytest.fixture
def read_one(tmp_path: Path) -> Callable[..., Document]:
    """Writes bytes into a file of the given name and gives its one document."""

    def read(name: str, data: bytes, options: ReadOptions | None = None) -> Document:
        path = tmp_path / name
        path.write_bytes(data)
        found = list(read_documents([path], options or ReadOptions()))
        assert len(found) == 1, [document.doc for document in found]
        return found[0]

    return read


def docx_bytes(paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    import docx

    word = docx.Document()
    for paragraph in paragraphs:
        word.add_paragraph(paragraph)
    if rows:
        table = word.add_table(len(rows), len(rows[0]))
        for line, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(line.cells, cells, strict=True):
                cell.text = words
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def pdf_bytes(pages: Sequence[Sequence[tuple[float, float, float, str]]]) -> bytes:
    """A PDF of pages of (x, y, size, words), set in a standard Chinese font that is not embedded."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    add(b"<< /Type /Catalog /Pages 2 0 R >>")
    add(b"")
    add(b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>")
    add(
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe)"
        b" /Ordering (GB1) /Supplement 2 >> /DW 1000 >>"
    )
    kids = []
    for page in pages:
        drawn = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET" for x, y, size, words in page
        ).encode()
        content = add(b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"\nendstream")
        kids.append(
            add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                b" /Resources << /Font << /F1 3 0 R >> >> >>" % content
            )
        )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        len(kids),
    )
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def set_lines(text: str, chars: int) -> list[str]:
    """A paragraph broken as in print: two blanks first, `chars` to the line."""
    body = "\u3000\u3000" + text
    return [body[at : at + chars] for at in range(0, len(body), chars)]


def column(lines: Sequence[str], x: float, y: float, size: float = 10) -> Iterator[tuple[float, float, float, str]]:
    """The lines one below the other; wide blanks at the beginning become an indent."""
    for number, line in enumerate(lines):
        body = line.lstrip("\u3000")
        yield x + size * (len(line) - len(body)), y - 1.5 * size * number, size, body


def zip_bytes(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.fixture
def make_docx() -> Callable[..., bytes]:
    return docx_bytes


@pytest.fixture
def make_zip() -> Callable[..., bytes]:
    return zip_bytes


@pytest.fixture
def article_pdf() -> bytes:
    """The article on one page, in one column of 36 characters, under its headline."""
    lines = [line for paragraph in PARAGRAPHS for line in set_lines(paragraph, 36)]
    return pdf_bytes([[(60, 780, 18, TITLE), *column(lines, 60, 740)]])


@pytest.fixture
def two_column_pdf() -> bytes:
    """The article in two columns of 18 characters under a headline that spans both, with a page number below."""
    lines = [line for paragraph in PARAGRAPHS for line in set_lines(paragraph, 18)]
    half = (len(lines) + 1) // 2
    page = [(60, 780, 18, TITLE), *column(lines[:half], 60, 740), *column(lines[half:], 300, 740)]
    return pdf_bytes([[*page, (280, 40, 9, "第 1 页")]])


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_bytes
