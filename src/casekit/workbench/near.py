"""Rules that nearly took a quantity, and what stood in the way of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casekit.rulebook import Frame, Rule, RuleBook
from casekit.rulebook.match import CompiledRule, Condition, Zones, unit_names, zones_of

# A rule that meets nothing but its unit is near to everything.
_LEAST_MET = 2


@dataclass(frozen=True, slots=True)
class Failure:
    """A condition that does not hold: what the rule asks, and what stood in that zone."""

    condition: Condition
    asked: tuple[str, ...]
    stood: str

    def __str__(self) -> str:
        if self.condition.name.startswith("not_"):
            return f"{self.condition.name}: 「{self.condition.word}」 stands there"
        few = "、".join(self.asked[:5]) + ("…" if len(self.asked) > 5 else "")
        return f"{self.condition.name}: asks {few}; found 「{self.stood}」"


@dataclass(frozen=True, slots=True)
class Near:
    """One rule checked in full against one frame."""

    rule: Rule
    conditions: tuple[Condition, ...]
    failures: tuple[Failure, ...]

    @property
    def met(self) -> int:
        """How many of the positive conditions hold."""
        return sum(c.holds and not c.name.startswith("not_") for c in self.conditions)


def check_rule(compiled: CompiledRule, frame: Frame, zones: Zones, words: tuple[str, ...]) -> Near:
    """All conditions of one rule on one frame."""
    verdict = compiled.check(frame, zones, words)
    failures = tuple(Failure(c, _asked(verdict.rule, c.name), _stood(frame, c.name)) for c in verdict.failed)
    return Near(verdict.rule, verdict.conditions, failures)


def one_rule(book: RuleBook, frame: Frame, rule_id: str) -> Near | None:
    """The rule of that id checked against the frame, None where the book has none."""
    return next(iter(_checked(book, frame, (r for r in book.rules if r.rule.id == rule_id))), None)


def holding_rules(book: RuleBook, frame: Frame) -> list[Rule]:
    """Every rule of the book that holds on the frame, by id, beaten ones too."""
    zones = zones_of(frame, book.hits(frame))
    names = unit_names(frame.quantity)
    return [compiled.rule for compiled in book.rules if compiled.holds(frame, zones, names)]


def nearest_rules(book: RuleBook, frame: Frame, most: int = 3) -> list[Near]:
    """The rules that fail on the frame by the fewest conditions, those that meet more first, then by id."""
    failing = (n for n in _checked(book, frame, book.rules) if n.failures and n.met >= _LEAST_MET)
    return sorted(failing, key=lambda n: (len(n.failures), -n.met, n.rule.id))[:most]


def _checked(book: RuleBook, frame: Frame, rules: Iterable[CompiledRule]) -> list[Near]:
    zones = zones_of(frame, book.hits(frame))
    return [check_rule(rule, frame, zones, book.index.words) for rule in rules]


def _asked(rule: Rule, name: str) -> tuple[str, ...]:
    if name == "unit":
        return rule.unit or tuple(f"not {word}" for word in rule.not_unit)
    return (getattr(rule, name),) if name in ("group", "predicate", "beside") else getattr(rule, name)


def _stood(frame: Frame, name: str) -> str:
    if name == "unit":
        unit, kind = frame.quantity.unit, frame.quantity.kind
        return f"{unit} ({kind})" if kind and kind != unit else unit
    if name == "group":
        return frame.group
    if name == "beside":
        return "".join(frame.beside[:1])
    if name == "not_any":
        return frame.words("left") + "…" + frame.words("right")
    return frame.words(name.removeprefix("not_"))
