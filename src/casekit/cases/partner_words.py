"""The words that tell of partners, neighbours, and those who give, from rules/places.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casekit.core.alternation import any_of

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PartnerWords:
    """What makes a name that of somebody beside the community told of.

    `before` and `neighbour` end where the name begins, `after` and `deed` follow in its clause, `beside` stands right
    before a name without its class word. `donor` and `giver` are deeds of a county or its like for a community.
    """

    before: Pattern
    after: Pattern
    deed: Pattern
    neighbour: Pattern
    beside: Pattern
    donor: Pattern
    giver: Pattern

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]]) -> PartnerWords:
        """The patterns made of the lists of the file."""
        return cls(
            before=re.compile(
                f"{any_of(lists['partner_before'], searched=True)}(?<!同(?=[在为属样是]))(?:[^，。、；]{{0,6}}的)?$"
            ),
            after=re.compile(any_of([*lists["partner_after"], *lists["partner_deed"]])),
            deed=re.compile(any_of(lists["partner_deed"])),
            neighbour=re.compile(f"{any_of(lists['neighbours'])}$"),
            beside=re.compile(any_of(word.removesuffix("的") for word in lists["neighbours"])),
            donor=re.compile(any_of(lists["donor_deed"])),
            giver=re.compile(any_of(lists["giver_deed"], searched=True)),
        )
