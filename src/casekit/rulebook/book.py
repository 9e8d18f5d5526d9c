"""The compiled rule book: frames in, one match for each quantity out, in the written order of precedence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.contexts import ContextIndex
from casekit.rulebook.frame import Frame
from casekit.rulebook.framing import Framer
from casekit.rulebook.match import NEGATIVE, POSITIVE, CompiledRule, Verdict, Zones, unit_names, zones_of
from casekit.rulebook.rule import Context, Rule, RuleFiles
from casekit.rulebook.terms import Hit, TermIndex


@dataclass(frozen=True, slots=True)
class Match:
    """What the book says of one frame.

    `rule` is the winner, None where there is none; `reason` then says why: `no-rule`, `contested` (with the
    rivals in `near`), or the leftover reason of the context that dropped it. `contexts` are those that apply.
    """

    frame: Frame
    rule: Rule | None
    reason: str
    contexts: tuple[Context, ...] = ()
    near: tuple[str, ...] = ()


class RuleBook:
    """All rules compiled once; `read` takes one sentence with its quantities.

    Whoever loads the same files in any order gets the same matches.
    """

    def __init__(self, files: RuleFiles, groups: Iterable[str] = ()) -> None:
        self.files = files
        rules = sorted(files.rules, key=lambda r: r.id)
        contexts = files.contexts
        words = {w for r in rules for name in (*POSITIVE, *NEGATIVE) for w in getattr(r, name)}
        words |= {w for c in contexts for w in (*c.words, *c.unless)}
        self.groups = groups = frozenset(groups)
        self.index = TermIndex(words | files.verbs | files.nouns | groups)
        self._framer = Framer(
            self.index.ids(files.verbs),
            self.index.ids(files.nouns),
            self.index.ids(groups),
            self.index.words.__getitem__,
        )
        self.rules = tuple(CompiledRule(rule, self.index) for rule in rules)
        self._contexts = ContextIndex(contexts, self.index)
        self._by_cue, self._without_cue = _cue_index(self.rules)

    def read(self, text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Match]:
        """One match for each quantity of the sentence `text[sentence.start:sentence.end]`."""
        if not quantities:
            return []
        hits = self.index.scan(sentence.of(text), sentence.start)
        frames = self._framer.frames(text, sentence, quantities, hits)
        cues = self._contexts.cues(hits)
        return [self._match(frame, hits, self._contexts.applying(frame, cues)) for frame in frames]

    def _match(self, frame: Frame, hits: Sequence[Hit], contexts: tuple[Context, ...]) -> Match:
        for context in contexts:
            if context.drop:
                return Match(frame, None, context.drop, contexts)
        match = self._match_as_read(frame, hits, contexts)
        leaning = frame.leaning
        while match.reason == "no-rule" and leaning is not None:
            second = self._match_as_read(leaning, hits, contexts)
            match = match if second.rule is None else second
            leaning = leaning.leaning
        return match

    def frames(self, text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Frame]:
        """The frames of the quantities of a sentence, as `read` asks the rules about them."""
        hits = self.index.scan(sentence.of(text), sentence.start)
        return self._framer.frames(text, sentence, quantities, hits)

    def with_rule(self, rule: Rule) -> RuleBook:
        """This book with another rule under that id; all words of the rule must already be among the book's."""
        other = copy(self)
        number = next(i for i, compiled in enumerate(self.rules) if compiled.rule.id == rule.id)
        other.rules = (*self.rules[:number], CompiledRule(rule, self.index), *self.rules[number + 1 :])
        # The cue it was indexed under may be gone: it is asked every time.
        other._without_cue = [*self._without_cue, number]
        return other

    def verdicts(self, frame: Frame) -> list[Verdict]:
        """Every rule that shares a cue with the frame, checked in full; for `explain`."""
        hits = self.index.scan(frame.sentence.of(frame.text), frame.sentence.start)
        zones = zones_of(frame, hits)
        return [rule.check(frame, zones, self.index.words) for rule in self._candidates(zones)]

    def _match_as_read(self, frame: Frame, hits: Sequence[Hit], contexts: tuple[Context, ...]) -> Match:
        zones = zones_of(frame, hits)
        names = unit_names(frame.quantity)
        holding = [r for r in self._candidates(zones) if r.holds(frame, zones, names)]
        holding = _unbeaten(holding) if len(holding) > 1 else holding
        if not holding:
            return Match(frame, None, "no-rule", contexts)
        if len(holding) == 1:
            return Match(frame, holding[0].rule, "", contexts)
        fits = sorted(((r.fit(frame, zones), r) for r in holding), key=lambda p: (p[0], p[1].rule.id), reverse=True)
        best = [r for fit, r in fits if fit == fits[0][0]]
        if len({r.rule.metric for r in best}) > 1:
            return Match(frame, None, "contested", contexts, tuple(sorted(r.rule.id for r in best)))
        return Match(frame, min(best, key=lambda r: r.rule.id).rule, "", contexts)

    def _candidates(self, zones: Zones) -> list[CompiledRule]:
        found = set(self._without_cue)
        for zone, by_term in self._by_cue.items():
            for term in zones[zone]:
                found.update(by_term.get(term, ()))
        return [self.rules[i] for i in sorted(found)]


def _cue_index(rules: Sequence[CompiledRule]) -> tuple[dict[str, dict[int, list[int]]], list[int]]:
    """Zone and term to the rules that need that term there; a rule is indexed under its rarest condition."""
    by_cue: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    without = []
    for number, rule in enumerate(rules):
        if not rule.positive:
            without.append(number)
            continue
        zone, ids = min(rule.positive, key=lambda p: len(p[1]))
        for term in ids:
            by_cue[zone][term].append(number)
    return {zone: dict(terms) for zone, terms in by_cue.items()}, without


def _unbeaten(rules: list[CompiledRule]) -> list[CompiledRule]:
    beaten = {b for r in rules for b in r.rule.beats}
    return [r for r in rules if r.rule.id not in beaten]
