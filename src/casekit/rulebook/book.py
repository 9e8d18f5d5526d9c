"""The compiled rule book: frames in, one match for each quantity out, in the written order of precedence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from operator import attrgetter

from casekit.core import Span
from casekit.core.settled import settled
from casekit.quantities import Quantity
from casekit.rulebook.changes import starts_of_changes
from casekit.rulebook.contexts import ContextIndex
from casekit.rulebook.cues import CueIndex
from casekit.rulebook.ellipsis import leanings
from casekit.rulebook.frame import Frame
from casekit.rulebook.framing import Framer
from casekit.rulebook.items import are_items
from casekit.rulebook.lexicon import Lexicon
from casekit.rulebook.marks import Marks
from casekit.rulebook.match import NEGATIVE, POSITIVE, CompiledRule, Verdict, unit_names, zones_of
from casekit.rulebook.persons import ANYONE, Persons
from casekit.rulebook.rule import Context, Rule, RuleFiles
from casekit.rulebook.terms import Hits, TermIndex
from casekit.rulebook.unwritten import Unwritten

_START = attrgetter("start")
_BLOT = "\0"  # stands in no word of any rule


@settled
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
        words |= {w.removesuffix(ANYONE) for c in contexts for w in (*c.words, *c.unless, *c.not_left)} - {""}
        self.groups = groups = frozenset(groups)
        far = {w for r in rules for w in (*r.before, *r.not_before)}
        self.index = TermIndex(words | files.verbs | files.nouns | groups, far, groups)
        lexicon = Lexicon(files.lists)
        self._framer = Framer(
            self.index.ids(files.verbs),
            self.index.ids(files.nouns),
            self.index.ids(groups),
            self.index.words.__getitem__,
            lexicon,
        )
        self.rules = tuple(CompiledRule(rule, self.index) for rule in rules)
        self._contexts = ContextIndex(contexts, self.index, Persons(lexicon))
        self._cues = CueIndex.of(self.rules)
        self._unwritten = Unwritten(self.index.numbers, lexicon)
        self._taking: dict[frozenset[str], frozenset[int]] = {}
        self._last_resorts = _last_resorts(rules)

    def read(
        self, text: str, sentence: Span, quantities: Sequence[Quantity], names: Sequence[Span] = ()
    ) -> list[Match]:
        """One match for each quantity of the sentence `text[sentence.start:sentence.end]`.

        `names` are those of places anywhere in the text, in its order, without their class words: the pond of 石塘村
        is no word of a rule.
        """
        if not quantities:
            return []
        inside = _within(names, sentence)
        hits = self.index.scan(_without(text, sentence, inside), sentence.start)
        marks = self._framer.marks(text, sentence, quantities, hits, inside)
        cues = self._contexts.cues(hits, text, sentence)
        matches: list[Match] = []
        earlier: list[Frame] = []
        left_behind = starts_of_changes(text, sentence, quantities, marks.series)
        for frame in map(self._unwritten.with_money, self._framer.frames(marks, quantities)):
            contexts = self._contexts.applying(frame, cues, hits)
            dropped = next((context.drop for context in contexts if context.drop), "")
            if frame.quantity.start in left_behind:
                dropped = "change"
            match = Match(frame, None, dropped, contexts) if dropped else self._match_as_read(frame, hits, contexts)
            if match.reason == "no-rule" or self._is_last_resort(match.rule):
                match = self._match_leaning(match, earlier, marks, hits)
            if match.reason == "no-rule":
                match = self._match_unwritten(match, hits, marks)
            if match.reason == "no-rule":
                match = _going_on(match, matches, marks.phrases.anything)
            matches.append(match)
            earlier.append(frame)
        return _listed(matches, marks)

    def _match_leaning(self, match: Match, earlier: Sequence[Frame], marks: Marks, hits: Hits) -> Match:
        """The first match of a further reading that a rule wins, else the match as it was."""
        for leaning in leanings(match.frame, earlier, marks):
            second = self._match_as_read(leaning, hits, match.contexts)
            if second.rule is not None and not self._is_last_resort(second.rule):
                return second
        return match

    def _match_unwritten(self, match: Match, hits: Hits, marks: Marks) -> Match:
        """The first match of a reading with what is left unwritten (花86万元), else the match as it was."""
        for frame, words in self._unwritten.readings(match.frame, hits, marks):
            second = self._match_as_read(frame, words, match.contexts)
            if second.rule is not None and not self._is_last_resort(second.rule):
                return second
        return match

    def hits(self, frame: Frame) -> Hits:
        """The words of the rules in the sentence of a frame."""
        return self.index.scan(_without(frame.text, frame.sentence, frame.names), frame.sentence.start)

    def frames(self, text: str, sentence: Span, quantities: Sequence[Quantity]) -> list[Frame]:
        """The frames of the quantities of a sentence, as `read` asks the rules about them, `leaning` filled in."""
        hits = self.index.scan(sentence.of(text), sentence.start)
        marks = self._framer.marks(text, sentence, quantities, hits)
        frames = self._framer.frames(marks, quantities)
        return [_chained([frame, *leanings(frame, frames[:n], marks)]) for n, frame in enumerate(frames)]

    def with_rule(self, rule: Rule) -> RuleBook:
        """This book with another rule under that id; all words of the rule must already be among the book's."""
        other = copy(self)
        number = next(i for i, compiled in enumerate(self.rules) if compiled.rule.id == rule.id)
        other.rules = (*self.rules[:number], CompiledRule(rule, self.index), *self.rules[number + 1 :])
        # The cue it was indexed under may be gone: it is asked every time.
        other._cues = self._cues.with_always(number)
        other._taking = {}
        other._last_resorts = _last_resorts(compiled.rule for compiled in other.rules)
        return other

    def _is_last_resort(self, rule: Rule | None) -> bool:
        return rule is not None and rule.id in self._last_resorts

    def verdicts(self, frame: Frame) -> list[Verdict]:
        """Every rule that shares a cue with the frame, checked in full; for `explain`."""
        zones = zones_of(frame, self.hits(frame))
        return [self.rules[i].check(frame, zones, self.index.words) for i in sorted(self._cues.called(zones))]

    def _match_as_read(self, frame: Frame, hits: Hits, contexts: tuple[Context, ...]) -> Match:
        zones = zones_of(frame, hits)
        called = self._cues.called(zones) & self._rules_taking(unit_names(frame.quantity))
        holding = [self.rules[i] for i in sorted(called) if self.rules[i].suits(frame, zones)]
        holding = _unbeaten(holding, frame) if len(holding) > 1 else holding
        if not holding:
            return Match(frame, None, "no-rule", contexts)
        if len(holding) == 1:
            return Match(frame, holding[0].rule, "", contexts)
        fits = sorted(((r.fit(frame, zones), r) for r in holding), key=lambda p: (p[0], p[1].rule.id), reverse=True)
        best = [r for fit, r in fits if fit == fits[0][0]]
        if len({r.rule.metric for r in best}) > 1:
            return Match(frame, None, "contested", contexts, tuple(sorted(r.rule.id for r in best)))
        return Match(frame, min(best, key=lambda r: r.rule.id).rule, "", contexts)

    def _rules_taking(self, names: frozenset[str]) -> frozenset[int]:
        """The numbers of the rules that take a unit of these names; there are as many sets as units in units.yaml."""
        if names not in self._taking:
            self._taking[names] = frozenset(i for i, rule in enumerate(self.rules) if rule.takes(names))
        return self._taking[names]


def _within(names: Sequence[Span], sentence: Span) -> tuple[Span, ...]:
    """Those of the names, which stand in text order, that lie in the sentence."""
    if not names:
        return ()
    first = bisect_left(names, sentence.start, key=_START)
    last = bisect_left(names, sentence.end, first, key=_START)
    return tuple([name for name in names[first:last] if name.end <= sentence.end])


def _without(text: str, sentence: Span, names: Iterable[Span]) -> str:
    """The sentence with its names blotted out, as long as before."""
    said = sentence.of(text)
    for name in names:
        at, end = name.start - sentence.start, name.end - sentence.start
        said = said[:at] + _BLOT * (end - at) + said[end:]
    return said


def _last_resorts(rules: Iterable[Rule]) -> frozenset[str]:
    """The ids of the rules of the last resort, which look for no word: any further reading is better."""
    return frozenset(
        r.id for r in rules if r.group not in ("required", "several") and not any(getattr(r, zone) for zone in POSITIVE)
    )


# Looked back over that many figures; a longer phrase before the number names something.
_BACK, _SHORT = 4, 6
# Classes of quantities whose measure word says of what kind the counted thing is.
_COUNTED = frozenset({"件数", "次数", "人次", "户次"})


def _going_on(match: Match, matches: Sequence[Match], anything: frozenset[str]) -> Match:
    """带回来的事743件，办了【711件】: with the same measure word and nothing named, the figure before goes on."""
    frame = match.frame
    unknown = len(frame.right) and frame.quantity.unit in anything
    names_something = unknown or frame.nouns or frame.noun.end > frame.quantity.end or len(frame.noun) > _SHORT
    if frame.quantity.kind not in _COUNTED or names_something:
        return match
    for other in reversed(matches[-_BACK:]):
        if other.frame.quantity.unit == frame.quantity.unit:
            return Match(frame, other.rule, "", match.contexts) if other.rule else match
    return match


def _listed(matches: list[Match], marks: Marks) -> list[Match]:
    """床位32张、|热水器2台: an item that no rule knows is taken as the one beside it in the list is."""
    numbers = range(1, len(matches))
    for number, other in (*((n, n - 1) for n in numbers), *((n - 1, n) for n in reversed(numbers))):
        match, rule = matches[number], matches[other].rule
        first, second = sorted((number, other))
        if match.reason == "no-rule" and rule and are_items(matches[first].frame, matches[second].frame, marks):
            matches[number] = replace(match, rule=rule, reason="")
    return matches


def _chained(readings: Sequence[Frame]) -> Frame:
    """The first reading, leaning on the second, and so on."""
    chain = readings[-1]
    for frame in reversed(readings[:-1]):
        chain = replace(frame, leaning=chain)
    return chain


def _unbeaten(rules: list[CompiledRule], frame: Frame) -> list[CompiledRule]:
    """The rules that no other beats; a rule on the verb of an earlier clause beats none."""
    distant = frame.inherited and _from_another_clause(frame)
    beaten = {b for r in rules for b in r.rule.beats if not (distant and r.rule.verb and not r.rule.noun)}
    return [r for r in rules if r.rule.id not in beaten]


def _from_another_clause(frame: Frame) -> bool:
    """旧仓库改造，托位|90个: a comma parts the verb from the number; 翻新小区3个、楼房|5栋 has none."""
    between = frame.text[frame.verbs[-1].end : frame.quantity.start] if frame.verbs else ""
    return any(mark in between for mark in "，；：")
