"""Where a figure is what something was before it changed: 从去年的【18台】配到眼下的31台."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.wording import Series

# Looked back over that many characters for the word that opens a change.
_NEAR = 18


def starts_of_changes(text: str, sentence: Span, quantities: Sequence[Quantity], words: Series) -> frozenset[int]:
    """The offsets of the quantities of a sentence that only say where a change set out from."""
    return frozenset(
        first.start
        for first, second in pairwise(quantities)
        if first.unit == second.unit
        and words.change_to.fullmatch(text, first.end, second.start)
        and words.change_from.search(text, max(sentence.start, first.start - _NEAR), first.start)
        and not text.startswith(words.ranged, second.end)
    )
