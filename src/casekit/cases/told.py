"""How a text says of a name what kind of place it is: 老弄堂名叫槐影里, 名叫槐影里的弄堂, 槐影里是一条弄堂."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from casekit.core.alternation import any_of

_NAME = r"[“「]?(?P<name>(?:(?!的)[一-鿿]){2,6}?)[”」]?"
_BEFORE = re.compile(rf"(?<![^，。；：、！？\s“”（(的]){_NAME}[，,]?[就便]?\Z")
_REACH = 12  # characters of a name with its marks


class Told(NamedTuple):
    """A name at `start`, the `kind` of place it is, and whether the text gives it `by_name`: 叫, not 是."""

    name: str
    start: int
    kind: str
    by_name: bool


@dataclass(frozen=True, slots=True)
class ToldWords:
    """Each pattern begins with a plain character, so that the engine can skip to where one stands."""

    called: tuple[re.Pattern[str], ...]
    is_one: re.Pattern[str]

    @classmethod
    def of(cls, called: Iterable[str], kinds: Iterable[str]) -> ToldWords:
        """The patterns made of the words for calling and of those for the kinds of place."""
        name, kind = any_of(called, searched=True), f"(?P<kind>{any_of(kinds, searched=True)})"
        return cls(
            called=(
                re.compile(rf"{kind}(?:的?名字?)?[，,]?[就都]?{name}{_NAME}(?=[，。；、：:（(])"),
                re.compile(rf"{name}{_NAME}的[一-鿿]{{0,4}}?{kind}"),
            ),
            is_one=re.compile(rf"是一?[条个座处片]?[^，。；\d]{{0,20}}?{kind}(?=[，。；])"),
        )

    def find(self, text: str) -> Iterator[Told]:
        """All such names of a text.

        >>> words = ToldWords.of(["名叫"], ["弄堂"])
        >>> [(told.name, told.by_name) for told in words.find("河边的老弄堂，名叫槐影里。石影里，是一条靠河的弄堂。")]
        [('槐影里', True), ('石影里', False)]
        """
        for pattern in self.called:
            for found in pattern.finditer(text):
                yield Told(found["name"], found.start("name"), found["kind"], True)
        for found in self.is_one.finditer(text):
            if named := _BEFORE.search(text, max(0, found.start() - _REACH), found.start()):
                yield Told(named["name"], named.start("name"), found["kind"], False)
