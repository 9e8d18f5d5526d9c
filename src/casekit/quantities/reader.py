"""The one pass over a text: every run of numerals becomes a quantity, or is set aside with a reason."""

from __future__ import annotations

import re
from decimal import Decimal

from casekit.quantities.amount import Amount
from casekit.quantities.calendar import dated
from casekit.quantities.careful import Weigher
from casekit.quantities.folding import fold, folded
from casekit.quantities.grammar import scan_pattern
from casekit.quantities.hedges import REACH, HedgeFinder, hedge_reaches
from casekit.quantities.hedging import bounds, stronger
from casekit.quantities.known import ODD_LEFT, ODD_RIGHT, Knower, Known
from casekit.quantities.labels import linked_code
from casekit.quantities.numerals import EXACT, Figures
from casekit.quantities.quantity import Nonquantity, Quantity
from casekit.quantities.quotes import FAR, find_quotes, quoted_as
from casekit.quantities.site import Found, Site, site_at
from casekit.quantities.sweep import sweep
from casekit.quantities.tables import Tables
from casekit.quantities.tails import Tail, Tails
from casekit.quantities.wordlist import WordList

_RANGED = frozenset("-~—–－至到、 ")
# What people say in quotation marks states figures; what is merely named there does not. A quotation of so many
# characters is taken for speech where its number has a unit of that kind.
_SPOKEN = {"金额": 5, "比例": 5, **dict.fromkeys(("人数", "户数", "人次", "户次", "面积", "重量"), 8)}


# What a hedge turns into a figure.
_UNLESS_HEDGED = frozenset({"word", "indefinite"})
# Makes a named tuple from all its fields at once, in half the time of the call that names them.
_made = tuple.__new__
# So many numbers are remembered; then the memory starts afresh.
_MOST_KNOWN = 100_000


class Reader:
    """Finds the numeric expressions of a text with the words of some tables."""

    def __init__(self, tables: Tables) -> None:
        self.scan = scan_pattern(tables)
        self.tails = Tails(tables)
        self.hedges = HedgeFinder(tables)
        self.words = WordList(tables.words)
        self.weigher = Weigher(tables, self.scan, self.tails)
        self.knower = Knower(tables, self.weigher)
        self.figures = Figures()
        self.known: dict[str, Known] = {}

    def learn(self, match: re.Match[str]) -> Known:
        """What the number alone is bound to be in plain surroundings, remembered."""
        if len(self.known) > _MOST_KNOWN:
            self.known.clear()
        known = self.known[match[0]] = self.knower.know(match[1], self.tails[match[2]])
        return known

    def quantities(self, text: str) -> list[Quantity]:
        """The quantities in text order."""
        return _Pass(self, text, folded(text), None).run()

    def everything(self, text: str) -> tuple[list[Quantity], list[Nonquantity]]:
        """Quantities and all that is set aside, each in text order."""
        others: list[Nonquantity] = []
        under_way = _Pass(self, text, fold(text), others)
        quantities = under_way.run()
        return quantities, sweep(under_way.text, text, quantities, others, self.words, under_way.quotes)


class _Pass:
    """One text under way: `last` is where the last number looked at ended, `closed` the last expression.

    `hedge` and `quote` are the first hedge and the first quotation that end beyond the number under way.
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
        search, tails, figures = self.reader.scan.search, self.reader.tails, self.reader.figures
        quotes = iter(self.quotes)
        quote_at, quote_ends = self.quote = next(quotes)
        hedge_ends, reach = hedges[0][1], -1
        while match := search(text, self.last):
            start, end = match.span()
            while quote_ends <= start:
                quote_at, quote_ends = self.quote = next(quotes)
            while hedge_ends <= start:
                reach = hedge_ends + REACH
                self.hedge += 1
                hedge_ends = hedges[self.hedge][1]
            run, written = match.groups()
            tail, near_hedge = tails[written], start <= reach
            if quote_at > start and run < ":" and text[start - 1] not in ODD_LEFT:
                if tail.factor is not None and text[end] not in ODD_RIGHT and (value := figures[run]):
                    # Two numbers in five: figures with a plain unit and nothing else.
                    if tail.figure and not near_hedge:
                        unit, kind = tail.figure
                        add(_made(Quantity, (start, end, source[start:end], value, value, value, "exact", unit, kind)))
                        self.last = self.closed = end
                        continue
                    if not tail.inner or run.isascii():
                        self._measure(start, end, value, tail, near_hedge)
                        continue
                if tail.calendar and (found := dated(text, start, end, tail.calendar)):
                    self._set_aside(start, found[0], found[1])
                    continue
            self._take(match, start, end, near_hedge, tail)
            if self.last < end:
                self._rest(start, end)
                self.last = max(self.last, end)
        return self.quantities

    def _rest(self, start: int, end: int) -> None:
        """What an expression left that ended inside the match of the one pass."""
        scan = self.reader.scan
        while self.last < end and (rest := scan.search(self.text, max(self.last, start), end)):
            if rest.start() == start:
                return
            self._take(rest, *rest.span(), False, self.reader.tails[rest[2]])

    def _take(self, match: re.Match[str], start: int, end: int, near_hedge: bool, tail: Tail) -> None:
        text, reader = self.text, self.reader
        before, after = text[start - 1], text[end]
        odd = before in ODD_LEFT
        if odd and self._take_linked(start, end):
            return
        if text[start] > "9" and (word := reader.words.covering(text, start, end)):
            self._set_aside(*word)
            return
        policy, at = self._hedged(start) if near_hedge else ("", start)
        if not odd and after not in ODD_RIGHT and self.quote[0] > start:
            amount, reason, odd_before, odd_after = reader.known.get(match[0]) or reader.learn(match)
            if before not in odd_before and after not in odd_after:
                if amount is not None:
                    self._add(at, end, amount, policy)
                    return
                if reason and not (policy and reason in _UNLESS_HEDGED):
                    self._set_aside(start, end, reason)
                    return
        self._weigh(site_at(text, start, match.end(1), end, tail), policy, at)

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

    def _measure(self, start: int, end: int, value: Decimal, tail: Tail, near_hedge: bool) -> None:
        """Adds plain figures before a plain unit, with the hedges before and after them."""
        policy, at = self._hedged(start) if near_hedge else ("", start)
        if tail.factor is not None and len(tail.inner) > 1:
            value = EXACT.multiply(value, tail.factor)
        bound, low, high = bounds(value, None, stronger(policy, tail.bearing) if policy else tail.bearing)
        unit, written = tail.unit, self.source[at:end]
        made = _made(Quantity, (at, end, written, value, low, high, bound, unit.unit, unit.kind))
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
        if reason == "word":
            return
        if self.others is not None:
            start = max(start, self.closed)
            self.others.append(Nonquantity(start, end, self.source[start:end], reason))
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
                return hedge.policy, start if text[ended:start].strip(" \u3000\xa0") else began
            at -= 1
        return "", start

    def _weigh(self, site: Site, policy: str, at: int) -> None:
        found = self.reader.weigher.weigh(site, bool(policy))
        if self.quote[0] <= site.start:
            found = self._quoted(site, found)
        if found.amount is None:
            self._set_aside(found.start, found.end, found.reason)
        else:
            self._add(min(at, found.start), found.end, found.amount, policy)

    def _quoted(self, site: Site, found: Found) -> Found:
        """A figure in a short quotation is part of a name, unless someone states it there."""
        start, end = self.quote
        if found.reason == "word":
            return found
        reason, whole = quoted_as(self.text, start), end - start - 2
        if reason == "name":
            return Found(found.start, found.end, reason)
        if found.amount is None:
            return found
        kind = found.amount.unit.kind
        spoken = whole >= _SPOKEN.get(kind, end) or (kind in _SPOKEN and whole <= found.end - found.start + 1)
        return found if spoken else Found(found.start, found.end, reason)
