"""Words that stand for a place told of before, from rules/places.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casekit.core.alternation import any_of

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class BackWords:
    """`community`, `estate` and `street` point back at one, `beyond` away from an estate (其他小区).

    A `compound` behind 社区 makes it mean none (社区食堂). `own` is who speaks (我们), `theirs` the neighbour spoken of
    (他们), `ministry` one that opens news of the country.
    """

    community: Pattern
    estate: Pattern
    beyond: Pattern
    street: Pattern
    compound: Pattern
    own: Pattern
    theirs: Pattern
    ministry: Pattern

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> BackWords:
        """The patterns made of the lists of the file."""
        back = content["back"]
        return cls(
            community=re.compile(any_of(back["community"])),
            beyond=re.compile(any_of(back["beyond"])),
            estate=re.compile(any_of(back["estate"]) + r"(?!\d)"),
            street=re.compile(any_of(back["street"])),
            compound=re.compile(any_of(content["compounds"])),
            own=re.compile(f"{any_of(content['own'], searched=True)}(?![市县区旗镇乡省国州村寨屯]|街道|社区|小区)"),
            theirs=re.compile(any_of(content["theirs"])),
            ministry=re.compile(f"{any_of(content['ministries'])}(?!门)"),
        )
