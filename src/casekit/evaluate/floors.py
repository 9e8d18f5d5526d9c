"""Lowest accepted scores: read from and written to one small YAML file, and moved up only, unless told otherwise."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casekit.core import CasekitError, RuleError, nearest
from casekit.core.yamlfile import YamlFile, read_yaml

Floors = dict[str, dict[str, float]]

_HEADER = """\
# The lowest F1 that is accepted, for each set of annotated reports and each measure.
# `make gold-raise` moves floors up to what was reached. Lowering one takes
# `casekit eval ... --lower-floors`, and a reason in the commit.
"""

# Floors are kept to three digits, rounded down: a floor never stands above what was reached.
_STEPS = 1000


@dataclass(frozen=True, slots=True)
class BelowFloor:
    """A measure that fell below its floor."""

    name: str
    measure: str
    floor: float
    score: float

    def __str__(self) -> str:
        return f"{self.name}: {self.measure} F1 {self.score:.4f} is below its floor {self.floor:.3f}"


def read_floors(path: Path, known: frozenset[str]) -> Floors:
    """The floors by set and measure; raises RuleError at a measure not in `known` or a floor outside 0 to 1."""
    file = read_yaml(path)
    content = file.content or {}
    if not isinstance(content, dict):
        raise RuleError(file.place(), "expected a mapping of sets to floors.")
    floors: Floors = {}
    for name, measures in content.items():
        if not isinstance(measures, dict):
            raise RuleError(file.place(name), f'"{name}" holds no floors; expected lines like "fact: 0.900".')
        floors[name] = {measure: _floor(file, name, measure, text, known) for measure, text in measures.items()}
    return floors


def check_floors(floors: Floors, name: str, measures: Mapping[str, float]) -> list[BelowFloor]:
    """The measures of set `name` that are below their floors; a set without floors cannot fall below them."""
    return [
        BelowFloor(name, measure, floor, measures[measure])
        for measure, floor in floors.get(name, {}).items()
        if measures[measure] < floor
    ]


def raised(floors: Floors, name: str, measures: Mapping[str, float], lower: bool = False) -> Floors:
    """The floors with those of `name` moved up to `measures`, rounded down; with `lower`, moved down as well."""
    old = floors.get(name, {})
    new = {measure: _rounded_down(score) for measure, score in measures.items()}
    moved = new if lower else {measure: max(score, old.get(measure, 0.0)) for measure, score in new.items()}
    return {**floors, name: moved}


def write_floors(path: Path, floors: Floors) -> None:
    """Writes the file anew, sets and measures in a fixed order."""
    lines = [_HEADER]
    for name in sorted(floors):
        lines.append(f"{name}:\n")
        lines += [f"  {measure}: {floor:.3f}\n" for measure, floor in floors[name].items()]
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise CasekitError(f"{path}: cannot write the floors: {error.strerror}") from None


def _floor(file: YamlFile, name: str, measure: str, text: object, known: frozenset[str]) -> float:
    place = file.place(name, measure)
    if measure not in known:
        hint = nearest(measure, known) or f"Known: {', '.join(sorted(known))}."
        raise RuleError(place, f'unknown measure "{measure}".', hint)
    try:
        floor = float(str(text))
    except ValueError:
        floor = math.nan
    if not 0 <= floor <= 1:
        raise RuleError(place, f'"{text}" is no floor; expected a number from 0 to 1.')
    return floor


def _rounded_down(score: float) -> float:
    return math.floor(score * _STEPS + 1e-9) / _STEPS
