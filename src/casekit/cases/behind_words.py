"""Words right behind a name that tell what it is, from rules/places.yaml, compiled for matching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casekit.core.alternation import any_of

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class BehindWords:
    """What makes a name an `office` (县民政局), a `firm` (市旅游公司), a `site` (高新区) or a `namesake` (五老村小学).

    `institution` and `present` say that it is a community: 居委会, 位于.
    """

    office: Pattern
    firm: Pattern
    site: Pattern
    namesake: Pattern
    institution: Pattern
    present: Pattern

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]]) -> BehindWords:
        """The patterns made of the lists of the file."""
        return cls(
            office=re.compile(any_of(lists["offices"], lists["not_offices"])),
            firm=re.compile(f"[一-鿿]{{0,8}}?{any_of(lists['firms'])}"),
            site=re.compile(f"[一-鿿]{{0,8}}?{any_of(lists['sites'])}"),
            namesake=re.compile(any_of(lists["namesakes"])),
            institution=re.compile(any_of(lists["institutions"])),
            present=re.compile(f"[，,]?{any_of(lists['presents'])}"),
        )
