"""Words that tell what a text is about at all, from rules/places.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casekit.core.alternation import any_of

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TopicWords:
    """Who has none of `worth_reading` is about no community; `life` is that of communities, `nation` the country.

    `renewal` is that of an estate. `published` follows the place in the name of a medium, `medium` finds the place.
    """

    worth_reading: Pattern
    life: Pattern
    nation: Pattern
    renewal: Pattern
    published: Pattern
    medium: Pattern

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> TopicWords:
        """The patterns made of the lists of the file."""
        return cls(
            worth_reading=_worth_reading(content["units"], content["numbered"], content["worth"]),
            life=re.compile(any_of(content["life"], searched=True)),
            nation=re.compile(any_of(content["nation"])),
            renewal=re.compile(any_of(content["renewal"])),
            published=re.compile(any_of(content["media"])),
            medium=_medium(content["media"]),
        )


def _worth_reading(units: Mapping[str, str], numbered: Mapping[str, str], others: Iterable[str]) -> Pattern:
    """The class words that communities have; a 连 (连续) does not make a text worth reading, nor does a town's name.

    A town does of which the text speaks as a whole (全镇), and the owners of an estate.
    """
    own = (numbered.get(unit, unit) for unit in units if units[unit] != "镇")
    return re.compile(any_of([*own, *others], searched=True))


def _medium(media: Iterable[str]) -> Pattern:
    """The place before the name of a medium (宝鸡日报), or in a dateline (本报合作讯, 新华社西宁3月2日电)."""
    paper = rf"(?P<before>[一-鿿]{{2,6}}?)[市县区州]?{any_of(media)}"
    dateline = r"(?:本[报网刊台]|[（(]|新华社|中新社)(?P<after>[一-鿿]{2,6}?)[市县区州]?(?:\d{1,2}月\d{1,2}日)?[讯电]"
    return re.compile(f"{dateline}|{paper}")
