"""Mistakes in layout.yaml are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.core import RuleError
from casekit.core.rules_folder import rule_file
from casekit.text import load_layout, read_page


def _layout(folder: Path, words: str) -> Path:
    (folder / "layout.yaml").write_text(words, encoding="utf-8")
    return folder


def test_words_of_the_user_are_taken(tmp_path: Path) -> None:
    layout = load_layout(_layout(tmp_path, "captions:\n  openings: [影像：]\n"))
    source = "社区有居民3120户，日子越过越好。\n影像：一起包粽子\n大家都很高兴。"
    assert [s.kind for s in read_page(source, layout).sentences] == ["prose", "caption", "prose"]


def test_a_unit_added_makes_a_line_a_figure(tmp_path: Path) -> None:
    shipped = rule_file("layout.yaml").read_text(encoding="utf-8")
    source = "社区的院子里晒满了辣椒，日子越过越好。\n电话：32畦\n大家都很高兴。"
    more = load_layout(_layout(tmp_path, shipped.replace("units: [人,", "units: [畦, 人,")))
    kinds = [[s.kind for s in read_page(source, layout).sentences] for layout in (load_layout(), more)]
    assert [found[1] for found in kinds] == ["furniture", "prose"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("caption:\n  marks: [▲]\n", 'layout.yaml:1:1  unknown key "caption".'),
        ("captions:\n  mark: [▲]\n", 'layout.yaml:2:3  unknown key "mark".'),
        ("captions:\n  marks: {a: b}\n", 'layout.yaml:2:3  "marks" must be a list of words.'),
        ("furniture:\n  units: {人: 户}\n", 'layout.yaml:2:3  "units" must be a list of words.'),
        ("- captions\n", "layout.yaml:1:1  this file is no mapping."),
    ],
)
def test_mistakes_have_file_line_and_column(tmp_path: Path, words: str, message: str) -> None:
    with pytest.raises(RuleError) as told:
        load_layout(_layout(tmp_path, words))
    assert message in str(told.value)


def test_the_nearest_key_is_offered(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match='Did you mean "captions"'):
        load_layout(_layout(tmp_path, "caption:\n  marks: [▲]\n"))
