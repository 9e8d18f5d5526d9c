"""One rule against one frame: which conditions hold, on which words, and how well they fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.frame import Frame
from casekit.rulebook.rule import Rule
from casekit.rulebook.terms import Hit, Hits, TermIndex

POSITIVE = ("verb", "noun", "left", "right", "before")
NEGATIVE = ("not_any", "not_verb", "not_noun", "not_left", "not_right", "not_before")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a rule on one frame: its name, whether it holds, and the word that decided."""

    name: str
    holds: bool
    word: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All conditions of one rule on one frame."""

    rule: Rule
    conditions: tuple[Condition, ...]

    @property
    def holds(self) -> bool:
        """True where the rule may take the quantity."""
        return all(c.holds for c in self.conditions)

    @property
    def failed(self) -> tuple[Condition, ...]:
        """The conditions that do not hold."""
        return tuple(c for c in self.conditions if not c.holds)


Zones = Mapping[str, Mapping[int, Hit]]

# What a meal, a ticket or a haircut costs: amounts so small are seldom anything but a price. What nobody pays at
# a time: amounts so large are what was taken from many.
SMALL_CHANGE, _HUNDRED = "零钱", 100
LARGE_SUM, _HUNDRED_THOUSAND = "大额", 100_000
# People one points at (26名网格员) and not heads of a population (2600人, 2600口).
ONE_BY_ONE, _ONES = "论名", ("名", "位")


class _Zones(dict[str, Mapping[int, Hit]]):
    """Zones of one frame; all of the clause together is only put together where a rule asks for it."""

    __slots__ = ("_phrase",)

    def __init__(self, frame: Frame, hits: Hits) -> None:
        self["verb"] = _standing(frame.verbs, hits)
        self["noun"] = _standing(frame.nouns, hits)
        self["left"] = hits.last_in(frame.left.start, frame.left.end)
        self["right"] = hits.last_in(frame.right.start, frame.right.end)
        self["before"] = hits.far_in(frame.before.start, frame.before.end)
        self._phrase = hits.last_in(frame.noun.start, frame.noun.end)

    def __missing__(self, zone: str) -> Mapping[int, Hit]:
        if zone != "any":
            raise KeyError(zone)
        found = self["any"] = {**self["left"], **self._phrase, **self["right"]}
        return found


def zones_of(frame: Frame, hits: Hits) -> Zones:
    """For each zone of the frame the words in it: term number to the last hit there.

    `before` holds only the words that some rule looks for there.
    """
    return _Zones(frame, hits)


def _standing(spans: Sequence[Span], hits: Hits) -> dict[int, Hit]:
    return {hit.term: hit for span in spans if (hit := hits.at(span.start, span.end)) is not None}


@lru_cache(maxsize=1024)
def _names(unit: str, kind: str) -> frozenset[str]:
    return frozenset((unit, kind)) - {""} if unit else frozenset(("无",))


def unit_names(quantity: Quantity) -> frozenset[str]:
    """What a rule may call the unit: its spelling, its class, 无 where none is written.

    An amount under 100 yuan is 零钱 too, one of 100,000 yuan and more 大额; people counted by 名 or 位 are 论名.
    """
    names = _names(quantity.unit, quantity.kind)
    if quantity.kind == "人数" and any(one in quantity.text for one in _ONES):
        return names | {ONE_BY_ONE}
    if quantity.kind != "金额" or _HUNDRED <= quantity.value < _HUNDRED_THOUSAND:
        return names
    return names | {SMALL_CHANGE if quantity.value < _HUNDRED else LARGE_SUM}


class CompiledRule:
    """A rule with its words as term numbers."""

    __slots__ = ("_bare", "_ruled_out", "negative", "positive", "rule", "unit")

    def __init__(self, rule: Rule, index: TermIndex) -> None:
        self.rule = rule
        self.unit = frozenset(rule.unit)
        self.positive = _compiled(rule, POSITIVE, index)
        self.negative = _compiled(rule, NEGATIVE, index)
        self._bare = not (rule.group or rule.predicate or rule.beside)
        self._ruled_out = tuple((name.removeprefix("not_"), ids) for name, ids in self.negative)

    def holds(self, frame: Frame, zones: Zones, names: frozenset[str]) -> bool:
        """True where every condition holds; the quick form of `check`. `names` are those of the unit."""
        return self.takes(names) and self.suits(frame, zones)

    def takes(self, names: frozenset[str]) -> bool:
        """True where the rule takes a unit of these names."""
        return (not self.unit or not self.unit.isdisjoint(names)) and names.isdisjoint(self.rule.not_unit)

    def suits(self, frame: Frame, zones: Zones) -> bool:
        """True where every condition but that on the unit holds."""
        for zone, ids in self.positive:
            if ids.isdisjoint(zones[zone]):
                return False
        for zone, ids in self._ruled_out:
            if not ids.isdisjoint(zones[zone]):
                return False
        return self._bare or (self._group_holds(frame) and self._predicate_holds(frame) and self._beside_holds(frame))

    def check(self, frame: Frame, zones: Zones, words: Sequence[str]) -> Verdict:
        """Every condition with its outcome, for `explain`."""
        out = []
        if self.rule.unit or self.rule.not_unit:
            out.append(Condition("unit", self.takes(unit_names(frame.quantity)), frame.quantity.unit))
        for zone, ids in self.positive:
            found = [words[t] for t in zones[zone] if t in ids]
            out.append(Condition(zone, bool(found), max(found, key=len, default="")))
        for name, ids in self.negative:
            found = [words[t] for t in zones[name.removeprefix("not_")] if t in ids]
            out.append(Condition(name, not found, max(found, key=len, default="")))
        if self.rule.group:
            out.append(Condition("group", self._group_holds(frame), frame.group))
        if self.rule.predicate:
            out.append(Condition("predicate", self._predicate_holds(frame), frame.words("predicate")))
        if self.rule.beside:
            out.append(Condition("beside", self._beside_holds(frame), "".join(frame.beside[:1])))
        return Verdict(self.rule, tuple(out))

    def fit(self, frame: Frame, zones: Zones) -> tuple[int, bool, int, int, int]:
        """How well a rule that holds fits: conditions met, head named, length of its cues, exact unit, nearness.

        A condition counts two; one on a noun that is not the head of its phrase (少数民族 in 少数民族党员) counts one.
        Among as many, a rule that names the head wins over one that names the verb only: 办成实事 is no request.
        """
        met, length, distance, named = 0, 0, 0, False
        head = frame.nouns[-1].end if frame.nouns else 0
        for zone, ids in self.positive:
            found = [h for t, h in zones[zone].items() if t in ids]
            if zone == "noun":
                best = max(found, key=lambda h: h.end)
                named = best.end == head
                met += 1 + named
            else:
                best = max(found, key=lambda h: (h.end - h.start, h.end))
                met += 2
            length += best.end - best.start
            distance += _distance(best, frame, zone)
        exact = frame.quantity.unit in self.unit
        met += 2 * (bool(self.unit) + bool(self.rule.group in ("required", "several")) + bool(self.rule.beside))
        return met, named, length, int(exact), -distance

    def _predicate_holds(self, frame: Frame) -> bool:
        return not self.rule.predicate or (self.rule.predicate == "required") == bool(len(frame.predicate))

    def _group_holds(self, frame: Frame) -> bool:
        if self.rule.group == "several":
            return frame.several
        return not self.rule.group or (self.rule.group == "required") == bool(frame.group)

    def _beside_holds(self, frame: Frame) -> bool:
        return self.rule.beside == "" or self.rule.beside in frame.beside


def _compiled(rule: Rule, names: Iterable[str], index: TermIndex) -> tuple[tuple[str, frozenset[int]], ...]:
    return tuple((name, index.ids(getattr(rule, name))) for name in names if getattr(rule, name))


def _distance(hit: Hit, frame: Frame, zone: str) -> int:
    if zone == "noun":
        return frame.noun.end - hit.end
    if hit.start >= frame.quantity.end:
        return hit.start - frame.quantity.end
    return max(0, frame.quantity.start - hit.end)
