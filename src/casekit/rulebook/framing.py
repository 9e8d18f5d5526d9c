"""One sentence with its quantities becomes one frame for each quantity."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.frame import Frame
from casekit.rulebook.terms import Hit
from casekit.rulebook.zones import (
    clause_before,
    left_zones,
    names_nothing,
    noun_after,
    noun_before,
    right_zone,
    sums_up,
)

# Units after which a noun phrase is only taken for the counted thing when it is a known noun:
# 85户困难群众 but 97人签了约, 30%的居民.
_SELF_COUNTING = frozenset({"人数", "户数", "人次", "户次", "金额", "比例", "面积", "长度", "重量", "时间", ""})


class Framer:
    """Knows which words are verbs, nouns and ethnic groups; makes frames from the hits of one sentence."""

    def __init__(
        self, verbs: frozenset[int], nouns: frozenset[int], groups: frozenset[int], word: Callable[[int], str]
    ) -> None:
        self._verbs, self._nouns, self._groups, self._word = verbs, nouns, groups, word

    def frames(self, text: str, sentence: Span, quantities: Sequence[Quantity], hits: Sequence[Hit]) -> list[Frame]:
        """A frame for each quantity, in text order."""
        verbs = [Span(h.start, h.end) for h in hits if h.term in self._verbs]
        nouns = _outermost([Span(h.start, h.end) for h in hits if h.term in self._nouns])
        groups = [h for h in hits if h.term in self._groups]
        # 培训 in 培训班 is no verb: a verb inside a longer known noun governs nothing.
        verbs = [v for v in verbs if not any(n.covers(v) and n != v for n in nouns)]
        lefts = left_zones(text, sentence, quantities)
        out: list[Frame] = []
        for i, quantity in enumerate(quantities):
            following = quantities[i + 1] if i + 1 < len(quantities) else None
            right = right_zone(text, sentence, quantity, following)
            left, noun = lefts[i], self._noun(text, quantity, lefts[i], right, verbs, nouns)
            if not len(right) and names_nothing(text, left):
                left, noun = self._named_before(text, sentence, quantity, out, verbs) or (left, noun)
            own = _within(verbs, left) + _within(verbs, right)
            before = Span(sentence.start, max(sentence.start, left.start))
            governing = own or (out[-1].verbs if out else ()) or _last_clause(text, _within(verbs, before), before)
            group = self._group(groups, left, right)
            frame = Frame(
                text,
                sentence,
                quantity,
                left,
                right,
                noun,
                before,
                tuple(governing),
                not own,
                group,
                nouns=_within(nouns, noun),
            )
            out.append(_leaning(frame, out))
        return out

    def _noun(
        self, text: str, quantity: Quantity, left: Span, right: Span, verbs: Sequence[Span], nouns: Sequence[Span]
    ) -> Span:
        after, before = noun_after(text, right, verbs, [*nouns, *verbs]), noun_before(text, left, verbs)
        if not len(after):
            return before
        if _within(nouns, after):
            return after
        if not len(before):
            return after
        return before if quantity.kind in _SELF_COUNTING or _within(nouns, before) else after

    def _named_before(
        self, text: str, sentence: Span, quantity: Quantity, earlier: Sequence[Frame], verbs: Sequence[Span]
    ) -> tuple[Span, Span] | None:
        """Left zone and noun of what a bare number counts: the series it continues, or the clause before."""
        clause = clause_before(text, quantity.start, sentence)
        if clause is not None and sums_up(text, clause.end, quantity.start):
            return Span(clause.start, quantity.start), noun_before(text, clause, verbs)
        for frame in reversed(earlier):
            if frame.quantity.unit == quantity.unit:
                return frame.left, frame.noun
        if earlier and (earlier[-1].quantity.kind, quantity.kind) == ("户数", "人数"):
            return earlier[-1].left, earlier[-1].noun
        if clause is None or any(clause.overlaps(f.quantity.span) for f in earlier):
            return None
        return Span(clause.start, quantity.start), noun_before(text, clause, verbs)

    def _group(self, groups: Sequence[Hit], left: Span, right: Span) -> str:
        inside = [h for h in groups if left.start <= h.start and h.end <= left.end]
        if inside:
            return self._word(inside[-1].term)
        after = [h for h in groups if right.start <= h.start and h.end <= right.end]
        return self._word(after[0].term) if after else ""


def _leaning(frame: Frame, earlier: Sequence[Frame]) -> Frame:
    """The frame with a second reading under the verbs of the nearest earlier quantity of the same class."""
    if frame.inherited:
        return frame
    for other in reversed(earlier):
        if other.quantity.kind == frame.quantity.kind and other.verbs:
            return replace(frame, leaning=replace(frame, verbs=other.verbs, inherited=True))
    return frame


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """The spans that stand inside no longer one, in text order; `spans` are sorted by start, then end."""
    out: list[Span] = []
    for span in spans:
        while out and span.covers(out[-1]):
            out.pop()
        if not out or not out[-1].covers(span):
            out.append(span)
    return out


def _within(spans: Sequence[Span], zone: Span) -> tuple[Span, ...]:
    return tuple(s for s in spans if zone.start <= s.start and s.end <= zone.end)


def _last_clause(text: str, verbs: Sequence[Span], before: Span) -> tuple[Span, ...]:
    """The verbs of the clause right before the zone, which a clause without a verb of its own leans on."""
    cut = max(text.rfind(mark, before.start, max(before.start, before.end - 1)) for mark in "，；：。")
    starts = [v.start for v in verbs]
    return tuple(verbs[bisect_left(starts, cut) :])
