"""Bytes of Chinese text in every encoding people have, long and short, whole and damaged."""

from __future__ import annotations

import codecs
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.documents.encoding import Decoded, decode, guess_encoding, widened

SIMPLIFIED = "社区共有居民4216户11350人，少数民族占35%。"
TRADITIONAL = "鳳影社區卻住了6230戶，壯族、瑤族等少數民族居民共1506人。"
SHORT = (
    "责任编辑：张三",
    "居民4216户",
    "民族团结一家亲",
    "调解纠纷93起",
    "近年来，社区",
    "□ 本报记者",
    "办好实事139件",
)
SHORT_TRADITIONAL = ("責任編輯：張三", "居民6230戶", "義工五百餘人", "社區飯堂", "化解鄰里糾紛59宗")


@pytest.mark.parametrize("text", [SIMPLIFIED, *SHORT])
@pytest.mark.parametrize(
    ("written", "read"),
    [("utf-8", "utf-8"), ("gbk", "gb18030"), ("gb2312", "gb18030"), ("gb18030", "gb18030")],
)
def test_simplified_text_is_read_in_the_encoding_it_was_written_in(text: str, written: str, read: str) -> None:
    found = decode(text.encode(written))
    assert found is not None
    assert (found.text, found.encoding, found.damaged) == (text, read, 0)


@pytest.mark.parametrize("text", [TRADITIONAL, *SHORT_TRADITIONAL])
@pytest.mark.parametrize("written", ["utf-8", "big5", "big5hkscs", "gb18030"])
def test_traditional_text_is_read_in_the_encoding_it_was_written_in(text: str, written: str) -> None:
    found = decode(text.encode(written))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize(
    ("mark", "written", "read"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
    ],
)
def test_wide_encodings_are_known_by_their_mark_or_their_zeros(mark: bytes, written: str, read: str) -> None:
    found = decode(mark + SIMPLIFIED.encode(written))
    assert found is not None
    assert (found.text, found.encoding) == (SIMPLIFIED, read)


def test_what_the_user_says_is_obeyed() -> None:
    data = SIMPLIFIED.encode("gbk")
    found = decode(data, encoding="big5")
    assert found is not None
    assert found.encoding == "big5hkscs"
    assert found.text != SIMPLIFIED


def test_what_the_file_says_breaks_a_tie() -> None:
    data = "戶口".encode("big5")
    assert decode(data, declared="big5").text == "戶口"  # type: ignore[union-attr]


def test_a_wrong_declaration_does_not_win_over_the_bytes() -> None:
    found = decode(SIMPLIFIED.encode(), declared="gb2312")
    assert found is not None
    assert (found.text, found.encoding) == (SIMPLIFIED, "utf-8")


def test_a_character_cut_off_at_the_end_is_counted() -> None:
    found = decode(SIMPLIFIED.encode()[:-1])
    assert found is not None
    assert (found.text, found.encoding, found.damaged) == (SIMPLIFIED[:-1] + "\ufffd", "utf-8", 1)


def test_a_few_bad_bytes_are_replaced_and_counted() -> None:
    found = decode(SIMPLIFIED.encode() * 5 + b"\xff" + SIMPLIFIED.encode() * 5)
    assert found is not None
    assert (found.text, found.damaged) == (SIMPLIFIED * 5 + "\ufffd" + SIMPLIFIED * 5, 1)


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3" * 400, random.Random(1).randbytes(3000)]
)
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decode(data) is None


def test_nothing_is_an_empty_text() -> None:
    found = decode(b"")
    assert found is not None
    assert found.text == ""


def test_an_unknown_name_of_an_encoding_is_an_error() -> None:
    with pytest.raises(LookupError):
        widened("utf-88")


def test_a_sample_cut_in_mid_character_still_tells_the_encoding() -> None:
    assert guess_encoding((SIMPLIFIED * 90).encode("gbk")[:-1]) == "gb18030"
    assert guess_encoding((SIMPLIFIED * 90).encode()[:-1]) == "utf-8-sig"


@given(st.text(alphabet=st.sampled_from("社区居民共有少数族户人元年月日第和在了的是，。、“”0123456789%"), min_size=8))
def test_any_everyday_text_survives_utf8_and_gb18030(text: str) -> None:
    assert decode(text.encode()).text == text  # type: ignore[union-attr]
    found = decode(text.encode("gb18030"))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_a_damaged_text_is_read_in_its_own_encoding(encoding: str, article: str) -> None:
    """Bytes changed at random, one in two hundred: GB18030 would take most damaged Big5 for its own."""
    text = (TRADITIONAL if encoding.startswith("big5") else article) * 3
    whole = bytearray(text.encode(encoding))
    chance = random.Random(7)
    for _ in range(40):
        data = whole[:]
        for _ in range(len(data) // 200):
            data[chance.randrange(len(data))] = chance.randrange(0x40, 0x100)
        found = decode(bytes(data))
        assert found is not None and found.encoding == encoding
        assert (Counter(found.text) & Counter(text)).total() > 0.95 * len(text)


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
def test_a_dozen_characters_are_enough_to_tell_the_encodings_apart(encoding: str, article: str) -> None:
    text = TRADITIONAL if encoding.startswith("big5") else article
    for start in range(0, len(text) - 12):
        part = text[start : start + 12]
        assert decode(part.encode(encoding)) == Decoded(part, encoding), part


TRADITIONAL = """清溪社區：小院裡的大家庭
柳州市魚峰區清溪社區成立於2009年5月，轄區面積1.26平方公里，有居民3120戶8465人，其中壯族、苗族、侗族等少數民族居民2210人。
近年來，社區幹部走訪各族群眾1860多人次，收集意見建議240條，化解鄰里矛盾57起，為87戶困難家庭送去慰問金4.35萬元。
"""
