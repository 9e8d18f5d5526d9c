"""Findings about rules that load: a finding in each case, none in the clean folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.rulebook.check import check_rules
from tests.rulebook.folders import DISPUTES, write

_TESTED = "  examples: [床位【9张】 => 9, 床位【8张】 => 8]\n  counter_examples: [【7张】桌子]\n"
BEDS = "- id: beds\n  metric: facilities\n  unit: [张]\n"


def _codes(base: Path, own: Path | None = None) -> list[tuple[str, str]]:
    found = check_rules(own, {"张", "件", "起", "支"}, base)
    return [(Path(f.place.file).name, f.code) for f in found]


@pytest.fixture
def clean(base: Path) -> Path:
    """The base folder with a rule for each metric."""
    return write(
        base,
        rules__beds=BEDS + "  noun: [‹床位名词›]\n" + _TESTED,
        metrics="a:\n"
        "  facilities: {unit: 张, zh: 甲, en: A, definition: 甲}\n"
        "  disputes: {unit: 件, zh: 乙, en: B, definition: 乙}\n",
    )


def test_a_clean_folder_has_no_findings(clean: Path) -> None:
    assert _codes(clean) == []


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("rules__x", BEDS.replace("beds", "x"), "few-examples"),
        ("rules__x", BEDS.replace("beds", "x"), "no-counter-example"),
        ("rules__x", "- id: x\n  metric: facilities\n", "takes-everything"),
        ("rules__x", BEDS.replace("beds", "x").replace("张", "章"), "unknown-unit"),
        ("rules__x", BEDS.replace("beds", "x") + "  noun: [病床]\n  not: [病]\n", "never-matches"),
        ("rules__x", BEDS.replace("beds", "x") + "  verb: [增设]\n  not_verb: [增设]\n", "never-matches"),
        ("rules__x", BEDS.replace("beds", "x") + "  left: [床]\n  noun: [‹床位名词›]\n", "few-examples"),
        ("rules__x", BEDS.replace("beds", "x") + "  examples: [床位【9张】 => 9]\n", "example-twice"),
        ("rules__beds", "", "metric-without-rule"),
        ("lists__x", "桌椅: [桌子]\n", "list-unused"),
    ],
)
def test_what_cannot_be_meant_so_is_found(name: str, text: str, code: str, clean: Path) -> None:
    write(clean, **{name: text})
    assert code in {found for _, found in _codes(clean)}


def test_a_list_that_teaches_verbs_or_nouns_is_in_use(clean: Path) -> None:
    write(clean, lists__x="桌椅名词: [桌子]\n搬动动词: [搬]\n")
    assert _codes(clean) == []


@pytest.mark.parametrize(
    ("words", "shadowed"),
    [
        ("noun: [纠纷]", True),
        ("noun: [邻里纠纷]", False),  # nouns are compared whole
        ("noun: [矛盾, 纠纷]\n  left: [社区]", True),
        ("noun: [矛盾, 纠纷, 投诉]", False),
        ("noun: [纠纷]\n  not: [信访]", True),  # it asks for more still
    ],
)
def test_a_rule_that_yields_to_one_that_asks_no_more_never_wins(words: str, shadowed: bool, clean: Path) -> None:
    rule = DISPUTES.replace("id: disputes", "id: x").replace("noun: [矛盾, 纠纷]", words)
    write(clean, rules__x=rule, rules__disputes=DISPUTES + "  beats: [x]\n")
    assert (("x.yaml", "never-wins") in _codes(clean)) == shadowed


def test_a_rule_that_asks_less_may_still_win(clean: Path) -> None:
    rule = DISPUTES.replace("id: disputes", "id: x")
    write(clean, rules__x=rule, rules__disputes=DISPUTES + "  not: [信访]\n  beats: [x]\n")
    assert ("x.yaml", "never-wins") not in _codes(clean), "where 信访 stands the other one is out"


def test_a_rule_replaced_by_the_user_is_told_of_the_rules_that_beat_it(clean: Path, own: Path) -> None:
    write(clean, rules__x=BEDS.replace("beds", "x") + "  beats: [disputes]\n" + _TESTED.replace("床位", "床"))
    write(own, rules__disputes="")
    assert ("x.yaml", "beats-nobody") in _codes(clean, own)
