"""The known words of one sentence, by their part in a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casekit.core import Span
from casekit.rulebook.terms import Hit


@dataclass(frozen=True, slots=True)
class Marks:
    """Where verbs, nouns (none inside a longer one) and names of ethnic groups stand in a sentence of `text`."""

    text: str
    sentence: Span
    verbs: tuple[Span, ...]
    nouns: tuple[Span, ...]
    groups: tuple[Hit, ...]


def read_marks(
    text: str,
    sentence: Span,
    hits: Sequence[Hit],
    verbs: frozenset[int],
    nouns: frozenset[int],
    groups: frozenset[int],
) -> Marks:
    """The marks of a sentence, in text order; `verbs`, `nouns` and `groups` are the numbers of such terms."""
    things = _outermost([Span(h.start, h.end) for h in hits if h.term in nouns])
    # 培训 in 培训班 is no verb: a verb inside a longer known noun governs nothing.
    acts = [Span(h.start, h.end) for h in hits if h.term in verbs]
    acts = [v for v in acts if not any(n.covers(v) and n != v for n in things)]
    # 进项 in 引进|项目 is none either: it runs over the beginning of a known noun.
    acts = [v for v in acts if not any(v.start < n.start < v.end < n.end for n in things)]
    return Marks(text, sentence, tuple(acts), tuple(things), tuple(h for h in hits if h.term in groups))


def within(spans: Sequence[Span], zone: Span) -> tuple[Span, ...]:
    """Those of the spans that lie in the zone."""
    return tuple(s for s in spans if zone.start <= s.start and s.end <= zone.end)


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """The spans that stand inside no longer one, in text order; `spans` are sorted by start, then end."""
    out: list[Span] = []
    for span in spans:
        while out and span.covers(out[-1]):
            out.pop()
        if not out or not out[-1].covers(span):
            out.append(span)
    return out
