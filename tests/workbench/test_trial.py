"""Rule examples as tests: what passes, and what each failure says."""

from __future__ import annotations

import pytest
from tests.workbench.conftest import KitOf

from casekit.core import CasekitError
from casekit.workbench.trial import run_trials

_BEDS = "- id: beds\n  metric: facilities\n  unit: [张]\n  noun: [床位]\n  not_left: [病房]\n"


def _complaints(kit_of: KitOf, examples: str, kind: str = "examples", **files: str) -> list[str]:
    kit = kit_of(rules__beds=_BEDS + f"  {kind}:\n    - {examples}\n", **files)
    return [verdict.complaint for verdict in run_trials(kit, ["beds"])]


@pytest.mark.parametrize(
    "line",
    [
        "新增养老床位【86张】 => 86",
        "新增养老床位【近90张】 => [89, 90] at_most",
        "新增养老床位【90余张】 => [90, 100] at_least; per=null",
        "新增养老床位【90张以上】 => [90, ] at_least",
        "新增【80张】养老床位 => 80 exact; unit=张",
    ],
)
def test_an_example_that_holds_passes(kit_of: KitOf, line: str) -> None:
    assert _complaints(kit_of, line) == [""]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("新增养老床位【86张】 => 87", ["value: wanted 87, got 86"]),
        ("新增养老床位【近90张】 => [85, 90] about", ["low: wanted 85, got", "bound: wanted about, got at_most"]),
        ("新增养老床位【90张以上】 => [90, 100]", ["high: wanted 100, got open"]),
        ("新增养老床位【86张】 => 86; per=年", ["per: wanted 年, got null"]),
        ("新增养老座椅【86张】 => 86", ["not taken (no-rule)", "noun: asks 床位; found 「", "座椅"]),
        ("病房新增床位【86张】 => 86", ["not taken (no-rule)", "not_left: 「病房」 stands there"]),
        ("新增养老床位【86个】 => 86", ["unit: asks 张; found 「个"]),
        ("新增养老床位【86】张 => 86", ["no whole quantity", "86张"]),
        ("【2023年】新增养老床位86张 => 2023", ["read as no quantity"]),
        ("化解床位纠纷【86起】 => 86", ["taken by disputes"]),
    ],
)
def test_a_failure_says_what_stood_in_the_way(kit_of: KitOf, line: str, says: list[str]) -> None:
    (complaint,) = _complaints(kit_of, line)
    for words in says:
        assert words in complaint


def test_a_counter_example_fails_where_its_rule_takes_it(kit_of: KitOf) -> None:
    assert _complaints(kit_of, "新增养老座椅【86张】", "counter_examples") == [""]
    assert "must not" in _complaints(kit_of, "新增养老床位【86张】", "counter_examples")[0]


def test_a_counter_example_that_marks_no_quantity_proves_nothing(kit_of: KitOf) -> None:
    assert "no quantity" in _complaints(kit_of, "【2023年】的床位", "counter_examples")[0]


def test_a_known_miss_fails_on_the_day_it_passes(kit_of: KitOf) -> None:
    assert _complaints(kit_of, "新增养老座椅【86张】 => 86", "todo_examples") == [""]
    assert "move it to examples" in _complaints(kit_of, "新增养老床位【86张】 => 86", "todo_examples")[0]


def test_columns_that_a_rule_sets_are_compared(kit_of: KitOf) -> None:
    beds = (
        _BEDS + "  set: {status: planned}\n  examples:\n    - 床位【9张】 => 9; status=planned\n"
        "    - 床位【9张】 => 9; status=null\n"
    )
    complaints = [v.complaint for v in run_trials(kit_of(rules__beds=beds), ["beds"])]
    assert complaints == ["", "status: wanted null, got planned"]


def test_contexts_have_examples_too(kit_of: KitOf) -> None:
    plan = "- {id: plan, words: [计划], unless: [计划生育], zone: sentence, set: {status: planned},\n"
    plan += "   examples: [计划新增床位【9张】, 新增床位【9张】], counter_examples: [计划生育协会【9个】]}\n"
    complaints = [v.complaint for v in run_trials(kit_of(contexts=plan), ["plan"])]
    assert complaints == ["", "plan does not apply", ""]


def test_tests_are_named_by_file_rule_and_number(kit_of: KitOf) -> None:
    names = [v.trial.name for v in run_trials(kit_of())]
    assert names == ["disputes.yaml::disputes::1", "disputes.yaml::disputes::2", "disputes.yaml::disputes::not-1"]


def test_an_unknown_rule_is_refused(kit_of: KitOf) -> None:
    with pytest.raises(CasekitError, match='Did you mean "disputes"'):
        run_trials(kit_of(), ["dispute"])
