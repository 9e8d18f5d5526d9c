"""One character for one: what is folded, what is left, and that nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.text.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("占１２．５％", "占12.5%"),
        ("共有居民2938户,10211人.", "共有居民2938户，10211人."),
        ("居民2,180户", "居民2,180户"),
        ("占65.7%,比上年高", "占65.7%，比上年高"),
        ("安宁市金晖社区:", "安宁市金晖社区："),
        ("9:30开门", "9:30开门"),
        ("怎么建?专家说", "怎么建？专家说"),
        ("记者(张三)", "记者（张三）"),
        ("http://a.cn/b?c=1", "http://a.cn/b?c=1"),
        ("“好！”他说;她笑", "“好！”他说；她笑"),
        ("共\u3000５\u00a0户", "共 5 户"),
        ("甲\r\n乙\r丙\u2028丁\x0b戊", "甲 \n乙\n丙\n丁\n戊"),
        ("社\u200b区\ufeff有\xad人\x07", "社\0区\0有\0人 "),
        ("社\ud83d区", "社\ufffd区"),
        ("「石榴红」宣讲队", "“石榴红”宣讲队"),
        ('她说:"灯亮了."又说:"路平了."', "她说：“灯亮了。”又说：“路平了。”"),
        ("＂微网格＂有46个", "“微网格”有46个"),
        ('半开的"引号', '半开的"引号'),
        ('name="docs" id="7"', 'name="docs" id="7"'),
        ("全村有286户.前年修了路.水也通了.", "全村有286户。前年修了路。水也通了。"),
        ("一.基本情况\n全村有286户.", "一.基本情况\n全村有286户."),
        ("全村有286户。见附件.docx和说明.txt", "全村有286户。见附件.docx和说明.txt"),
    ],
)
def test_characters_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_length_never_changes(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once_but_for_what_stands_next_to_it(text: str) -> None:
    once = fold(text)
    assert len(fold(once)) == len(once)
