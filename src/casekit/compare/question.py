"""What a comparison asks, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from casekit.compare.catalogue import Measure
from casekit.compare.comparable import Choice
from casekit.compare.notes import Notes


@dataclass(frozen=True, slots=True)
class Question:
    """Which measures of which communities; an empty field asks for no limit.

    `levels` empty means the levels of the policy, `("all",)` every one. `every_fact` asks for the rivals too,
    `over_years` for one figure a year.
    """

    metrics: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    choice: Choice = field(default_factory=Choice)
    sort: str = ""
    top: int | None = None
    every_fact: bool = False
    over_years: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """`rows` has one figure a row; `cases` are the communities asked about, with or without a figure.

    `having` counts by metric those of them that have a figure, whether or not conditions and limits left it in `rows`.
    """

    rows: pd.DataFrame
    cases: pd.DataFrame
    measures: tuple[Measure, ...]
    notes: Notes
    folder: Path
    having: Mapping[str, int] = field(default_factory=dict)
