"""Every numeric expression of a text with what became of it, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from casekit.cases import CaseReading
from casekit.core import Span
from casekit.documents import Document
from casekit.extract import Kit
from casekit.facts import Fact
from casekit.quantities import Nonquantity, Quantity
from casekit.rulebook import Match, Rule
from casekit.workbench.near import Near, holding_rules, nearest_rules, one_rule
from casekit.workbench.reading import Read, read_document


@dataclass(frozen=True, slots=True)
class Explanation:
    """One numeric expression; `span` and `quote` are of the text as given.

    `match` is None for what is no quantity or stands outside every sentence; `reason` is '' for a fact.
    `winner` is the rule that took it with its conditions, `lost` other rules that held, `near` those that nearly did.
    """

    span: Span
    quote: str
    mention: Quantity | Nonquantity
    reason: str
    match: Match | None = None
    fact: Fact | None = None
    winner: Near | None = None
    lost: tuple[Rule, ...] = ()
    near: tuple[Near, ...] = ()
    case: str = ""
    how: str = ""


def explain_document(document: Document, kit: Kit) -> list[Explanation]:
    """All numeric expressions of the document, in text order."""
    read, cases = read_document(document, kit)
    found = [
        *(_of_match(match, read, kit, cases) for match in read.matches),
        *(_plain(quantity, "furniture", read) for quantity in read.outside),
        *(_plain(other, other.reason, read) for other in read.reading.others),
    ]
    return sorted(found, key=lambda e: e.span)


def at_offset(found: list[Explanation], offset: int) -> list[Explanation]:
    """The expression that holds the character at `offset`, else the nearest one."""
    if not found:
        return []
    return [min(found, key=lambda e: (_distance(e.span, offset), e.span))]


def _distance(span: Span, offset: int) -> int:
    return max(span.start - offset, offset - span.end + 1, 0)


def _of_match(match: Match, read: Read, kit: Kit, cases: CaseReading) -> Explanation:
    span = read.source_span(match.frame.quantity)
    quote = span.of(read.page.aligned.source)
    case, how = _focus(cases, match.frame.quantity.start)
    frame = match.frame
    winner = one_rule(kit.book, frame, match.rule.id) if match.rule else None
    lost = tuple(_lost(match, kit)) if not match.reason or match.reason == "contested" else ()
    near = tuple(nearest_rules(kit.book, frame)) if match.reason == "no-rule" else ()
    fact = read.fact(match, kit)
    return Explanation(
        span, quote, frame.quantity, match.reason, match, fact, winner, lost, near, case, how if case else ""
    )


def _lost(match: Match, kit: Kit) -> Iterator[Rule]:
    for rule in holding_rules(kit.book, match.frame):
        if match.rule is None or rule.id != match.rule.id:
            yield rule


def _plain(mention: Quantity | Nonquantity, reason: str, read: Read) -> Explanation:
    span = read.source_span(mention)
    return Explanation(span, span.of(read.page.aligned.source), mention, reason)


def _focus(cases: CaseReading, at: int) -> tuple[str, str]:
    number = bisect_right([focus.start for focus in cases.foci], at) - 1
    focus = cases.foci[number] if number >= 0 else None
    if focus is None or focus.case is None:
        return "", ""
    return cases.cases[focus.case].name, focus.how
