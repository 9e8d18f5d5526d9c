"""Which contexts apply to a frame: words near a figure that change what it means."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

from casekit.core import Span
from casekit.rulebook.frame import Frame
from casekit.rulebook.match import unit_names
from casekit.rulebook.persons import ANYONE, Persons
from casekit.rulebook.rule import Context
from casekit.rulebook.terms import Hit, Hits, TermIndex

# Stands for the number of a term in the hit of a name.
_NAME = -1


class ContextIndex:
    """Contexts by the words that call them; a sentence without any of the words costs nothing."""

    def __init__(self, contexts: Iterable[Context], index: TermIndex, persons: Persons) -> None:
        self._persons = persons
        self._contexts = tuple(sorted(contexts, key=lambda c: c.id))
        self._unless = tuple(index.ids(c.unless) for c in self._contexts)
        self._not_left = tuple(index.ids(c.not_left) for c in self._contexts)
        self._longest = index.longest
        self._by_term: dict[int, list[int]] = defaultdict(list)
        self._by_name: dict[int, list[int]] = defaultdict(list)
        self._alone: list[int] = []
        for number, context in enumerate(self._contexts):
            if ANYONE in context.words:
                self._alone.append(number)
            for term in index.ids(w for w in context.words if not w.endswith(ANYONE)):
                self._by_term[term].append(number)
            for term in index.ids(w.removesuffix(ANYONE) for w in context.words if w.endswith(ANYONE) and w != ANYONE):
                self._by_name[term].append(number)
        self._calling = frozenset((*self._by_term, *self._by_name))

    def cues(self, hits: Hits, text: str, sentence: Span) -> dict[int, list[Hit]]:
        """Of one sentence: the number of each context to the hits of its words that no look-alike covers."""
        found: dict[int, list[Hit]] = defaultdict(list)
        calling = self._calling
        for hit in hits:
            if hit[0] not in calling:
                continue
            for number in self._by_term.get(hit.term, ()):
                if not self._covered(hit, self._unless[number], hits):
                    found[number].append(hit)
            if hit.term in self._by_name and self._persons.is_named(text, hit.end):
                for number in self._by_name[hit.term]:
                    found[number].append(hit)
        for start, end in self._persons.named_alone(text, sentence.start, sentence.end) if self._alone else ():
            for number in self._alone:
                insort(found[number], Hit(_NAME, start, end), key=attrgetter("start"))
        return found

    def applying(self, frame: Frame, cues: dict[int, list[Hit]], hits: Hits) -> tuple[Context, ...]:
        """The contexts that have a cue in their zone of the frame, in order of their ids."""
        if not cues:
            return ()
        return tuple([self._contexts[n] for n in sorted(cues) if self._applies(n, frame, cues[n], hits)])

    def _applies(self, number: int, frame: Frame, cues: Sequence[Hit], hits: Hits) -> bool:
        context, not_left = self._contexts[number], self._not_left[number]
        if context.unit and unit_names(frame.quantity).isdisjoint(context.unit):
            return False
        for zone in _zones(context, frame):
            if _stands_in(zone, cues):
                return not (not_left and any(h.term in not_left for h in hits.within(frame.left.start, frame.left.end)))
        return False

    def _covered(self, hit: Hit, unless: frozenset[int], hits: Hits) -> bool:
        return bool(unless) and any(other.term in unless for other in hits.covering(hit, self._longest))


def _stands_in(zone: Span, cues: Sequence[Hit]) -> bool:
    """True where one of the cues, which are sorted by start, lies in the zone."""
    for number in range(bisect_left(cues, zone.start, key=attrgetter("start")), len(cues)):
        if cues[number].start >= zone.end:
            return False
        if cues[number].end <= zone.end:
            return True
    return False


def _zones(context: Context, frame: Frame) -> tuple[Span, ...]:
    if context.zone == "clause":
        return frame.left, frame.noun, frame.right
    if context.zone == "before" and not context.drop:
        # 明年计划再建食堂6家；新增床位40张: a semicolon leaves it a plan.
        return (Span(frame.sentence.start, frame.before.end),)
    span: Span = getattr(frame, context.zone)
    return (span,)
