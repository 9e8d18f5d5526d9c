"""Pages of print: running heads, several columns, tables, locked files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from casekit.documents import Document
from casekit.documents.columns import Run, in_reading_order
from casekit.documents.pdf import page_text
from casekit.text import read_page

Read = Callable[..., Document]
Words = tuple[float, float, float, str]


def _column(lines: Sequence[str], x: float, y: float, size: float = 10) -> Iterator[Words]:
    for number, line in enumerate(lines):
        yield x, y - 1.5 * size * number, size, line


def _runs(words: Sequence[Words]) -> list[Run]:
    return [Run(text, x, y, x + size * len(text), y + size) for x, y, size, text in words]


LEFT = ["左栏第一行有十个字呢", "左栏第二行有十个字呢", "左栏第三行有十个字呢", "左栏第四行有十个字呢"]
MIDDLE = [line.replace("左", "中") for line in LEFT]
RIGHT = [line.replace("左", "右") for line in LEFT]


def test_three_columns_under_a_headline_and_over_a_footer() -> None:
    page = [(60.0, 780.0, 20.0, "三栏之上的大标题"), *_column(LEFT, 60, 740), *_column(MIDDLE, 200, 740)]
    page += [*_column(RIGHT, 340, 740), (200.0, 40.0, 9.0, "页脚上的一行字")]
    assert in_reading_order(_runs(page)).split("\n") == ["三栏之上的大标题", *LEFT, *MIDDLE, *RIGHT, "页脚上的一行字"]


def test_two_articles_of_two_columns_one_above_the_other() -> None:
    page = [*_column(LEFT, 60, 740), *_column(RIGHT, 300, 740), (60.0, 600.0, 20.0, "另一篇的大标题在这里")]
    page += [*_column(MIDDLE, 60, 560), *_column(LEFT, 300, 560)]
    assert in_reading_order(_runs(page)).split("\n") == [*LEFT, *RIGHT, "另一篇的大标题在这里", *MIDDLE, *LEFT]


def test_cells_of_a_table_stay_in_their_rows() -> None:
    rows = [("甲社区", "312户"), ("乙社区", "845户"), ("丙社区", "221户"), ("丁社区", "57户")]
    page = [word for at, row in enumerate(rows) for word in _column([row[0]], 60, 740 - 15 * at)]
    page += [word for at, row in enumerate(rows) for word in _column([row[1]], 300, 740 - 15 * at)]
    assert in_reading_order(_runs(page)).split("\n") == ["\t".join(row) for row in rows]


def test_one_column_is_read_from_top_to_bottom_whatever_the_order_in_the_file() -> None:
    page = list(_column(LEFT, 60, 740))
    assert in_reading_order(_runs(page[::-1])).split("\n") == LEFT


def test_nothing_on_a_page_is_nothing() -> None:
    assert in_reading_order([]) == ""


def test_running_heads_and_page_numbers_do_not_break_sentences(read_one: Read, make_pdf: Callable[..., bytes]) -> None:
    words = "社区干部走访各族群众一千八百六十多人次，收集意见建议二百四十条，化解邻里矛盾五十七起，大家都说社区好。"
    lines = [words * 6][0]
    cut = [lines[at : at + 30] for at in range(0, len(lines), 30)]
    half = len(cut) // 2
    pages = [
        [(60.0, 800.0, 9.0, "2024年11月6日 星期三"), *_column(part, 60, 760), (280.0, 40.0, 9.0, f"- {number} -")]
        for number, part in enumerate((cut[:half], cut[half:]), 1)
    ]
    page = read_page(read_one("a.pdf", make_pdf(pages)).text)
    assert [s.text for s in page.sentences if s.kind != "furniture"] == [words] * 6


def test_a_locked_file_is_told(read_one: Read, article_pdf: bytes) -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00><00>]" % (b"41" * 32, b"42" * 32)
    document = read_one("a.pdf", article_pdf.replace(b"trailer <<", b"trailer << " + lock))
    assert (document.status, document.text) == ("encrypted", "")


def test_pages_without_text_are_noted_beside_pages_with_some(read_one: Read, make_pdf: Callable[..., bytes]) -> None:
    document = read_one("a.pdf", make_pdf([[(60.0, 760.0, 10.0, "社区有居民3120户。")], []]))
    assert document.status == "ok"
    assert document.notes == (("no-text-layer", "1 of 2 pages have no text layer"),)


class Layer:
    """A text layer whose boxes hold only what the machine has a font for."""

    def __init__(self, boxes: list[str], whole: str) -> None:
        self.boxes, self.whole = boxes, whole

    def count_rects(self) -> int:
        return len(self.boxes)

    def get_rect(self, number: int) -> tuple[float, float, float, float]:
        return 60.0, 700.0 - 15 * number, 360.0, 710.0 - 15 * number

    def get_text_bounded(self, _left: float, _bottom: float, _right: float, top: float) -> str:
        return self.boxes[round((710.0 - top) / 15)]

    def get_text_range(self) -> str:
        return self.whole

    def get_textpage(self) -> Layer:
        return self

    def close(self) -> None:
        """Nothing to close."""


def test_characters_without_a_font_are_not_lost() -> None:
    assert (
        page_text([Layer(["2024年11月6", "社区有312户"], "2024年11月6日\r\n社区有312户")], 0)
        == "2024年11月6日\r\n社区有312户"
    )
    assert (
        page_text([Layer(["2024年11月6日", "社区有312户"], "2024年11月6日\r\n社区有312户")], 0)
        == "2024年11月6日\n社区有312户"
    )
