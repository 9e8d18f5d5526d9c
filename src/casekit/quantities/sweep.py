"""Accounts for the numerals that the one pass left: parts of words, idioms and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from casekit.quantities.grammar import HAN
from casekit.quantities.quantity import Nonquantity, Quantity
from casekit.quantities.quotes import quoted_as
from casekit.quantities.wordlist import WordList

# One set of characters comes first: so the engine skips to where a numeral can be.
_NUMERALS = re.compile(rf"[0-9{HAN}①-⑳](?:(?<=[①-⑳])|[0-9{HAN}]*+)")
# A single 一 outside every word that the lists know is as good as no numeral at all (一如, 一看).
_SILENT = frozenset({"一", "一一"})


def sweep(
    text: str,
    source: str,
    quantities: Sequence[Quantity],
    others: Sequence[Nonquantity],
    words: WordList,
    quotes: Sequence[tuple[int, int]],
) -> list[Nonquantity]:
    """The others and one more for each run of numerals that nothing covers, in text order."""
    covered = sorted([*[(q.start, q.end) for q in quantities], *[(o.start, o.end) for o in others]])
    covered.append((len(text) + 1, len(text) + 1))
    added: list[Nonquantity] = []
    spans = iter(covered)
    (began, ended), done, quote = next(spans), 0, 0
    for found in _NUMERALS.finditer(text):
        start, end = found.span()
        while ended <= start:
            done = ended if ended > done else done
            began, ended = next(spans)
        if began < end or start < done:
            continue
        first, last, reason = words.covering(text, start, end) or (start, end, "word")
        if reason == "word" and (first < start or end < last or found[0] in _SILENT):
            done = max(done, last)
            continue
        while quotes[quote][1] <= start:
            quote += 1
        if "①" <= found[0] <= "⑳":
            reason = "list-number"
        elif reason == "word" and quotes[quote][0] < start:
            reason = quoted_as(text, quotes[quote][0])
        first, done = max(first, done), max(done, min(last, began))
        added.append(Nonquantity(first, done, source[first:done], reason))
    return sorted([*others, *added], key=attrgetter("start"))
