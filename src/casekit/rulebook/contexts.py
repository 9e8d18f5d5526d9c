"""Which contexts apply to a frame: words near a figure that change what it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from casekit.core import Span
from casekit.rulebook.frame import Frame
from casekit.rulebook.match import unit_names
from casekit.rulebook.rule import Context
from casekit.rulebook.terms import Hit, TermIndex


class ContextIndex:
    """Contexts by the words that call them; a sentence without any of the words costs nothing."""

    def __init__(self, contexts: Iterable[Context], index: TermIndex) -> None:
        self._contexts = tuple(sorted(contexts, key=lambda c: c.id))
        self._unless = tuple(index.ids(c.unless) for c in self._contexts)
        self._by_term: dict[int, list[int]] = defaultdict(list)
        for number, context in enumerate(self._contexts):
            for term in index.ids(context.words):
                self._by_term[term].append(number)

    def cues(self, hits: Sequence[Hit]) -> dict[int, list[Hit]]:
        """Of one sentence: the number of each context to the hits of its words that no look-alike covers."""
        found: dict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            for number in self._by_term.get(hit.term, ()):
                if not _covered(hit, self._unless[number], hits):
                    found[number].append(hit)
        return found

    def applying(self, frame: Frame, cues: dict[int, list[Hit]]) -> tuple[Context, ...]:
        """The contexts that have a cue in their zone of the frame, in order of their ids."""
        if not cues:
            return ()
        return tuple(self._contexts[n] for n in sorted(cues) if self._applies(self._contexts[n], frame, cues[n]))

    def _applies(self, context: Context, frame: Frame, cues: Sequence[Hit]) -> bool:
        if context.unit and unit_names(frame.quantity).isdisjoint(context.unit):
            return False
        zones = _zones(context, frame)
        return any(z.start <= hit.start and hit.end <= z.end for hit in cues for z in zones)


def _covered(hit: Hit, unless: frozenset[int], hits: Sequence[Hit]) -> bool:
    return bool(unless) and any(h.term in unless and h.start <= hit.start and hit.end <= h.end for h in hits)


def _zones(context: Context, frame: Frame) -> tuple[Span, ...]:
    if context.zone == "clause":
        return frame.left, frame.noun, frame.right
    span: Span = getattr(frame, context.zone)
    return (span,)
