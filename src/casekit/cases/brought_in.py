"""Names of places that a text brings in without a class word: 就是白石坡。这个村86户, 我们白石坡啊, 白石坡86户人家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casekit.cases.brought_words import BroughtWords
from casekit.cases.hamlets import is_kind
from casekit.cases.plausible import NameSense
from casekit.cases.uppers import Upper
from casekit.cases.wording import Wording

_SURE, _AGAIN, _ONCE = -0.4, 0.3, 1.2  # the likeness that a name needs: told to be one, named again, named once
_MOST = 3


def find_brought_in(text: str, uppers: Sequence[Upper], wording: Wording, sense: NameSense) -> list[str]:
    """The names, in the order of the text; none where there are more than a text on villages would bring in so.

    Each must look like a name of a place, the more so the less the words around it tell that it is one.
    """
    words = wording.near.hamlets.brought
    above = {upper.name for upper in uppers}
    found: dict[str, bool] = {}
    told = ((one.name, True) for one in wording.near.hamlets.told_so.find(text))
    named = (*_labels(text, wording), *told, *_named(text, words), *_behind_counties(text, uppers, wording))
    for name, sure in named:
        found[name] = found.get(name, False) or sure
    good = [name for name, sure in found.items() if _is_name(name, text, sure, wording, sense)]
    good = [name for name in good if not any(name in upper or upper in name for upper in above)]
    good = [name for name in good if not any(name != other and name in other for other in good)]
    return good if len(good) <= _MOST else []


def _labels(text: str, wording: Wording) -> Iterator[tuple[str, bool]]:
    """白石坡：桃子红了: at the head of the text, with an end that hamlets and lanes have."""
    label = wording.near.hamlets.brought.label.match(text)
    if label and label["name"].endswith((*wording.hamlets, *wording.near.hamlets.brought.ends)):
        yield label["name"], True


def _named(text: str, words: BroughtWords) -> Iterator[tuple[str, bool]]:
    for pattern in words.sure:
        for found in pattern.finditer(text):
            yield found["name"], True
    for pattern in words.likely:
        for found in pattern.finditer(text):
            yield found["name"], False


def _behind_counties(text: str, uppers: Sequence[Upper], wording: Wording) -> Iterator[tuple[str, bool]]:
    """云和县|白石坡|的村民, 云和县的|白石坡|，: in a text that speaks of a village."""
    words = wording.near.hamlets
    if words.village_life.search(text) is None:
        return
    for upper in uppers:
        found = words.brought.behind.match(text, upper.end) if upper.full and upper.level == "区县" else None
        if found:
            yield found["name"], False


def may_name_a_village(name: str, wording: Wording) -> bool:
    """Whether the words in it leave it a name: no kind of place, no verb, nobody."""
    cut = wording.names.cut.search(name)
    return cut is None and not is_kind(name, wording) and not name.endswith(wording.near.hamlets.not_ends)


def _is_name(name: str, text: str, sure: bool, wording: Wording, sense: NameSense) -> bool:
    if not may_name_a_village(name, wording) or wording.near.hamlets.village_life.search(name):
        return False
    again, likeness = text.count(name) > 1, sense.likeness(name)
    if sense.is_word(name):
        return sure and again and likeness > _ONCE
    return likeness > (_SURE if sure else _AGAIN if again else _ONCE)
