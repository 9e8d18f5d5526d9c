"""Where sentences end, and that nothing is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.text.sentences import MAX_SENTENCE, cut_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲社区有居民。乙社区也有！", ["甲社区有居民。", "乙社区也有！"]),
        ("“门开着，随时来坐。”焦大娘说。", ["“门开着，随时来坐。”", "焦大娘说。"]),
        ("共86次；办结85次；其余在办。", ["共86次；", "办结85次；", "其余在办。"]),
        ("什么？！再说一遍……好。", ["什么？！", "再说一遍……好。"]),
        ("演出《我们的家！》和《老街新事》52场。", ["演出《我们的家！》和《老街新事》52场。"]),
        ("人均1.5万元，占65.7%。", ["人均1.5万元，占65.7%。"]),
        ("没有句号", ["没有句号"]),
        ("总户数：1286户  总人口：3409人 网格：6个", ["总户数：1286户", "总人口：3409人", "网格：6个"]),
        ("图 张三 东街社区的长桌宴", ["图 张三 东街社区的长桌宴"]),
        ("", []),
    ],
)
def test_sentences_end_after_their_marks(text: str, sentences: list[str]) -> None:
    assert [s.text for s in cut_sentences(text, ["prose"])] == sentences


def test_every_line_has_its_kind_and_its_number() -> None:
    found = cut_sentences("标题\n一句。两句。\n完", ["heading", "prose", "furniture"])
    assert [(s.text, s.start, s.kind, s.paragraph) for s in found] == [
        ("标题", 0, "heading", 0),
        ("一句。", 3, "prose", 1),
        ("两句。", 6, "prose", 1),
        ("完", 10, "furniture", 2),
    ]


def test_a_run_without_an_end_is_cut_at_a_comma() -> None:
    text = ("社区" * 60 + "，") * 40
    found = cut_sentences(text, ["prose"])
    assert max(len(s.text) for s in found) <= MAX_SENTENCE
    assert all(s.text.endswith("，") for s in found)
    assert "".join(s.text for s in found) == text


@given(st.text(alphabet="社区有居民3。！？；，《》“” \n"))
def test_nothing_but_blanks_lies_outside_sentences(text: str) -> None:
    found = cut_sentences(text, ["prose"] * (text.count("\n") + 1))
    assert [text[s.start : s.end] for s in found] == [s.text for s in found]
    assert [s.start for s in found] == sorted({s.start for s in found})
    assert "".join(s.text for s in found).replace(" ", "") == text.replace("\n", "").replace(" ", "")
