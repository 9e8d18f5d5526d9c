"""rules/figures.yaml: read strictly, wrong entries named with their place."""

from __future__ import annotations

import pytest

from casekit.compare.catalogue import load_catalogue
from casekit.compare.policy import load_policy, read_policy
from casekit.core import RuleError
from casekit.core.yamlfile import parse_yaml


def test_units_are_of_kinds_with_factors() -> None:
    policy = load_policy()
    assert policy.units["亩"] == ("平方公里", pytest.approx(1 / 1500))
    assert policy.kind("人次") != policy.kind("人")
    assert policy.kind("件") == policy.kind("起") == ""


def test_every_named_metric_and_family_exists() -> None:
    policy, catalogue = load_policy(), load_catalogue()
    assert policy.whole | policy.by_group <= set(catalogue)
    assert {measure.family for measure in catalogue.values()} == set(policy.families)


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("bases: [常住]\n", "1:1", 'unknown key "bases"'),
        ("basis: 常住\n", "1:1", "a list of words"),
        ("units:\n  人: [人]\n", "1:1", '"units" maps a unit'),
        ("units:\n  人: {人: 一}\n", "2:7", '"一" is no factor'),
        ("units:\n  人: {人: 1}\n  户: {人: 1}\n", "3:7", '"人" stands twice'),
        ("- 常住\n", "1:1", "the keys of figures.yaml"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: str, fault: str) -> None:
    with pytest.raises(RuleError) as caught:
        read_policy(parse_yaml(text, "figures.yaml"))
    assert str(caught.value).startswith(f"figures.yaml:{place}"), str(caught.value)
    assert fault in str(caught.value)
