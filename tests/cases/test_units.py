"""Names: where they begin, what belongs to their chain, what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.cases import Atlas

_LINES = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
_PAIRS = [line.split("=>") for line in _LINES if "=>" in line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "wanted"), [(text.strip(), wanted.split()) for text, wanted in _PAIRS])
def test_names_are_found_with_their_chain(text: str, wanted: list[str], atlas: Atlas) -> None:
    units = atlas.units.find(text).units
    assert ["|".join([*(name for name, _ in unit.uppers), unit.name]) for unit in units] == wanted


@pytest.mark.parametrize("text", [text.strip() for text, _ in _PAIRS])
def test_a_unit_stands_where_it_says(text: str, atlas: Atlas) -> None:
    for unit in atlas.units.find(text).units:
        written = text[unit.start : unit.end]
        assert unit.chain_start <= unit.start < unit.end
        assert written.startswith(unit.stem)
        assert text[unit.chain_start : unit.start].startswith("".join(name for name, _ in unit.uppers)[:2])


def test_a_doubtful_cut_follows_the_certain_name(atlas: Atlas) -> None:
    text = "五龙背镇楚兴园社区有950户人家。街道为楚兴园社区装上路灯。有人走遍楚兴园社区。"
    assert [unit.name for unit in atlas.units.find(text).units] == ["楚兴园社区"] * 3


def test_a_rare_name_counts_where_the_text_has_no_better(atlas: Atlas) -> None:
    text = "在伊宁市瑞雪街道打听福年社区，老住户都知道。社区不大，社区里的人都熟。"
    assert [unit.name for unit in atlas.units.find(text).units] == ["瑞雪街道", "福年社区"]


def test_a_person_in_a_row_of_persons_is_no_village(atlas: Atlas) -> None:
    assert atlas.units.find("张建国、李卫东、陈方、扎西江村、王小兰出席。").units == []
    (unit,) = atlas.units.find("走访了白沙村、红岩村、黑山村。").units[-1:]
    assert unit.name == "黑山村"


def test_residents_groups_are_no_villages(atlas: Atlas) -> None:
    (unit,) = atlas.units.find("安宁市连然街道柳林新村居民小组").units
    assert (unit.name, unit.level) == ("柳林新村", "其他")


def test_a_name_taken_whole_beside_its_end_is_the_countys(atlas: Atlas) -> None:
    text = "宝丰县的事。听说程寨沟社区有桥，从前程寨沟社区没有桥。寨沟社区、程寨沟社区两家挨着。"
    names = [unit.name for unit in atlas.units.find(text).units]
    assert names[:1] == ["宝丰县"]
    assert names.count("程寨沟社区") == 3
