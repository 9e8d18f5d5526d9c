"""Reads all quantities of a text, and the numeric expressions that are none."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from casekit.quantities.amount import Amount, AmountReader
from casekit.quantities.folding import fold
from casekit.quantities.patterns import scan_pattern
from casekit.quantities.quantity import Nonquantity, Period, Quantity, Reading
from casekit.quantities.tables import Hedge, Tables, load_tables

_GAP = re.compile(r"[^，。；！？：、,;!?\n“”（）()\d]{0,12}")
_REASONS = {
    "code": "code",
    "clock": "time",
    "when": "date",
    "ordinal": "ordinal",
    "list": "list-number",
    "slogan": "slogan",
}


class Reader:
    """Finds the numeric expressions of a text with the words of some tables."""

    def __init__(self, tables: Tables) -> None:
        self._scan = scan_pattern(tables)
        self._amounts = AmountReader(tables)
        self._hedges = {h.word: h for h in tables.hedges if h.side == "before"}
        self._cache: dict[str, list[tuple[int, Amount]]] = {}

    def read(self, text: str) -> tuple[list[Quantity], list[Nonquantity]]:
        """Quantities and others, each in text order."""
        folded = fold(text)
        quantities: list[Quantity] = []
        others: list[Nonquantity] = []
        hedge: Hedge | None = None
        hedge_at = hedge_end = 0
        for m in self._scan.finditer(folded):
            group = m.lastgroup or ""
            s, e = m.span()
            if group == "hedge":
                h = self._hedges[m[0]]
                if (
                    folded[s - 1 : s]
                    and folded[s - 1] in h.not_after
                    or h.only_before
                    and folded[e : e + 1] not in h.only_before
                ):
                    continue
                hedge, hedge_at, hedge_end = h, s, e
                continue
            if group != "number":
                others.append(Nonquantity(s, e, text[s:e], _REASONS[group]))
                hedge = None
                continue
            written = m[0]
            amounts = self._cache.get(written)
            if amounts is None:
                amounts = self._cache[written] = self._amounts.read(written)
            for offset, amount in amounts:
                at, end = s + offset, min(e, s + offset + amount.length)
                if offset == 0 and len(amounts) > 1:
                    end = s + len(written[: amounts[1][0]]) - 1
                policy = ""
                if hedge is not None and offset == 0:
                    gap = folded[hedge_end:s]
                    if not gap.strip():
                        policy, at = hedge.policy, hedge_at
                    elif self._reaches(hedge, gap):
                        policy = hedge.policy
                reason = _reason(folded, s + offset, end, amount)
                if reason == "word":
                    continue
                if reason:
                    others.append(Nonquantity(at, end, text[at:end], reason))
                    continue
                bound, low, high = amount.bounds(policy)
                quantities.append(
                    Quantity(
                        at,
                        end,
                        text[at:end],
                        amount.numeral.value,
                        low,
                        high,
                        bound,
                        amount.unit.unit,
                        amount.unit.kind,
                    )
                )
            hedge = None
        return quantities, others

    @staticmethod
    def _reaches(hedge: Hedge, gap: str) -> bool:
        if hedge.apart == "true":
            return _GAP.fullmatch(gap) is not None
        for word in hedge.then:
            if gap.startswith(word) and (gap == word or word in hedge.apart):
                return _GAP.fullmatch(gap) is not None
        return False


def _reason(text: str, s: int, e: int, amount: Amount) -> str:
    if amount.unit.reason:
        return amount.unit.reason
    before, after = text[s - 1 : s], text[e : e + 1]
    if before and before.isascii() and before.isalnum() or after.isascii() and after.isalpha():
        return "code"
    written = text[s:e]
    if written[0] == "一" and amount.unit.word and written == "一" + amount.unit.word:
        return "indefinite"
    if not amount.unit.word and amount.unit.unit != "%" and not written[0].isdigit():
        if (
            len(written) < 2
            or amount.numeral.bare
            or "十" not in written
            and "百" not in written
            and "千" not in written
        ):
            return "word"
    return ""


@lru_cache(maxsize=8)
def reader_for(tables: Tables) -> Reader:
    """The reader that goes with `tables`, made once."""
    return Reader(tables)


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, with spans into it.

    >>> [(q.text, q.unit, q.low, q.high) for q in find_quantities("常住居民约1.9万户，其中少数民族6500多人")]
    [('约1.9万户', '户', Decimal('18500.0'), Decimal('19500.0')), ('6500多人', '人', Decimal('6500'), Decimal('6600'))]
    """
    return reader_for(load_tables()).read(text)[0]


def read_quantities(text: str, published: date | None = None, tables: Tables | None = None) -> Reading:
    """All numeric expressions and time phrases of a text; `published` turns 去年 and the like into dates."""
    quantities, others = reader_for(tables or load_tables()).read(text)
    periods: list[Period] = []
    return Reading(tuple(quantities), tuple(others), tuple(periods))


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of `text` states, or None.

    >>> parse_quantity("三十余户").unit
    '户'
    """
    found = find_quantities(text)
    return found[0] if len(found) == 1 and found[0].text == text.strip() else None
