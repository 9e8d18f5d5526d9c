"""Every metric, stated or computed, says in both languages what it measures."""

from __future__ import annotations

from casekit.compare.catalogue import load_catalogue, read_derived
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import read_yaml
from casekit.rulebook.load import load_metrics


def test_every_metric_is_defined_in_both_languages() -> None:
    for metric in load_metrics(None).values():
        texts = (metric.title, metric.english, metric.unit, metric.definition, metric.english_definition)
        assert all(texts), metric.id


def test_every_computed_metric_is_defined_in_both_languages() -> None:
    file = read_yaml(rule_file("derived.yaml"), "derived.yaml")
    for name in read_derived(file, load_metrics(None)):
        body = file.content[name]
        assert all(body.get(key) for key in ("zh", "en", "unit", "definition", "english_definition")), name


def test_every_measure_of_the_catalogue_is_one_of_these() -> None:
    assert all(measure.title and measure.definition for measure in load_catalogue().values())
