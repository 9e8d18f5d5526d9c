"""Formulas over metrics: what they may say, and what is refused."""

from __future__ import annotations

import pytest

from casekit.compare.formula import FormulaError, parse_formula


def test_parts_come_in_the_order_of_mention_with_their_choices() -> None:
    formula = parse_formula("100 * (a - b[group=汉族]) / a[basis=常住|总]")
    assert [(p.metric, p.basis, p.group) for p in formula.parts.values()] == [
        ("a", (), ()),
        ("b", (), ("汉族",)),
        ("a", ("常住", "总"), ()),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a * a / b", '"a" is multiplied by itself'),
        ("a / (b - c)", "below the line must be a sum"),
        ("a / ", "it breaks off"),
        ("a b", '"b" is one too many'),
        ("(a / b", 'a "\\)" is missing'),
        ("100 / 5", "needs a metric"),
        ("a ^ 2", '"\\^" has no place'),
        ("a[district=x] / b", r"\[district=x\]"),
        ("a[basis] / b", r"\[basis\]"),
        ("", "it breaks off"),
        ("a / 0", "below the line"),
    ],
)
def test_what_is_no_formula_is_refused(text: str, fault: str) -> None:
    with pytest.raises(FormulaError, match=fault):
        parse_formula(text)


def test_one_part_above_and_below_stays_one_part() -> None:
    formula = parse_formula("100 * f / (h + f)")
    assert list(formula.parts) == ["f", "h"]
    assert formula.fraction.above == {frozenset({"f"}): 100.0}
    assert formula.fraction.below == {frozenset({"h"}): 1.0, frozenset({"f"}): 1.0}
