"""Pairs, levels, counts and mistakes of one document."""

from __future__ import annotations

from typing import Any

import pytest

from casekit.evaluate.agreement import LEVELS, level_of, same_number, same_unit
from casekit.evaluate.facts import find_mistakes, pair_facts, tally_facts
from casekit.evaluate.gold import GoldFact


def gold(start: int, end: int, value: float = 10, **more: Any) -> GoldFact:
    values: dict[str, Any] = {"unit": "人", "metrics": ("population",), "cases": ("荷城社区",), "bound": "exact"}
    values |= {"quote": "…", "low": value, "high": value, "per": None}
    return GoldFact(start=start, end=end, value=value, **(values | more))


@pytest.mark.parametrize(
    ("found", "level"),
    [
        ({}, "full"),
        ({"value": 11.0}, "span"),
        ({"unit": "户"}, "span"),
        ({"unit": "名"}, "full"),
        ({"metric": "households"}, "value"),
        ({"case": None}, "metric"),
        ({"case": "乐堂村"}, "metric"),
        ({"bound": "about"}, "fact"),
        ({"high": None}, "fact"),
        ({"low": 9.0}, "fact"),
        ({"per": "年"}, "fact"),
        ({"per": ""}, "full"),
    ],
)
def test_each_level_asks_for_one_thing_more(make_fact: Any, found: dict[str, Any], level: str) -> None:
    assert LEVELS[level_of(gold(0, 3), make_fact(0, 3, 10.0) | found)] == level


def test_second_answers_are_right_answers(make_fact: Any) -> None:
    wanted = gold(0, 3, metrics=("visits", "people_served"), cases=("荷城社区", "港北区"))
    assert level_of(wanted, make_fact(0, 3, 10.0, metric="people_served", case="港北区")) == 4


def test_numbers_are_equal_but_for_the_noise_of_floats() -> None:
    assert same_number(0.1 + 0.2, 0.3)
    assert not same_number(None, 0.0)
    assert same_number(None, None)
    assert not same_number(4100, 4101)
    assert same_unit("㎡", "平方米")
    assert not same_unit("件", "")


def test_the_better_agreement_wins_the_pair_even_with_less_overlap(make_fact: Any) -> None:
    found = [make_fact(0, 5, 99.0), make_fact(3, 5, 10.0)]
    (pair,) = pair_facts([gold(0, 5)], found)
    assert (pair.found, pair.level) == (1, 4)


def test_one_row_cannot_stand_for_two_annotations(make_fact: Any) -> None:
    pairs = pair_facts([gold(0, 3), gold(3, 6)], [make_fact(0, 6, 10.0)])
    assert [(p.gold, p.found) for p in pairs] == [(0, 0)]


def test_touching_spans_do_not_overlap(make_fact: Any) -> None:
    assert pair_facts([gold(0, 3)], [make_fact(3, 6, 10.0)]) == []


def test_an_optional_figure_is_neither_asked_for_nor_punished(make_fact: Any) -> None:
    wanted = [gold(0, 3), gold(5, 8, optional=True)]
    for found in ([make_fact(0, 3, 10.0)], [make_fact(0, 3, 10.0), make_fact(5, 8, 77.0)]):
        pairs = pair_facts(wanted, found)
        tally = tally_facts(wanted, found, pairs)
        assert (tally.found, tally.wanted, tally.right) == (1, 1, (1, 1, 1, 1, 1))
        assert find_mistakes("甲", wanted, found, pairs) == []


def test_mistakes_are_named_by_the_first_thing_that_is_wrong(make_fact: Any) -> None:
    wanted = [gold(at, at + 3) for at in (0, 10, 20, 30, 40, 50)]
    found = [
        make_fact(0, 3, 11.0),
        make_fact(10, 13, 10.0, metric="households"),
        make_fact(20, 23, 10.0, case="乐堂村"),
        make_fact(30, 33, 10.0, bound="about"),
        make_fact(40, 43, 10.0),
        make_fact(60, 63, 10.0),
    ]
    mistakes = find_mistakes("甲", wanted, found, pair_facts(wanted, found))
    kinds = [(mistake.start, mistake.kind) for mistake in mistakes]
    assert kinds == [
        (0, "wrong value"),
        (10, "wrong metric"),
        (20, "wrong case"),
        (30, "wrong bound"),
        (50, "missed"),
        (60, "spurious"),
    ]
