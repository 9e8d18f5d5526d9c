"""The words that tell what a street or county has in all, and how many of its places, from rules/places-words.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists

Pattern = re.Pattern[str]
KEYS = (
    *("members", "spread", "towns", "some_of"),
    *("coming_from", "in_all", "accounts", "newest"),
)


@dataclass(frozen=True, slots=True)
class TotalWords:
    """What tells a figure of the larger place from one of the places in it."""

    members: Pattern
    spread: Pattern
    towns: Pattern
    some_of: Pattern
    coming_from: Pattern
    in_all: Pattern
    accounts: Pattern

    @classmethod
    def of(cls, words: Lists) -> TotalWords:
        """The patterns made of the keys of the section `scene` that are named above."""
        return cls(
            members=re.compile(rf"\d+[余多]?个{any_of(words['members'])}"),
            spread=_spread(words),
            towns=re.compile(rf"\d+[余多]?个{any_of(words['towns'])}(?![级里上干])"),
            some_of=re.compile(rf"(?P<figure>\d+个)[^，。；\d]{{0,12}}?{any_of(words['some_of'])}[里中当之]"),
            coming_from=re.compile(any_of(words["coming_from"])),
            in_all=re.compile(rf"{any_of(words['in_all'])}|有\d"),
            accounts=_accounts(words),
        )


def _spread(words: Lists) -> Pattern:
    """Brought to so many communities or villages: 推开到12个社区."""
    return re.compile(
        rf"(?:{any_of(words['spread'])}|辖区|辖内)[^，。；\d]{{0,6}}?(?P<figure>\d+[余多]?个)"
        r"(?:社区|行政村|村(?!民小组)|嘎查|乡镇)"
    )


def _accounts(words: Lists) -> Pattern:
    """What announces the figures of a whole place: 的家底是，."""
    return re.compile(rf"的?(?:{any_of(words['newest'])})?{any_of(words['accounts'])}[^，。；：]{{0,6}}(?:[：:]|是，?)")
