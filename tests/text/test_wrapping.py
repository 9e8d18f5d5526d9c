"""Reports broken at a fixed width read as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.text import load_layout, read_page
from casekit.text.lines import find_lines
from casekit.text.wrapping import find_margin, unwrap

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))


def _wrapped(paragraphs: list[str], width: int, style: str) -> str:
    lines: list[str] = []
    for paragraph in paragraphs:
        body = f"\u3000\u3000{paragraph}" if style == "indent" else paragraph
        lines += [body[at : at + width] for at in range(0, len(body), width)]
        lines += [""] * (style == "blank")
    return "\n".join(lines)


@pytest.mark.parametrize("style", ["indent", "blank"])
@pytest.mark.parametrize("width", [18, 26, 38])
def test_wrapped_reports_give_the_same_sentences(width: int, style: str) -> None:
    same = total = 0
    for path in CORPUS:
        paragraphs = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        whole = {s.text for s in read_page("\n".join(paragraphs)).sentences if s.kind != "furniture"}
        broken = {s.text for s in read_page(_wrapped(paragraphs, width, style)).sentences}
        same, total = same + len(whole & broken), total + len(whole)
    assert total > 100
    assert same >= 0.985 * total


def test_a_full_line_goes_on_though_a_sentence_ends_with_it() -> None:
    first = "柳滩村在河的西岸，一条石桥通到对面，桥是前年修的。桥头新添了六十盏灯和两个岗亭，夜里也亮堂。过桥的人多了。"
    width = first.index("。") + 1
    broken = "\n\n".join("\n".join(first[at : at + width] for at in range(0, len(first), width)) for _ in range(5))
    assert {s.paragraph for s in read_page(broken).sentences} == {0, 1, 2, 3, 4}


def test_one_line_a_paragraph_has_no_margin() -> None:
    for path in CORPUS:
        assert find_margin(find_lines(path.read_text(encoding="utf-8")))[0] == 0


def test_latin_words_keep_their_space() -> None:
    text = "\n".join(
        [
            "The community has now three",
            "thousand households and some",
            "eight thousand residents in",
            "eleven quarters along with",
        ]
        * 2
    )
    lines, spaces = unwrap(find_lines(text), load_layout())
    assert len(lines) == 1
    assert lines[0].text.startswith("The community has now three thousand households and some eight")
    assert all(text[at] == "\n" for at in spaces)
