"""The words by which a place comes into a text or gets its name, from rules/places-words.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists

Pattern = re.Pattern[str]
KEYS = (
    *("home", "learned", "once_called", "this_one", "renamed", "turned_to"),
    *("built", "begun", "chosen", "chosen_after", "example", "example_after"),
)


@dataclass(frozen=True, slots=True)
class ArrivalWords:
    """What makes a name who is spoken of from here on: chosen, an example, built, renamed; endings or patterns."""

    home: Pattern
    learned: Pattern
    once_called: tuple[str, ...]
    this_one: Pattern
    renamed: Pattern
    turned_to: tuple[str, ...]
    built: Pattern
    begun: Pattern
    chosen: tuple[str, ...]
    chosen_after: tuple[str, ...]
    example: tuple[str, ...]
    example_after: tuple[str, ...]

    @classmethod
    def of(cls, words: Lists) -> ArrivalWords:
        """The patterns made of the keys of the section `scene` that are named above."""
        return cls(
            home=re.compile(rf"{any_of(words['home'])}(?:的|在)?$"),
            learned=re.compile(rf"[一-鿿]{{0,8}}{any_of(words['learned'])}"),
            once_called=words["once_called"],
            this_one=re.compile(rf"的?[这那][个家座处片块支][^，。；、\d]{{0,8}}?{any_of(words['this_one'])}"),
            renamed=re.compile(rf"{any_of(words['renamed'])}[“「《]?$"),
            turned_to=words["turned_to"],
            built=re.compile(rf"{any_of(words['built'])}了?[“「]?$"),
            begun=re.compile(any_of(words["begun"])),
            chosen=words["chosen"],
            chosen_after=words["chosen_after"],
            example=words["example"],
            example_after=words["example_after"],
        )
