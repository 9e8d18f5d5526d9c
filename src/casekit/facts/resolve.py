"""A match and the case in focus become a fact, in the coordinates of the document as decoded."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from casekit.cases import Case
from casekit.core import AlignedText, Span
from casekit.core.settled import settled
from casekit.facts.fact import Fact
from casekit.facts.labels import Labeller
from casekit.facts.periods import Dater
from casekit.facts.rates import Rater
from casekit.facts.units import fact_unit
from casekit.quantities import Period, Rate
from casekit.rulebook import Match, Metric
from casekit.rulebook.lexicon import Lexicon

# Fact columns that rules and contexts may set.
SETTABLE = ("basis", "group", "label", "per", "status", "unit")


@settled
@dataclass(frozen=True, slots=True)
class Finding:
    """A match that a rule won, with what the other stages know of its place.

    `sentence` is its sentence as the fact quotes it; None lets `resolve_fact` look it up. `rates` are the cues
    of the whole text.
    """

    match: Match
    metric: Metric
    case: Case | None
    how: str
    period: Period | None
    sentence: str | None = None
    rates: Sequence[Rate] = ()


class Resolver:
    """Makes facts, by the words of some lists; `period_of` chooses the time phrase of a finding."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        words = Lexicon(lists)
        self._labeller, self._rater = Labeller(words), Rater(words)
        self.period_of = Dater(words).period_of

    def resolve(self, doc: str, text: AlignedText, finding: Finding) -> Fact:
        """The fact; its quote is the source under its span, whatever layout repair moved."""
        match, metric, case, period = finding.match, finding.metric, finding.case, finding.period
        assert match.rule is not None
        frame, quantity = match.frame, match.frame.quantity
        span = Span(*text.source_range(quantity.start, quantity.end))
        sets = settings(match)
        label = sets.get("label") or self._labeller.label(frame, case.name if case else "")
        return Fact(
            fact_id=fact_id(doc, span, metric.id),
            doc=doc,
            case_id=case.case_id if case else None,
            case=case.name if case else None,
            family=metric.family,
            metric=metric.id,
            label=label,
            value=float(quantity.value),
            low=_number(quantity.low),
            high=_number(quantity.high),
            bound=quantity.bound,
            unit=sets.get("unit") or fact_unit(metric.unit, quantity.unit, quantity.kind),
            group=(sets["group"] if "group" in sets else self._labeller.group(frame, metric, label)) or None,
            basis=sets.get("basis") or None,
            per=sets["per"] or None if "per" in sets else self._rater.rate_of(finding.rates, frame),
            status=sets.get("status") or None,
            period=period.text if period else None,
            period_start=period.first if period else None,
            period_end=period.last if period else None,
            quote=span.of(text.source),
            start=span.start,
            end=span.end,
            sentence=quoted(text, frame.sentence) if finding.sentence is None else finding.sentence,
            rule=match.rule.id,
            how=finding.how,
        )


def quoted(text: AlignedText, sentence: Span) -> str:
    """The source under a sentence, without blanks around it."""
    return text.source_span(sentence).of(text.source).strip()


def settings(match: Match) -> Mapping[str, str]:
    """What contexts and then the rule set; the rule has the last word, an empty word unsets."""
    sets: dict[str, str] = {}
    for context in match.contexts:
        sets.update(context.sets)
    if match.rule is not None:
        sets.update(match.rule.sets)
    return sets


def fact_id(doc: str, span: Span, metric: str) -> str:
    """A stable id: the first 16 hexadecimal digits of a SHA-256 over document, span and metric."""
    return hashlib.sha256(f"{doc}\x1f{span.start}\x1f{span.end}\x1f{metric}".encode()).hexdigest()[:16]


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
