"""How one fact is chosen to speak for a community: what rules/figures.yaml says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from casekit.core import RuleError, nearest
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import YamlFile, read_yaml

NONE = "-"
_KEYS = ("basis", "whole", "everyone", "by_group", "units", "levels", "families")


@dataclass(frozen=True, slots=True)
class Policy:
    """`basis` in order of preference; `units` maps a unit to the name of its kind and the factor into it.

    `families` is the order in which metrics are shown.
    """

    basis: tuple[str, ...]
    whole: frozenset[str]
    everyone: frozenset[str]
    by_group: frozenset[str]
    units: Mapping[str, tuple[str, float]]
    levels: tuple[str, ...]
    families: tuple[str, ...]

    def kind(self, unit: str) -> str:
        """The kind of a unit, whose units can be compared; the classifiers that count things are all of kind ''."""
        return self.units[unit][0] if unit in self.units else ""


def load_policy(rules: Path | None = None) -> Policy:
    """The policy of the user's figures.yaml, else the shipped one; raises RuleError with line and column."""
    return read_policy(read_yaml(rule_file("figures.yaml", rules), "figures.yaml"))


def read_policy(file: YamlFile) -> Policy:
    """The policy that a file states."""
    content = file.content or {}
    if not isinstance(content, dict):
        raise RuleError(file.place(), "the keys of figures.yaml belong here.", f"Known: {', '.join(_KEYS)}.")
    for key in content:
        if key not in _KEYS:
            hint = f"Known: {', '.join(_KEYS)}. {nearest(key, _KEYS)}".strip()
            raise RuleError(file.place(key), f'unknown key "{key}".', hint)
    return Policy(
        _words(file, "basis"),
        frozenset(_words(file, "whole")),
        frozenset(_words(file, "everyone")),
        frozenset(_words(file, "by_group")),
        _units(file),
        _words(file, "levels"),
        _words(file, "families"),
    )


def _words(file: YamlFile, key: str) -> tuple[str, ...]:
    found = (file.content or {}).get(key, [])
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise RuleError(file.place(key), f'"{key}" is a list of words.', "写成 [甲, 乙]。")
    return tuple(found)


def _units(file: YamlFile) -> dict[str, tuple[str, float]]:
    units: dict[str, tuple[str, float]] = {}
    kinds: Any = (file.content or {}).get("units", {})
    if not isinstance(kinds, dict) or not all(isinstance(members, dict) for members in kinds.values()):
        raise RuleError(file.place("units"), '"units" maps a unit to {unit: factor}.', "写成 平方公里: {公顷: 1/100}。")
    for kind, members in kinds.items():
        for unit, factor in members.items():
            try:
                number = float(Fraction(factor))
            except (ValueError, TypeError, ZeroDivisionError):
                raise RuleError(
                    file.place("units", kind, unit), f'"{factor}" is no factor.', "写成 100 或 1/100。"
                ) from None
            if unit in units or number <= 0:
                raise RuleError(file.place("units", kind, unit), f'"{unit}" stands twice or has no positive factor.')
            units[unit] = (kind, number)
    return units
