"""What the reader of numbers gives: quantities, expressions that are none, and time phrases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from casekit.core import Interval, Span

# A text full of figures makes objects by the ten thousand: named tuples are made in half the time of frozen classes.


class Quantity(NamedTuple):
    """A number with its hedges and its unit, as one span of the text it was found in.

    `value` is normalised to `unit` (1.38万人 is 13800 人, 15.26万元 is 152600 元, 三成 is 30 %).
    `low` and `high` are the ends of the interval, both included, None where open.
    `bound` is exact, about, at_least, at_most or range. `unit` is the canonical spelling, '' where none is written.
    `kind` is the class of the unit as `rules/units.yaml` names it (人数 户数 人次 金额 比例 面积 件数
    次数 长度 ...), '' without unit.
    """

    start: int
    end: int
    text: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    bound: str
    unit: str
    kind: str

    @property
    def span(self) -> Span:
        """Where it stands, hedges and unit included."""
        return Span(self.start, self.end)

    @property
    def interval(self) -> Interval:
        """What the hedges leave possible."""
        return Interval(self.low, self.high)


class Nonquantity(NamedTuple):
    """A numeric expression that states no figure, with the reason as a kebab-case word.

    Reasons: date, time, year, duration, age, anniversary, ordinal, list-number, phone, code, url, counter,
    address, ratio, grade, slogan, name, idiom, word, vague (数十个), indefinite (一个).
    """

    start: int
    end: int
    text: str
    reason: str


class Period(NamedTuple):
    """A time phrase as written; the dates are None where text and publication date leave them open.

    `first` and `last` are the first and the last day it covers, both included.
    """

    start: int
    end: int
    text: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All numeric expressions of one text, each list in text order; quantities and others never overlap."""

    quantities: tuple[Quantity, ...]
    others: tuple[Nonquantity, ...]
    periods: tuple[Period, ...] = ()
