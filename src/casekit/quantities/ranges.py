"""Two numbers joined to a range: 3至5万, 10—20户, 两到三个, 五、六百人."""

from __future__ import annotations

import re
from decimal import Decimal

from casekit.quantities.grammar import BLANK, RANGE
from casekit.quantities.numerals import DIGITS, GREAT, SMALL
from casekit.quantities.site import Site, site_at
from casekit.quantities.tails import Tails

_TO = re.compile(rf"{BLANK}{RANGE}{BLANK}")
_TO_HEADS = frozenset("-~～－至到—– \u3000\xa0")
# What a second number may be joined with.
JOINTS = _TO_HEADS | {"、"}
_CHANGE = frozenset("从由自")
_LETTERS = re.compile("[A-Za-z]")


class RangeReader:
    """Finds the second number of a range with the one pass pattern."""

    def __init__(self, scan: re.Pattern[str], tails: Tails) -> None:
        self._scan, self._tails = scan, tails

    def partner(self, site: Site) -> Site | None:
        """The number that the site is joined to, or None; 从26户到9户 is a change and no range."""
        joint = _TO.match(site.text, site.end) if site.after in _TO_HEADS else None
        if joint is None or (found := self._scan.match(site.text, joint.end())) is None:
            return None
        second = site_at(site.text, found.start(), found.end(1), found.end(), self._tails[found[2]])
        if site.tail.policy or not _alike(site, second):
            return None
        if site.before in _CHANGE and joint[0].strip() in "至到":
            return None
        if "-" in joint[0] and not second.tail.written and not site.tail.written and _LETTERS.match(second.after):
            return None
        return second

    def neighbour(self, site: Site) -> Site | None:
        """The second of two neighbouring digits with 、 between them, where a magnitude or unit follows."""
        if site.after != "、" or site.tail.written or len(site.run) != 1 or site.run not in DIGITS:
            return None
        found = self._scan.match(site.text, site.end + 1)
        if found is None or DIGITS.get(found[1][0], -1) != DIGITS[site.run] + 1:
            return None
        tail = self._tails[found[2]]
        if (len(found[1]) == 1 and not tail.unit.word) or tail.unit.reason in ("ordinal", "grade", "address", "date"):
            return None
        return site_at(site.text, found.start(), found.end(1), found.end(), tail)


def _alike(first: Site, second: Site) -> bool:
    one, other = first.tail.unit, second.tail.unit
    return not first.tail.inner and (not one.word or one.unit == other.unit or one.kind == other.kind != "件数")


def shared_scale(first: Site, second: Site) -> Decimal:
    """The 万, 亿, 百 or 千 that only the second number carries.

    3至5万 gives 10000, 两~3百 gives 100, 10至200 gives 1.
    """
    scale = Decimal(1)
    run = second.run.rstrip(" ")
    while run and run[-1] in GREAT:
        scale *= GREAT[run[-1]]
        run = run[:-1]
    if scale == 1 and run and run[-1] in "百千":
        scale = Decimal(SMALL[run[-1]])
    carries = set(first.run) & (set(GREAT) if scale >= 10_000 else set("百千万亿兆十"))
    return Decimal(1) if carries else scale


def merged(first: Site, second: Site) -> Site:
    """The one site that begins with the first and ends with the second."""
    return site_at(first.text, first.start, second.middle, second.end, second.tail)
