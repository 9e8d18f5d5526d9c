"""The village that a whole text is about though it never says that it is one: 石滩：桃子红了 … 全村520户 … 石滩人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casekit.cases.brought_in import find_brought_in, may_name_a_village
from casekit.cases.plausible import NameSense
from casekit.cases.unit import COMMUNITY, STREET, Unit
from casekit.cases.uppers import Upper
from casekit.cases.wording import Wording

_RUN = re.compile("[一-鿿]{2,4}")
_COUNTY = re.compile("[全各][县市区州旗]|[县市区州旗](?:里|委|政府)")
_OFTEN, _SHORTEST, _LIKELY = 3, 2, -0.3


def find_classless(
    text: str, units: Sequence[Unit], uppers: Sequence[Upper], wording: Wording, sense: NameSense
) -> Iterator[Unit]:
    """That village wherever it is named; none where the text names any community or village.

    It labels the headline, or stands right behind its town; the text names it three times, twice as what the text
    tells of, and speaks of a village all along.
    """
    words = wording.near.hamlets
    if any(unit.rank >= COMMUNITY for unit in units):
        return
    names = _topics(text, units, wording, sense) if words.village_life.search(text) else set()
    if len(names) == 1 and any(upper.name in names for upper in uppers) and _COUNTY.search(text):
        return
    taken = {at for unit in units for at in range(unit.chain_start, unit.end)}
    for name in names if len(names) == 1 else find_brought_in(text, uppers, wording, sense):
        for found in re.finditer(re.escape(name), text):
            if taken.isdisjoint(range(*found.span())) and not words.not_itself.match(text, found.end()):
                yield Unit(found.start(), found.start(), found.end(), name, name, "村")


def _topics(text: str, units: Sequence[Unit], wording: Wording, sense: NameSense) -> set[str]:
    """The names at the head of the text and behind its towns that it comes back to."""
    words = wording.near.hamlets
    streets = [unit.end for unit in units if unit.rank == STREET]
    label = words.brought.label.match(text) if len(words.village_life.findall(text)) > 1 else None
    places = [*([label.start("name")] if label else ()), *streets]
    return {name for at in places if (name := _name_at(text, at, label, wording, sense))}


def _name_at(text: str, at: int, label: re.Match[str] | None, wording: Wording, sense: NameSense) -> str:
    """The longest name there that the text comes back to, '' where there is none."""
    run = label["name"] if label and at == label.start("name") else ""
    found = None if run else _RUN.match(text, at)
    lengths = range(len(found.group()), _SHORTEST - 1, -1) if found else ()
    for name in (run,) if run else (text[at : at + length] for length in lengths):
        if text.count(name) >= _OFTEN and _is_told_of(text, name, wording, sense) and _is_name(name, wording, sense):
            return name
    return ""


def _is_name(name: str, wording: Wording, sense: NameSense) -> bool:
    return may_name_a_village(name, wording) and sense.likeness(name) > _LIKELY


def _is_told_of(text: str, name: str, wording: Wording, sense: NameSense) -> bool:
    """Twice at least: 石滩人, 石滩今年, 七月的石滩，; once surely where the name is a word: 走进石滩, 石滩人均."""
    words = wording.near.hamlets
    ends = [found.end() for found in re.finditer(re.escape(name), text)]
    if sum(words.told_of.match(text, end) is not None for end in ends) < _SHORTEST:
        return False
    if not sense.is_word(name):
        return True
    come_to = tuple(word + name for word in words.come_to)
    return any(words.told_surely.match(text, end) or text.endswith(come_to, 0, end) for end in ends)
