"""Units that only their surroundings settle: hours, 块, 期, 点, and measure words that make place names."""

from __future__ import annotations

import re

from casekit.quantities.grammar import HAN_DIGITS, YEAR
from casekit.quantities.numerals import Numeral
from casekit.quantities.site import Site
from casekit.quantities.tables import Cues, Unit

_PIECE = Unit("块", "块", "件数")
_YEAR = re.compile(YEAR)
# 十四届二次会议 is the second meeting; 开了二次会议 nobody writes.
MEETINGS = ("会议", "全会", "全体")
HOURS = frozenset({"小时", "个小时", "个钟头", "钟头"})
# The units that surroundings settle after figures too.
AGES = frozenset({"岁", "周岁"})
DOUBTFUL = frozenset({"块", "版", "届", "点"}) | HOURS | AGES
_SINGLE = frozenset(f"{HAN_DIGITS}两十")


class Doubts:
    """Settles units with the cues of some tables."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._held = {"期": cues.terms_held, "届": cues.sessions_held}

    def settle(self, site: Site, numeral: Numeral) -> tuple[Unit, str]:
        """The unit that is meant, and the reason where the number is no figure ('' where it is)."""
        unit, word = site.tail.unit, site.tail.unit.word
        if site.in_figures and word not in DOUBTFUL:
            return unit, unit.reason
        single = site.run in _SINGLE and not site.tail.inner
        if single and unit.figures:
            return unit, "word"
        if single and word in self._cues.place_units and site.text.startswith(self._cues.place_after, site.end):
            return unit, "name"
        if word == "块":
            return self._block(site), ""
        held = self._held.get(word)
        if held is not None and not site.in_figures and not site.left(4).endswith(held):
            return unit, "ordinal"
        if (word == "版" and "." in site.run) or (word == "届" and _YEAR.fullmatch(site.run)):
            return unit, "code" if word == "版" else "year"
        if word == "次" and not site.in_figures and site.text.startswith(MEETINGS, site.end):
            return unit, "ordinal"
        if word == "点":
            return unit, self._point(site, numeral)
        if word in HOURS or word in AGES:
            of_many = self._counted(site, numeral) if word in HOURS else self._averaged(site)
            return unit, "" if of_many else "duration" if word in HOURS else "age"
        return unit, unit.reason

    def _block(self, site: Site) -> Unit:
        pieces = site.text.startswith(self._cues.pieces_after_block, site.end)
        named = site.text[max(0, site.start - 8) : site.start].rstrip("”’》」")  # “文明牌”168块
        pieces = pieces or named.endswith(self._cues.pieces_before_block)
        return _PIECE if pieces else site.tail.unit

    def _point(self, site: Site, numeral: Numeral) -> str:
        if site.text.startswith(self._cues.items_after_point, site.end) or numeral.value > 24:
            return ""
        return "time"

    def _averaged(self, site: Site) -> bool:
        """平均年龄49岁 tells of many; 49岁 alone is somebody's age."""
        return any(word in site.left(10) for word in self._cues.averaged_ages)

    def _counted(self, site: Site, numeral: Numeral) -> bool:
        return numeral.value >= 100 or site.left(8).endswith(self._cues.counted_hours)
