"""What can be told of rules by their words alone: conditions that can never hold, rules that can never win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casekit.rulebook.rule import Rule

_ZONES = ("verb", "noun", "left", "right", "before")
_ANYWHERE = ("noun", "left", "right")
_WHOLE = ("verb", "noun")


def dead_zones(rule: Rule) -> Iterator[str]:
    """The zones each of whose words holds one that the rule forbids in that very zone.

    >>> from casekit.core import Place
    >>> list(dead_zones(Rule("r", "m", Place("f"), noun=("大病床", "病床"), not_any=("病",))))
    ['noun']
    """
    for zone in _ZONES:
        words = getattr(rule, zone)
        if words and all(_ruled_out(rule, zone, word) for word in words):
            yield zone


def shadowed_by(rule: Rule, rules: Iterable[Rule]) -> list[Rule]:
    """The rules that beat `rule` wherever it holds: declared to, and asking for nothing that it does not ask."""
    return [other for other in rules if rule.id in other.beats and _asks_no_more(other, rule)]


def _ruled_out(rule: Rule, zone: str, word: str) -> bool:
    anywhere = zone in _ANYWHERE and any(other in word for other in rule.not_any)
    return anywhere or any(_stands_in(other, word, zone) for other in getattr(rule, f"not_{zone}"))


def _stands_in(word: str, longer: str, zone: str) -> bool:
    """Verbs and nouns are compared whole; elsewhere a word also stands where a longer one does."""
    return word == longer if zone in _WHOLE else word in longer


def _asks_no_more(other: Rule, rule: Rule) -> bool:
    if any(getattr(other, key) not in ("", getattr(rule, key)) for key in ("group", "predicate", "beside")):
        return False
    if other.unit and not (rule.unit and set(rule.unit) <= set(other.unit)):
        return False
    if not set(other.not_unit) <= set(rule.not_unit):
        return False
    return all(_zone_asks_no_more(other, rule, zone) for zone in _ZONES) and set(other.not_any) <= set(rule.not_any)


def _zone_asks_no_more(other: Rule, rule: Rule, zone: str) -> bool:
    wanted, given = getattr(other, zone), getattr(rule, zone)
    if wanted and not (given and all(any(_stands_in(w, g, zone) for w in wanted) for g in given)):
        return False
    ruled_out = set(getattr(rule, f"not_{zone}")) | (set(rule.not_any) if zone in _ANYWHERE else set())
    return set(getattr(other, f"not_{zone}")) <= ruled_out
