"""A formula over metrics, such as `100 * minority_population / population`, kept as one fraction.

Numerator and denominator are sums of products in which no part stands twice. Such a fraction, seen
as a function of one part alone, only rises or only falls, so its extremes over intervals stand at ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Term = frozenset[str]
Sum = dict[Term, float]

_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)(?:\[([^\]]*)\])?|([-+*/()]))")
SELECTORS = ("basis", "group")
NONE = "-"


class FormulaError(ValueError):
    """What is wrong with a formula, as one line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A metric in a formula; `basis` and `group` narrow it, `-` among them stands for facts that name none."""

    metric: str
    basis: tuple[str, ...] = ()
    group: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The part as the formula spells it."""
        chosen = [f"{key}={'|'.join(values)}" for key in SELECTORS if (values := getattr(self, key))]
        return f"{self.metric}[{','.join(chosen)}]" if chosen else self.metric


@dataclass(frozen=True, slots=True)
class Fraction:
    """A sum of products over a sum of products."""

    above: Sum
    below: Sum = field(default_factory=lambda: {frozenset(): 1.0})

    def times(self, other: Fraction) -> Fraction:
        return Fraction(_product(self.above, other.above), _product(self.below, other.below))

    def over(self, other: Fraction) -> Fraction:
        return Fraction(_product(self.above, other.below), _product(self.below, other.above))

    def plus(self, other: Fraction, sign: float = 1.0) -> Fraction:
        if self.below == other.below:
            return Fraction(_sum(self.above, other.above, sign), self.below)
        left, right = _product(self.above, other.below), _product(other.above, self.below)
        return Fraction(_sum(left, right, sign), _product(self.below, other.below))


@dataclass(frozen=True, slots=True)
class Formula:
    """`parts` by the name they have in the fraction, the first one mentioned first."""

    text: str
    parts: Mapping[str, Part]
    fraction: Fraction


def parse_formula(text: str) -> Formula:
    """The formula that `text` spells; raises FormulaError where it is none.

    >>> list(parse_formula("100 * floating_population / (population[basis=户籍] + floating_population)").parts)
    ['floating_population', 'population[basis=户籍]']
    """
    tokens = _Tokens(text)
    fraction = _read_sum(tokens)
    if tokens.look():
        raise FormulaError(f'"{tokens.look()}" is one too many')
    if not tokens.parts:
        raise FormulaError("a formula needs a metric")
    if not fraction.below or min(fraction.below.values()) < 0:
        raise FormulaError("what stands below the line must be a sum, never a difference")
    return Formula(text, dict(tokens.parts), fraction)


class _Tokens:
    """The tokens of a formula, read from left to right; remembers every part it has met."""

    def __init__(self, text: str) -> None:
        self.parts: dict[str, Part] = {}
        self._tokens = list(self._split(text))
        self._at = 0

    def _split(self, text: str) -> Iterator[str]:
        at, end = 0, len(text.rstrip())
        while at < end:
            found = _TOKEN.match(text, at)
            if found is None:
                raise FormulaError(f'"{text[at:].strip()[0]}" has no place in a formula')
            number, name, selectors, sign = found.groups()
            at = found.end()
            if name:
                part = _read_part(name, selectors)
                self.parts[part.name] = part
                yield part.name
            else:
                yield number or sign

    def look(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1] if self._at <= len(self._tokens) else ""


def _read_part(name: str, selectors: str | None) -> Part:
    chosen: dict[str, tuple[str, ...]] = {}
    for selector in (selectors or "").split(",") if selectors is not None else []:
        key, equals, values = selector.partition("=")
        if not equals or key.strip() not in SELECTORS or not values.strip():
            raise FormulaError(f'"[{selectors}]" is no choice; write [basis=常住] or [group=汉族]')
        chosen[key.strip()] = tuple(value.strip() for value in values.split("|"))
    return Part(name, chosen.get("basis", ()), chosen.get("group", ()))


def _read_sum(tokens: _Tokens) -> Fraction:
    fraction = _read_product(tokens)
    while (sign := tokens.look()) in ("+", "-") and sign:
        tokens.take()
        fraction = fraction.plus(_read_product(tokens), 1.0 if sign == "+" else -1.0)
    return fraction


def _read_product(tokens: _Tokens) -> Fraction:
    fraction = _read_atom(tokens)
    while (sign := tokens.look()) in ("*", "/") and sign:
        tokens.take()
        other = _read_atom(tokens)
        fraction = fraction.times(other) if sign == "*" else fraction.over(other)
    return fraction


def _read_atom(tokens: _Tokens) -> Fraction:
    token = tokens.take()
    if token == "(":
        inner = _read_sum(tokens)
        if tokens.take() != ")":
            raise FormulaError('a ")" is missing')
        return inner
    if token in tokens.parts:
        return Fraction({frozenset({token}): 1.0})
    if not token or token in "+-*/)":
        raise FormulaError(f'a metric or a number belongs where "{token}" stands' if token else "it breaks off")
    return Fraction({frozenset(): float(token)})


def _sum(one: Sum, other: Sum, sign: float) -> Sum:
    out = dict(one)
    for term, factor in other.items():
        out[term] = out.get(term, 0.0) + sign * factor
    return {term: factor for term, factor in out.items() if factor}


def _product(one: Sum, other: Sum) -> Sum:
    out: Sum = {}
    for left, a in one.items():
        for right, b in other.items():
            if twice := left & right:
                raise FormulaError(f'"{min(twice)}" is multiplied by itself; its interval could not be kept')
            out[left | right] = out.get(left | right, 0.0) + a * b
    return {term: factor for term, factor in out.items() if factor}
