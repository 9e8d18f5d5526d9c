"""What looks like a name and what looks like other words."""

from __future__ import annotations

import pytest

from casekit.cases.gazetteer import DATA
from casekit.cases.plausible import load_name_sense

SENSE = load_name_sense(DATA)


@pytest.mark.parametrize("stem", ["茶垭", "青岗坪", "槐荫", "柳堤", "泉湾", "砚池", "杏花巷", "磨石坡"])
def test_names_are_likely(stem: str) -> None:
    assert SENSE.likeness(stem) > 0


@pytest.mark.parametrize("words", ["参与", "做好", "认识", "推进", "对接", "走遍", "准确掌握", "成功解决多项"])
def test_verbs_are_not(words: str) -> None:
    assert SENSE.likeness(words) < -1
    assert not SENSE.is_common(words)


@pytest.mark.parametrize("stem", ["和平", "民主", "建设", "同心", "解放路"])
def test_common_names_are_known_whatever_they_look_like(stem: str) -> None:
    assert SENSE.is_common(stem)


@pytest.mark.parametrize(
    ("run", "name"),
    [
        ("打听杏花巷", "杏花巷"),
        ("走遍荷城", "荷城"),
        ("张明告诉砚池", "砚池"),
        ("中华中路", "中华中路"),
        ("听潮", "听潮"),
    ],
)
def test_other_words_before_a_name_are_left_out(run: str, name: str) -> None:
    assert run[SENSE.begin(run, anchored=False) :] == name


def test_after_a_place_name_one_character_is_never_left_out() -> None:
    assert SENSE.begin("人和街", anchored=True) == 0


@pytest.mark.parametrize(("stem", "word"), [("花园", True), ("振兴", True), ("丁岗", False), ("松岚", False)])
def test_names_of_many_are_words_only_where_texts_use_them_so(stem: str, word: bool) -> None:
    assert SENSE.may_be_a_word(stem) == word


def test_the_names_of_hundreds_are_known() -> None:
    assert {"振兴", "联合", "和平"} <= SENSE.widespread <= SENSE.common
    assert "丁岗" not in SENSE.widespread
