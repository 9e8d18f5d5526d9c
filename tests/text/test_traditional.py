"""Traditional Chinese is read through a simplified copy of the same length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.core import Span
from casekit.text import read_page, traditional
from casekit.text.traditional import looks_traditional, simplified

TEXT = "屋邨會所登記義工４２６人，分作９組，其中「夜班義工」５７人。"


@pytest.mark.parametrize("text", [TEXT, "這個國家的鄉鎮", "幫待業鄰里尋得崗位１６０個"])
def test_traditional_text_is_known(text: str) -> None:
    assert looks_traditional(text)


@pytest.mark.parametrize(
    "text", ["社区现有登记义工534人", "", "abc", "舞台剧《國家》上演，居民们都来看", "后来居上，里里外外"]
)
def test_simplified_text_is_left_alone(text: str) -> None:
    assert simplified(text) == (text, ())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("山腳住著９２戶，鄰里幫著幹活", "山脚住着９２户，邻里帮着干活"),
        ("這是著名的僑鄉，成效顯著，編著村志", "这是著名的侨乡，成效显著，编著村志"),
    ],
)
def test_what_goes_on_is_told_from_what_is_written(written: str, read: str) -> None:
    assert simplified(written) == (read, ())


def test_rules_read_simplified_and_quotes_stay_traditional() -> None:
    page = read_page(TEXT)
    assert page.text == "屋邨会所登记义工426人，分作9组，其中“夜班义工”57人。"
    at = page.text.index("426人")
    assert page.aligned.source_span(Span(at, at + 4)).of(TEXT) == "４２６人"


@given(st.text(alphabet="這個國們來說時為會學對開關經與後裡乾隻麵鬱龍龜臺灣覆複著瞭「」社區人0"))
def test_length_never_changes(text: str) -> None:
    assert len(simplified(text)[0]) == len(text)


def test_without_the_converter_there_is_a_problem_and_no_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traditional, "_converter", lambda: None)
    page = read_page(TEXT)
    assert [code for code, *_ in page.problems] == ["traditional-unread"]
    assert "屋邨會所登記義工426人" in page.text
