"""The whole way of one document: text, numbers, communities, rules, facts, and what was left over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from operator import attrgetter

from casekit.cases import Case, CaseReading, read_cases_of_many, without_names
from casekit.core import AlignedText, Problem, Span
from casekit.documents import Document
from casekit.extract.extraction import CaseRow, Extraction
from casekit.extract.kit import Kit
from casekit.extract.quoting import Quoter
from casekit.extract.subject import subject_of
from casekit.facts import Fact, Finding, Leftover
from casekit.quantities import Period, Quantity, Rate, Reading, find_periods, find_rates, read_numbers_of_many
from casekit.rulebook import Match
from casekit.text import Page, read_pages

_PLACE = attrgetter("start", "end")
# A row as a tuple in, the leftover out; `Leftover` itself would take the fields apart and put them together again.
_LEFTOVER: Callable[[tuple[object, ...]], Leftover] = partial(tuple.__new__, Leftover)


def extract_document(document: Document, kit: Kit) -> Extraction:
    """Facts, cases, leftovers and problems of one document, in text order; the same for the same input."""
    (extraction,) = extract_side_by_side((document,), kit)
    return extraction


def extract_side_by_side(documents: Sequence[Document], kit: Kit) -> list[Extraction]:
    """What `extract_document` gives for each, stage by stage: a processor goes faster that does the same to many."""
    written = [document for document in documents if document.text]
    pages = read_pages([document.text for document in written], kit.layout, kit.boilerplate)
    readings = read_numbers_of_many([page.text for page in pages], kit.tables)
    cases = read_cases_of_many(pages, readings, [document.title for document in written], kit.atlas)
    extractors = [_Extractor(*one, kit) for one in zip(written, pages, readings, cases, strict=True)]
    for extractor in extractors:
        extractor.leave_others()
    for extractor in extractors:
        extractor.settle()
    made = iter([extractor.extraction() for extractor in extractors])
    return [next(made) if document.text else _unread(document) for document in documents]


def _unread(document: Document) -> Extraction:
    return Extraction(document, (), (), (), _status_problem(document))


class _Extractor:
    """One document under way; holds what its steps share."""

    def __init__(self, document: Document, page: Page, reading: Reading, cases: CaseReading, kit: Kit) -> None:
        self.document, self.page, self.cases, self.kit = document, page, cases, kit
        self.reading = without_names(reading, cases.names)
        self._focus_starts = [focus.start for focus in cases.foci]
        self._text, passages = page.text, page.passages()
        self._sentences = Quoter(page.aligned, page.sentences)
        self._passages = self._sentences if passages is page.sentences else Quoter(page.aligned, passages)
        self._subject = subject_of(page.text, cases)
        self.facts: list[Fact] = []
        self.leftovers: list[Leftover] = []
        self.problems: list[Problem] = [*_status_problem(document)]
        self.problems += [Problem(document.doc, *problem) for problem in page.problems]

    def settle(self) -> None:
        """Makes a fact or a leftover of every quantity."""
        if self._can_keep_figures():
            self._ask_rules()
        else:
            self._leave_all(self.reading.quantities)

    def extraction(self) -> Extraction:
        """What has been made so far, in text order."""
        self._case_problems()
        return Extraction(
            self.document,
            tuple(sorted(self.facts, key=_PLACE)),
            tuple(case_row(self.document.doc, case, self.page.aligned) for case in self.cases.cases),
            tuple(sorted(self.leftovers, key=_PLACE)),
            tuple(sorted(self.problems, key=lambda p: (p.start or 0, p.code, p.message))),
        )

    def _can_keep_figures(self) -> bool:
        """Whether a figure can become a fact at all: False for most news, in which no case counts."""
        return any(self._subject.keeps(case) for case in (None, *self.cases.cases))

    def _ask_rules(self) -> None:
        for number, quantities in self._by_passage():
            passage = self._passages.sentences[number]
            kept = (self._subject.keeps(self._focus(quantity.start)[0]) for quantity in quantities)
            if number < 0 or passage.kind == "furniture" or not any(kept):
                # Reading them by the rules is most of the work, and no fact can come of it.
                self._leave_all(quantities)
                continue
            span, quote = passage.span, self._passages.quotes[number]
            for match in self.kit.book.read(self._text, span, quantities, self.cases.names):
                self._settle(match, span, quote)

    def _by_passage(self) -> Iterator[tuple[int, list[Quantity]]]:
        """Quantities in groups, each with the number of the passage it stands in; -1 for those that stand in none."""
        groups: dict[int, list[Quantity]] = {}
        quantities, ends = self.reading.quantities, self._passages.ends
        for quantity, (*_, number) in zip(quantities, self._passages.cite(quantities), strict=True):
            inside = number >= 0 and quantity.end <= ends[number]
            groups.setdefault(number if inside else -1, []).append(quantity)
        for number in sorted(groups):
            yield number, groups[number]

    @cached_property
    def _rates(self) -> list[Rate]:
        return find_rates(self._text, self.kit.tables)

    @cached_property
    def _periods(self) -> list[Period]:
        return find_periods(self._text, self.document.published, self.kit.tables)

    def _settle(self, match: Match, sentence: Span, quote: str) -> None:
        quantity = match.frame.quantity
        case, how = self._focus(quantity.start)
        if not self._subject.keeps(case):
            self._leave(quantity, "no-community", quote)
            return
        if quantity.start in self.cases.summed:
            self._leave(quantity, "summed", quote)
            return
        if match.rule is None:
            self._leave(quantity, match.reason, quote, match.near)
            return
        metric = self.kit.book.files.metrics[match.rule.metric]
        period = self.kit.resolver.period_of(self._periods, sentence, quantity.start, self._text)
        finding = Finding(match, metric, case, how, period, quote, self._rates)
        fact = self.kit.resolver.resolve(self.document.doc, self.page.aligned, finding)
        self.facts.append(fact)
        if case is None:
            message = f"{fact.quote}: no community found for this figure ({metric.id})"
            self.problems.append(Problem(self.document.doc, "no-case", fact.start, fact.end, message))

    def _focus(self, at: int) -> tuple[Case | None, str]:
        number = bisect_right(self._focus_starts, at) - 1
        if number < 0:
            return None, "unknown"
        focus = self.cases.foci[number]
        return (None if focus.case is None else self.cases.cases[focus.case]), focus.how

    def _leave_all(self, quantities: Sequence[Quantity]) -> None:
        """Leaves what no rule reads: figures of page furniture, and those of no community that any are kept of."""
        doc, quoter = self.document.doc, self._passages
        sentences, quotes, ends = quoter.sentences, quoter.quotes, quoter.ends
        rows = []
        for quantity, (start, end, quote, number) in zip(quantities, quoter.cite(quantities), strict=True):
            if number < 0 or quantity.end > ends[number]:  # it runs out of the passage that it begins in
                (*_, around) = next(self._sentences.cite([quantity]))
                row = (doc, start, end, quote, quantity.unit, self._sentences.quotes[around], "furniture", ())
            elif sentences[number].kind == "furniture":
                row = (doc, start, end, quote, quantity.unit, quotes[number], "furniture", ())
            else:
                row = (doc, start, end, quote, quantity.unit, quotes[number], "no-community", ())
            rows.append(row)
        self.leftovers += map(_LEFTOVER, rows)

    def leave_others(self) -> None:
        """Makes a leftover of every numeric expression that is no quantity."""
        doc, others = self.document.doc, self.reading.others
        cited, quotes = self._sentences.cite(others), self._sentences.quotes
        rows = [
            (doc, start, end, quote, "", quotes[number], other.reason, ())
            for other, (start, end, quote, number) in zip(others, cited, strict=True)
        ]
        self.leftovers += map(_LEFTOVER, rows)

    def _leave(self, quantity: Quantity, reason: str, around: str, near: tuple[str, ...] = ()) -> None:
        place = self._sentences.place(quantity.start, quantity.end)
        self.leftovers.append(Leftover(self.document.doc, *place, quantity.unit, around, reason, near))

    def _case_problems(self) -> None:
        for code, start, end, message in self.cases.problems:
            if start is None or end is None:
                self.problems.append(Problem(self.document.doc, code, None, None, message))
                continue
            span = self.page.aligned.source_span(Span(start, end))
            self.problems.append(Problem(self.document.doc, code, span.start, span.end, message))


def case_row(doc: str, case: Case, text: AlignedText) -> CaseRow:
    """The row of a case, its first mention in source offsets."""
    span = text.source_span(Span(case.start, case.end))
    return CaseRow(
        case.case_id,
        doc,
        case.name,
        case.level,
        case.province,
        case.city,
        case.district,
        case.street,
        case.adcode,
        case.founded,
        case.groups,
        span.start,
        span.end,
    )


def _status_problem(document: Document) -> tuple[Problem, ...]:
    noted = tuple(Problem(document.doc, code, None, None, message) for code, message in document.notes)
    if document.status == "ok":
        return noted
    return (Problem(document.doc, document.status, None, None, document.error or document.status), *noted)
