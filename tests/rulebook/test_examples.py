"""The mini-language of examples."""

from __future__ import annotations

import pytest

from casekit.core import Place, RuleError
from casekit.rulebook.examples import parse_context_example, parse_counter_example, parse_example

PLACE = Place("t.yaml", 3, 7)

# line, the marked text, value, low, high, bound, columns
READ = [
    ("化解纠纷【86起】 => 86", "86起", "86", None, None, None, {}),
    ("化解纠纷【86起】=>86", "86起", "86", None, None, None, {}),
    ("占【30.5%】 => 30.5 exact", "30.5%", "30.5", None, None, "exact", {}),
    ("【近40件】纠纷 => [39, 40] at_most; per=年", "近40件", None, "39", "40", "at_most", {"per": "年"}),
    ("【50件以上】 => [50, ] at_least", "50件以上", None, "50", "", "at_least", {}),
    ("【不到50件】 => [null, 50]", "不到50件", None, "", "50", None, {}),
    ("【3至5个】 => 4; basis=常住; status=null", "3至5个", "4", None, None, None, {"basis": "常住", "status": "null"}),
    ("【3个】 => ; unit=个", "3个", None, None, None, None, {"unit": "个"}),
    ("a=>b【3个】 => 3", "3个", "3", None, None, None, {}),
]


@pytest.mark.parametrize(("line", "marked", "value", "low", "high", "bound", "sets"), READ, ids=lambda x: str(x)[:20])
def test_what_an_example_says(
    line: str,
    marked: str,
    value: str | None,
    low: str | None,
    high: str | None,
    bound: str | None,
    sets: dict[str, str],
) -> None:
    example = parse_example(line, PLACE)
    assert example.text[example.start : example.end] == marked
    assert "【" not in example.text
    assert (example.value, example.low, example.high, example.bound, example.sets) == (value, low, high, bound, sets)
    assert example.place == PLACE


@pytest.mark.parametrize("line", ["【】有3个 => 3", "】3个【 => 3", "3个 => 3", "【3个 => 3", "【3【个】】 => 3"])
def test_a_mark_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(RuleError, match=r"t\.yaml:3:7 .* marks"):
        parse_example(line, PLACE)


@pytest.mark.parametrize(
    "wanted", ["三", "3个", "[1, 2, 3]", "[1 2]", "1.2.3", "3; 年", "3 circa", "[1, 2] about at_least"]
)
def test_a_value_that_is_none_is_refused(wanted: str) -> None:
    with pytest.raises(RuleError, match=r"t\.yaml:3:7"):
        parse_example(f"【3个】 => {wanted}", PLACE)


def test_counter_examples_hold_a_mark_and_no_value() -> None:
    assert parse_counter_example("组建队伍【3支】", PLACE).value is None
    with pytest.raises(RuleError, match="states a value"):
        parse_counter_example("组建队伍【3支】 => 3", PLACE)


def test_context_examples_may_hold_columns() -> None:
    assert parse_context_example("计划新建【2个】", PLACE).sets == {}
    assert parse_context_example("计划新建【2个】 => ; status=planned", PLACE).sets == {"status": "planned"}
