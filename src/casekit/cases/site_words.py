"""The words that tell of lanes, markets and islands, from rules/places-words.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from casekit.cases.told import ToldWords
from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists

Pattern = re.Pattern[str]
_KINDS = ("lanes", "streets", "markets", "islands", "stations", "flats", "towns", "areas")
_QUOTED = "venues"  # known by the quotation marks of a headline alone
_ALL = (*_KINDS, _QUOTED)
KEYS = (*_ALL, *(f"{kind}_back" for kind in _ALL), "longer", "common", "not_after", "lived_in", "called", "kinds")


@dataclass(frozen=True, slots=True)
class SiteWords:
    """`ends` finds what names of such places end with; `back` is what points back at one, by that end.

    A stem that is `common` alone makes a kind (农贸市场), not a name, and so does one that ends `not_after`.
    No end is where a `longer` word begins (街道). `told` finds names of which the text says what they are; `quoted`
    those between quotation marks that end like a house open to all (驿站). What ends like one of the `areas` joins
    several communities.
    """

    ends: Pattern
    back: Mapping[str, Pattern]
    any_back: Pattern
    common: Pattern
    common_end: Pattern
    not_after: tuple[str, ...]
    lived_in: Pattern
    told: ToldWords
    areas: tuple[str, ...]
    flats: tuple[str, ...]
    quoted: Pattern
    longer: Pattern

    @classmethod
    def of(cls, words: Lists) -> SiteWords:
        """The patterns made of the section `sites`."""
        ends = [end for kind in _KINDS for end in words[kind]]
        back = {kind: re.compile(any_of(words[f"{kind}_back"], words["longer"])) for kind in _ALL}
        return cls(
            ends=re.compile(any_of(ends, searched=True)),
            longer=re.compile(any_of(words["longer"])),
            back={end: back[kind] for kind in _ALL for end in words[kind]},
            quoted=re.compile(rf"[“「](?P<name>[一-鿿]{{1,5}}(?P<kind>{any_of(words[_QUOTED])}))[”」]"),
            any_back=re.compile(any_of((word for kind in _KINDS for word in words[f"{kind}_back"]), words["longer"])),
            common=re.compile(f"{any_of(words['common'])}+"),
            common_end=re.compile(f"{any_of(word for word in words['common'] if len(word) > 1)}+$"),
            not_after=words["not_after"],
            areas=words["areas"],
            flats=words["flats"],
            told=ToldWords.of(words["called"], words["kinds"]),
            lived_in=re.compile(any_of(words["lived_in"], searched=True)),
        )

    def back_to(self, name: str) -> Pattern:
        """What points back at a place of that name, anything where the name does not tell what it is."""
        end = max((end for end in self.back if name.endswith(end)), key=len, default="")
        return self.back.get(end, self.any_back)
