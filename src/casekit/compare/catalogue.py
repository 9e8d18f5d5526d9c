"""What can be compared: the metrics of the rulebook, and those that rules/derived.yaml computes from them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.compare.formula import Formula, FormulaError, parse_formula
from casekit.compare.policy import load_policy
from casekit.core import CasekitError, RuleError, nearest
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import YamlFile, read_yaml
from casekit.rulebook.rule import Metric

_KEYS = ("zh", "en", "unit", "family", "formula", "within", "definition", "english_definition")
_NEEDED = ("zh", "unit", "formula")


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure computed from others; `formulas` are tried in turn, `within` is what it can be at all."""

    id: str
    family: str
    unit: str
    title: str
    english: str
    definition: str
    formulas: tuple[Formula, ...]
    within: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """Anything that --metric may name: stated by texts, computed from other figures, or both."""

    id: str
    family: str
    unit: str
    title: str
    english: str
    definition: str
    stated: bool
    derived: Derived | None

    @property
    def additive(self) -> bool:
        """True where the figures of two communities may be added up: counts and amounts, never shares or rates."""
        return self.stated and self.unit != "%"

    @property
    def metrics(self) -> set[str]:
        """The catalogue metrics whose facts it needs."""
        formulas = self.derived.formulas if self.derived else ()
        needed = {part.metric for formula in formulas for part in formula.parts.values()}
        return needed | ({self.id} if self.stated else set())


MEANINGS = ("metric", "title", "english", "family", "unit", "definition")


def load_catalogue(rules: Path | None = None) -> dict[str, Measure]:
    """All measures by id, family by family: the catalogue's, then what is only computed.

    Raises RuleError at the place in derived.yaml that is wrong.
    """
    from casekit.rulebook.load import load_metrics

    metrics = load_metrics(rules)
    derived = read_derived(read_yaml(rule_file("derived.yaml", rules), "derived.yaml"), metrics)
    stated = {m.id: _measure(m, True, derived.get(m.id)) for m in metrics.values()}
    measures = stated | {d.id: _measure(d, False, d) for d in derived.values() if d.id not in metrics}
    families = load_policy(rules).families
    place = {family: rank for rank, family in enumerate(families)}
    ordered = sorted(measures.values(), key=lambda m: (place.get(m.family, len(place)), not m.stated))
    return {measure.id: measure for measure in ordered}


def find_measure(name: str, catalogue: Mapping[str, Measure]) -> Measure:
    """The measure called `name`, by id or Chinese title; raises CasekitError with the nearest name."""
    if name in catalogue:
        return catalogue[name]
    for measure in catalogue.values():
        if name in (measure.title, measure.id.replace("_", "-")):
            return measure
    hint = nearest(name, [*catalogue, *(m.title for m in catalogue.values())])
    raise CasekitError(
        f'unknown metric "{name}". {hint} casekit compare --list-metrics names them all.'.replace("  ", " ")
    )


def read_derived(file: YamlFile, metrics: Mapping[str, Metric]) -> dict[str, Derived]:
    """The derived metrics of a file; raises RuleError with line and column."""
    content = file.content or {}
    if not isinstance(content, dict):
        raise RuleError(
            file.place(), "derived metrics belong here, each as `id: {zh, unit, formula}`.", "写成“编号: 内容”。"
        )
    return {name: _derived(file, name, body, metrics) for name, body in content.items()}


def _derived(file: YamlFile, name: str, body: Any, metrics: Mapping[str, Metric]) -> Derived:
    if not isinstance(body, dict):
        raise RuleError(file.place(name), f'"{name}": a mapping belongs here.', f"Known keys: {', '.join(_KEYS)}.")
    for key, value in body.items():
        if key not in _KEYS:
            hint = f"Known: {', '.join(_KEYS)}. {nearest(key, _KEYS)}".strip()
            raise RuleError(file.place(name, key), f'"{name}": unknown key "{key}".', hint)
        if key not in ("formula", "within") and not isinstance(value, str):
            raise RuleError(file.place(name, key), f'"{name}": {key} is one text.')
    for key in _NEEDED:
        if not body.get(key):
            raise RuleError(file.place(name), f'"{name}": the key "{key}" is missing.', f"必须写 {key}。")
    formulas = body["formula"] if isinstance(body["formula"], list) else [body["formula"]]
    return Derived(
        name,
        body.get("family", "derived"),
        body["unit"],
        body["zh"],
        body.get("en", name),
        body.get("definition", ""),
        tuple(_formula(file, name, at, text, metrics) for at, text in enumerate(formulas)),
        _within(file, name, body.get("within", ["0", "-"])),
    )


def _formula(file: YamlFile, name: str, at: int, text: Any, metrics: Mapping[str, Metric]) -> Formula:
    place = file.place(name, "formula", at)
    try:
        formula = parse_formula(str(text))
    except FormulaError as error:
        raise RuleError(place, f'"{name}": {error}.', f"Found: {text}") from None
    for part in formula.parts.values():
        if part.metric not in metrics:
            hint = nearest(part.metric, metrics) or "指标名见 metrics.yaml。"
            raise RuleError(place, f'"{name}": unknown metric "{part.metric}".', hint)
    return formula


def _within(file: YamlFile, name: str, ends: Any) -> tuple[float, float]:
    try:
        low, high = ends
        found = -math.inf if low == "-" else float(low), math.inf if high == "-" else float(high)
    except (TypeError, ValueError):
        found = (1.0, 0.0)
    if not found[0] < found[1]:
        raise RuleError(file.place(name, "within"), f'"{name}": within is two numbers, the lower first, or - for none.')
    return found


def _measure(of: Metric | Derived, stated: bool, derived: Derived | None) -> Measure:
    return Measure(of.id, of.family, of.unit, of.title, of.english, of.definition, stated, derived)
