"""Rules and metrics as rows for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casekit.rulebook import Rule, RuleFiles
from casekit.rulebook.schema import CONDITIONS, NEGATIONS

_FEW = 4


def rule_rows(files: RuleFiles, metric: str = "") -> Iterator[dict[str, Any]]:
    """One row a rule, by metric and id: what it asks in short, its examples counted, where it stands."""
    for rule in sorted(files.rules, key=lambda r: (r.metric, r.id)):
        if metric in ("", rule.metric):
            yield {
                "rule": rule.id,
                "metric": rule.metric,
                "asks": asks(rule),
                "beats": " ".join(rule.beats),
                "examples": len(rule.examples),
                "counter_examples": len(rule.counter_examples),
                "todo": len(rule.todo_examples),
                "place": f"{rule.place.file}:{rule.place.line}",
            }


def metric_rows(files: RuleFiles) -> Iterator[dict[str, Any]]:
    """One row a metric, by family: unit, titles, definition, and how many rules give it."""
    counts = {name: sum(rule.metric == name for rule in files.rules) for name in files.metrics}
    for metric in sorted(files.metrics.values(), key=lambda m: (m.family, m.id)):
        yield {
            "metric": metric.id,
            "family": metric.family,
            "unit": metric.unit,
            "zh": metric.title,
            "en": metric.english,
            "definition": metric.definition,
            "rules": counts[metric.id],
        }


def asks(rule: Rule) -> str:
    """The conditions of a rule in one line, long word lists cut short."""
    parts = []
    for key in (*CONDITIONS, *NEGATIONS):
        words: tuple[str, ...] = getattr(rule, "not_any" if key == "not" else key)
        if words:
            more = f"…({len(words)})" if len(words) > _FEW else ""
            parts.append(f"{key} {'/'.join(words[:_FEW])}{more}")
    parts += [f"{key} {getattr(rule, key)}" for key in ("group", "predicate", "beside") if getattr(rule, key)]
    return "; ".join(parts)
