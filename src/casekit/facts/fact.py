"""The rows that extraction gives: what the tables hold, column for column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from casekit.core.settled import settled


@settled
@dataclass(frozen=True, slots=True)
class Fact:
    """One figure about one community; offsets count characters of the document's decoded text."""

    fact_id: str
    doc: str
    case_id: str | None
    case: str | None
    family: str
    metric: str
    label: str
    value: float
    low: float | None
    high: float | None
    bound: str
    unit: str
    group: str | None
    basis: str | None
    per: str | None
    status: str | None
    period: str | None
    period_start: date | None
    period_end: date | None
    quote: str
    start: int
    end: int
    sentence: str
    rule: str
    how: str


class Leftover(NamedTuple):
    """A numeric expression that became no fact, with the reason and the rules that nearly took it.

    Most figures of a newspaper are such; a named tuple is made in half the time of a frozen class.
    """

    doc: str
    start: int
    end: int
    quote: str
    unit: str
    sentence: str
    reason: str
    near: tuple[str, ...] = ()
