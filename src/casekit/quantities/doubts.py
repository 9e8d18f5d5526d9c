"""Units that only their surroundings settle: hours, 块, 口, 期, 点, and measure words that make place names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casekit.core.alternation import any_of
from casekit.quantities.grammar import HAN_DIGITS, YEAR
from casekit.quantities.numerals import Numeral
from casekit.quantities.site import Site
from casekit.quantities.tables import Cues, Unit

# Measure words that stand for another unit where they count no pieces: 8块 is 8 yuan, 5口 five people.
_PIECES = {word: Unit(word, word, "件数") for word in ("块", "口")}
# 5块|街角健身场，: a noun of a few characters up to the pause, with nothing bought, paid or given in it.
_NAMED_PIECE = re.compile(r"[^\W\d_的钱买卖收交付给每一]{2,7}(?!\w)")
_YEAR = re.compile(YEAR)
# 2.0版, 04版
_EDITION = re.compile(r"0|.*\.")
# 十四届二次会议 is the second meeting; 开了二次会议 nobody writes.
MEETINGS = ("会议", "全会", "全体")
HOURS = frozenset({"小时", "个小时", "个钟头", "钟头"})
# The units that surroundings settle after figures too.
AGES = frozenset({"岁", "周岁"})
NIGHTS = frozenset({"晚"})
TIMES = frozenset({"分钟", "天"})
_LASTING = HOURS | AGES | NIGHTS | TIMES
DOUBTFUL = frozenset({"块", "口", "版", "届", "点"}) | _LASTING
# The length of a hedge.
_HEDGE = 4
# How far before an average time the word for it may stand: 平均等号由13分钟压到4分钟.
_AVERAGED = 14
_SINGLE = frozenset(f"{HAN_DIGITS}两十")


class Doubts:
    """Settles units with the cues of some tables; one of the `hedges` may stand between a cue and its number."""

    def __init__(self, cues: Cues, hedges: Iterable[str]) -> None:
        self._cues = cues
        # 水池修了|两口, but no 池塘边住着|五口
        self._deep_before = re.compile(rf"{any_of(cues.mouths_before)}[^，。；、：边人户家住坐吃里]{{0,3}}$")
        self._piece = {"块": self._is_block, "口": self._is_mouth}
        self._hedged = re.compile(f"{any_of(hedges)} ?$")
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
        if word in _PIECES:
            return _PIECES[word] if self._piece[word](site) else unit, ""
        held = self._held.get(word)
        if held is not None and not site.in_figures and not self._left(site, 4).endswith(held):
            return unit, "ordinal"
        if (word == "版" and _EDITION.match(site.run)) or (word == "届" and _YEAR.fullmatch(site.run)):
            return unit, "code" if word == "版" else "year"
        if word == "次" and not site.in_figures and site.text.startswith(MEETINGS, site.end):
            return unit, "ordinal"
        if word == "点":
            return unit, self._point(site, numeral)
        if word in _LASTING:
            return unit, "" if self._of_many(site, numeral, word) else "age" if word in AGES else "duration"
        return unit, unit.reason

    def _is_block(self, site: Site) -> bool:
        """8块展板 and 宣传栏5块 are pieces, 一碗8块 is money."""
        pieces = site.text.startswith(self._cues.pieces_after_block, site.end)
        # “文明牌”168块, 石碑共有6块
        named = self._unhedged(site.text[max(0, site.start - 10) : site.start]).rstrip("一共有").rstrip("”’》」")
        pieces = pieces or named.endswith(self._cues.pieces_before_block)
        following = _NAMED_PIECE.match(site.text, site.end)
        return pieces or (following is not None and following[0].endswith(self._cues.pieces_named))

    def _is_mouth(self, site: Site) -> bool:
        """26口山塘 and 水窖8口 are wells and ponds, 一家5口 people."""
        deep = site.text.startswith(self._cues.mouths_after, site.end)
        return deep or self._deep_before.search(site.text, max(0, site.start - 10), site.start) is not None

    def _left(self, site: Site, reach: int) -> str:
        """What stands before the number and its hedge: 办了|约163晚."""
        return self._unhedged(site.left(reach + _HEDGE))

    def _unhedged(self, left: str) -> str:
        found = self._hedged.search(left)
        return left[: found.start()] if found else left

    def _point(self, site: Site, numeral: Numeral) -> str:
        if site.text.startswith(self._cues.items_after_point, site.end) or numeral.value > 24:
            return ""
        return "time"

    def _of_many(self, site: Site, numeral: Numeral, word: str) -> bool:
        """平均年龄49岁, 平均等候9分钟 and 夜校办了163晚 tell of many; 49岁, 等了9分钟 and 住了3晚 of one."""
        cues = self._cues
        if word in HOURS:
            return numeral.value >= 100 or site.left(8).endswith(cues.counted_hours)
        if word in NIGHTS:
            return self._left(site, 6).endswith(cues.nights_held)
        if word in AGES:
            return any(cue in site.left(10) for cue in cues.averaged_ages)
        return any(cue in site.left(_AVERAGED) for cue in cues.averaged_times)
