"""The one pass over a text: every run of numerals becomes a quantity, or is set aside with a reason."""

from __future__ import annotations

import re
from decimal import Decimal

from casekit.quantities.amount import Amount
from casekit.quantities.calendar import DATE_WITH, year_or_date
from casekit.quantities.folding import FOREIGN, find_foreign
from casekit.quantities.hedges import REACH, hedge_reaches
from casekit.quantities.hedging import bounds, stronger
from casekit.quantities.known import ODD_LEFT, ODD_RIGHT
from casekit.quantities.labels import linked_code
from casekit.quantities.numerals import EXACT, step_of
from casekit.quantities.quantity import Nonquantity, Quantity
from casekit.quantities.quotes import FAR, as_quoted, find_quotes
from casekit.quantities.reader import Reader
from casekit.quantities.site import site_at
from casekit.quantities.tails import Tail

_RANGED = frozenset("-~—–－至到、 ")
# What a hedge turns into a figure.
_UNLESS_HEDGED = frozenset({"word", "indefinite"})
# Makes a named tuple from all its fields at once, in half the time of the call that names them.
_FOREIGN = frozenset(FOREIGN)
_made = tuple.__new__


class UnfoldedError(Exception):
    """The text has characters that are to be folded."""


class Pass:
    """One text under way: `last` is where the last number looked at ended, `closed` the last expression.

    `hedge` and `quote` are the first hedge and the first quotation that end beyond the number under way. Plain figures
    in plain surroundings are measured at once, other numbers there are read by memory (`_take`); all that stands in a
    quotation or beside what it may be part of is weighed (`_weigh`), which gives the same and takes longer. Where
    nobody asks for the others, the sieve finds the numbers; it leaves out what is set aside wherever it stands.
    """

    __slots__ = (
        "closed",
        "hedge",
        "hedges",
        "last",
        "others",
        "quantities",
        "quote",
        "quotes",
        "reader",
        "source",
        "text",
    )

    def __init__(self, reader: Reader, source: str, text: str, others: list[Nonquantity] | None) -> None:
        self.reader, self.source, self.others = reader, source, others
        self.text = text + "\n"
        self.hedges = reader.hedges.find(self.text)
        self.quotes = find_quotes(self.text)
        self.quote = (FAR, FAR)
        self.hedge = self.last = self.closed = 0
        self.quantities: list[Quantity] = []

    def run(self) -> list[Quantity]:
        """All quantities; the others go to the list that was handed in."""
        text, source, hedges, add = self.text, self.source, self.hedges, self.quantities.append
        reader = self.reader
        search = reader.sieve.match if self.others is None else reader.scan.search
        tails, figures = reader.tails, reader.figures
        quotes = iter(self.quotes)
        quote_at, quote_ends = self.quote = next(quotes)
        hedge_ends, reach = hedges[0][1], -1
        while match := search(text, self.last):
            start, end = match.start(1), match.end()
            while quote_ends <= start:
                quote_at, quote_ends = self.quote = next(quotes)
            while hedge_ends <= start:
                reach = hedge_ends + REACH
                self.hedge += 1
                hedge_ends = hedges[self.hedge][1]
            run, written = match.groups()
            tail = tails[written]
            plain = run < ":" and quote_at > start and text[start - 1] not in ODD_LEFT
            # Two numbers in three: figures with a plain unit.
            if plain and tail.factor is not None and text[end] not in ODD_RIGHT and (value := figures[run]):
                policy, at = self._hedged(start) if start <= reach else ("", start)
                if tail.figure and not policy:
                    unit, kind = tail.figure
                    add(_made(Quantity, (at, end, source[at:end], value, value, value, "exact", unit, kind)))
                    self.last = self.closed = end
                else:
                    self._measure(at, end, run, value, tail, policy)
                continue
            if not (plain and written in DATE_WITH and self._dated(start, end, written)):
                self._take(match, start, end, start <= reach, tail)
            if self.last < end:
                self._rest(start, end)
            elif self.last > end and self.others is None and find_foreign(text, end, self.last):
                raise UnfoldedError
        return self.quantities

    def _rest(self, start: int, end: int) -> None:
        """What an expression left that ended inside the match of the one pass."""
        scan = self.reader.scan
        while self.last < end and (rest := scan.search(self.text, max(self.last, start))):
            if not start < rest.start() < end:
                break
            self._take(rest, *rest.span(), False, self.reader.tails[rest[2]])
        self.last = max(self.last, end)

    def _dated(self, start: int, end: int, unit: str) -> bool:
        """Sets aside the date that the figures with their unit begin; False where there is none."""
        date = DATE_WITH[unit](self.text, start)
        if date is None or (last := date.end()) < end:
            return False
        self._set_aside(start, last, year_or_date(self.text, start, last))
        return True

    def _take(self, match: re.Match[str], start: int, end: int, near_hedge: bool, tail: Tail) -> None:
        """Reads a number by memory where it stands in no quotation and beside nothing it may be part of."""
        text = self.text
        if text[start] in _FOREIGN:
            raise UnfoldedError
        before, after = text[start - 1], text[end]
        if before in ODD_LEFT or after in ODD_RIGHT or self.quote[0] <= start:
            self._take_odd(match, start, end, near_hedge, tail)
            return
        amount, reason, odd_before, odd_after, joins, begins = self.reader.known[match[1], match[2]]
        worded = before in joins or begins is None or after in begins
        if worded and (word := self.reader.words.covering(text, start, end)):
            self._set_aside(*word)
            return
        if before not in odd_before and after not in odd_after:
            if amount is not None:
                policy, at = self._hedged(start) if near_hedge else ("", start)
                self._add(at, end, amount, policy)
                return
            if reason and not (near_hedge and reason in _UNLESS_HEDGED and self._hedged(start)[0]):
                self._set_aside(start, end, reason)
                return
        self._weigh(match, start, end, near_hedge, tail)

    def _take_odd(self, match: re.Match[str], start: int, end: int, near_hedge: bool, tail: Tail) -> None:
        """Reads a number that what stands beside it may be part of."""
        text = self.text
        if text[start - 1] in ODD_LEFT and self._take_linked(start, end):
            return
        if text[start] > "9" and (word := self.reader.words.covering(text, start, end)):
            self._set_aside(*word)
            return
        self._weigh(match, start, end, near_hedge, tail)

    def _take_linked(self, start: int, end: int) -> bool:
        """第3 and a.com/2024: an ordinal, or what a chain of letters and digits goes on with."""
        text, before = self.text, self.text[start - 1]
        if before == "第":
            if text[end] in _RANGED or self.reader.words.covering(text, start, end):
                return False
            self._set_aside(start - 1, end, "ordinal")
            return True
        if before in "/._=" and text[start - 2] < "{" and text[start] <= "9" and (code := linked_code(text, start)):
            self._set_aside(start, code, "code")
            return True
        return False

    def _measure(self, start: int, end: int, run: str, value: Decimal, tail: Tail, policy: str) -> None:
        """Adds plain figures before a plain unit, with the hedges before and after them."""
        step = None
        if tail.inner:
            step = step_of(run)
            if tail.factor is not None and len(tail.inner) > 1:
                value, step = EXACT.multiply(value, tail.factor), step and EXACT.multiply(step, tail.factor)
        bound, low, high = bounds(value, step, stronger(policy, tail.bearing))
        unit, written = tail.unit, self.source[start:end]
        made = _made(Quantity, (start, end, written, value, low, high, bound, unit.unit, unit.kind))
        self.quantities.append(made)
        self.last = self.closed = end

    def _add(self, start: int, end: int, amount: Amount, policy: str) -> None:
        bound, low, high = amount.bounds(policy)
        unit, text = amount.unit, self.source[start:end]
        value = amount.numeral.value
        made = _made(Quantity, (start, end, text, value, low, high, bound, unit.unit, unit.kind))
        self.quantities.append(made)
        self.closed = end
        if end > self.last:
            self.last = end

    def _set_aside(self, start: int, end: int, reason: str) -> None:
        if end > self.last:
            self.last = end
        if reason != "word":
            if self.others is not None:
                start = max(start, self.closed)
                self.others.append(_made(Nonquantity, (start, end, self.source[start:end], reason)))
            self.closed = end

    def _hedged(self, start: int) -> tuple[str, int]:
        """The policy of the hedge that bears on the number at `start`, and where the whole then begins.

        The nearest hedge that reaches it decides.
        """
        hedges, text, named = self.hedges, self.text, self.reader.hedges.named
        at = self.hedge - 1
        while at >= 0:
            began, ended = hedges[at]
            if began < self.closed or start - ended > REACH:
                break
            hedge = named[text[began:ended]]
            if ended == start and text[began - 1] not in hedge.not_after:
                return hedge.policy, began
            if ended < start and hedge_reaches(text, hedge, began, ended, start):
                if self.others is None and self._closed_within(ended, start):
                    break
                return hedge.policy, start if text[ended:start].strip(" \u3000\xa0") else began
            at -= 1
        return "", start

    def _closed_within(self, start: int, end: int) -> bool:
        """True where the sieve ran over an expression there that is set aside with a reason.

        Figures never stand there, since no hedge reaches across them.
        """
        text, reader = self.text, self.reader
        for match in reader.scan.finditer(text, start, end):
            at = match.start()
            word = reader.words.covering(text, *match.span())
            if word[2] != "word" if word else text[at - 1] == "第" or reader.tails[match[2]].unit.reason:
                return True
        return False

    def _weigh(self, match: re.Match[str], start: int, end: int, near_hedge: bool, tail: Tail) -> None:
        policy, at = self._hedged(start) if near_hedge else ("", start)
        reader = self.reader
        site = site_at(self.text, start, match.end(1), end, tail)
        found = reader.weigher.weigh(site, bool(policy))
        if self.quote[0] <= start:
            found = as_quoted(self.text, self.quote, found)
        if found.amount is None:
            self._set_aside(found.start, found.end, found.reason)
        else:
            self._add(min(at, found.start), found.end, found.amount, policy)
