"""What can be compared: the catalogue and rules/derived.yaml, with the place of what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.compare.catalogue import find_measure, load_catalogue, read_derived
from casekit.core import CasekitError, RuleError
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import parse_yaml
from casekit.rulebook.load import load_metrics


def test_every_derived_metric_that_was_asked_for_is_there() -> None:
    catalogue = load_catalogue()
    wanted = {
        "minority_share",
        "persons_per_household",
        "floating_share",
        "disputes_mediated_per_1000",
        "services_per_resident",
        "aid_per_household",
        "investment_per_head",
        "density",
    }
    assert wanted <= {name for name, measure in catalogue.items() if measure.derived}


def test_shares_are_never_added_up() -> None:
    catalogue = load_catalogue()
    assert catalogue["population"].additive
    assert not catalogue["minority_share"].additive
    assert not catalogue["density"].additive


def test_metrics_are_found_by_id_and_by_chinese_title() -> None:
    catalogue = load_catalogue()
    for name in ("minority_share", "minority-share", "少数民族占比"):
        assert find_measure(name, catalogue).id == "minority_share"
    with pytest.raises(CasekitError, match='Did you mean "minority_share"'):
        find_measure("minority_shares", catalogue)


GOOD = "density:\n  zh: 密度\n  unit: 人/平方公里\n  formula: population / area\n"


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        (GOOD.replace("area", "arrea"), "4:3", 'unknown metric "arrea". Did you mean "area"?'),
        (GOOD.replace("formula", "formla"), "4:3", 'unknown key "formla"'),
        (GOOD.replace("zh: 密度", "en: Density"), "1:1", 'the key "zh" is missing'),
        (GOOD.replace("population / area", "population / (area"), "4:3", 'a ")" is missing'),
        (GOOD.replace("population / area", "[population / area, population / aera]"), "4:32", "aera"),
        (GOOD + "  within: [5, 1]\n", "5:3", "the lower first"),
        (GOOD + "  within: 5\n", "5:3", "the lower first"),
        (GOOD.replace("密度", "[密度]"), "2:3", "zh is one text"),
        ("- density\n", "1:1", "derived metrics belong here"),
        ("density: 5\n", "1:1", "a mapping belongs here"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: str, fault: str) -> None:
    with pytest.raises(RuleError) as caught:
        read_derived(parse_yaml(text, "derived.yaml"), load_metrics())
    assert str(caught.value).startswith(f"derived.yaml:{place}"), str(caught.value)
    assert fault in str(caught.value)


def test_a_user_may_bring_another_file(tmp_path: Path) -> None:
    text = rule_file("derived.yaml").read_text(encoding="utf-8")
    extra = "\nteams_per_1000:\n  zh: 每千人队伍\n  unit: 支/千人\n  formula: 1000 * teams / population\n"
    (tmp_path / "derived.yaml").write_text(text + extra, encoding="utf-8")
    assert load_catalogue(tmp_path)["teams_per_1000"].derived is not None
