"""A text read up to the matches, frames kept, so that the workbench can look at what extraction only passes on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from casekit.cases import CaseReading, read_cases, without_names
from casekit.core import Span
from casekit.documents import Document
from casekit.extract import Kit
from casekit.facts import Fact, Finding
from casekit.quantities import Nonquantity, Quantity, Reading, find_rates, read_quantities
from casekit.rulebook import Match
from casekit.text import Page, Sentence, read_page


@dataclass(frozen=True, slots=True)
class Read:
    """A text with its numbers; `matches` holds one match for each quantity that stands in a sentence.

    `outside` are the quantities that stand in none, or in furniture, so that no rule is asked.
    """

    page: Page
    reading: Reading
    matches: tuple[Match, ...]
    outside: tuple[Quantity, ...]

    def source_span(self, mention: Quantity | Nonquantity) -> Span:
        """Where a numeric expression stands in the text as given."""
        return self.page.aligned.source_span(Span(mention.start, mention.end))

    def fact(self, match: Match, kit: Kit) -> Fact | None:
        """The fact that the match gives, its community left open; None where no rule took the quantity."""
        if match.rule is None:
            return None
        metric = kit.book.files.metrics[match.rule.metric]
        period = kit.resolver.period_of(
            self.reading.periods, match.frame.sentence, match.frame.quantity.start, match.frame.text
        )
        rates = find_rates(self.page.text, kit.tables)
        finding = Finding(match, metric, None, "unknown", period, rates=rates)
        return kit.resolver.resolve("", self.page.aligned, finding)


def read_document(document: Document, kit: Kit) -> tuple[Read, CaseReading]:
    """The document read as extraction reads it, and its communities."""
    page = read_page(document.text)
    reading = read_quantities(page.text, None, kit.tables)
    cases = read_cases(page, reading, document.title, kit.atlas)
    return _read(page, without_names(reading, cases.names), kit, cases.names), cases


def read_text(text: str, kit: Kit, furniture: bool = False) -> Read:
    """The same of a text alone, in which no communities are looked for; `furniture` asks the rules about it too.

    A short text given alone looks like a heading or a byline, which an example is not meant to be.
    """
    page = read_page(text)
    return _read(page, read_quantities(page.text, None, kit.tables), kit, furniture=furniture)


def _read(page: Page, reading: Reading, kit: Kit, names: Sequence[Span] = (), furniture: bool = False) -> Read:
    matches: list[Match] = []
    outside: list[Quantity] = []
    for sentence, quantities in _by_sentence(page, reading.quantities):
        if sentence is None or (sentence.kind == "furniture" and not furniture):
            outside += quantities
        else:
            matches += kit.book.read(page.text, sentence.span, quantities, names)
    return Read(page, reading, tuple(matches), tuple(outside))


def _by_sentence(page: Page, quantities: Sequence[Quantity]) -> list[tuple[Sentence | None, list[Quantity]]]:
    passages = page.passages()
    starts = [passage.start for passage in passages]
    groups: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        at = bisect_right(starts, quantity.start) - 1
        inside = at >= 0 and quantity.end <= passages[at].end
        groups.setdefault(at if inside else -1, []).append(quantity)
    return [(passages[at] if at >= 0 else None, groups[at]) for at in sorted(groups)]
