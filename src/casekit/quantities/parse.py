"""Reads a text that is one quantity and nothing else, comparisons included: 三百五, 大于12小于50, 约3至5万元."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from casekit.quantities.amount import HALF, Amount, span_of
from casekit.quantities.folding import fold
from casekit.quantities.grammar import DATES, RANGE, whole_pattern
from casekit.quantities.hedging import Bounds
from casekit.quantities.money import in_yuan, read_coins
from casekit.quantities.numerals import FINANCIAL, Numeral
from casekit.quantities.plain import read_plain_number, read_vague
from casekit.quantities.quantity import Quantity
from casekit.quantities.ranges import shared_scale
from casekit.quantities.reader import Reader
from casekit.quantities.shares import ALL, TENTHS, read_share
from casekit.quantities.site import Site, site_at
from casekit.quantities.tables import Tables, Unit
from casekit.quantities.trie import trie_pattern

_BLANKS = re.compile(r"[ \u3000\xa0\t\r\n]+")
_MIXED = re.compile(r"^(\D?\d+)[ \u3000\xa0]+(?=\d+/\d+$)")
_PUNCTUATION = str.maketrans("，：；（）、", ",:;(),")
# What stands beside an amount and adds nothing to it: 50万元（含）以上.
_INCLUDED = re.compile(r"\((?:含|包含|不含)\)")
_DATE = re.compile(DATES)
_UNGROUPED = re.compile(r"(?<!\d)(?!\d{1,3}(?:,\d{3})+(?!\d))\d+,\d|,(?!\d)")
_WHOLE = re.compile("(?<=[元圆角分])[整正]$")
_HALF = re.compile("(?P<whole>.*[^半])?半(?P<unit>[^半]*)")
_PREFIX = re.compile(r"(?:人民币|RMB|￥|¥)")
_LOW = r"大于等于|大于或等于|不小于|不少于|不低于|至少是|至少|最少|起码|≥|>=|大于|超过了?|高于|多于|>"
_HIGH = r"小于等于|小于或等于|不大于|不超过|不多于|不高于|至多|最多|≤|<=|小于|低于|少于|不到|不足|<"
_CONDITION = re.compile(
    rf"(?P<low>{_LOW})(?P<a>.+)|(?P<high>{_HIGH})(?P<b>.+)|比(?P<c>.+)(?:(?P<more>[大高多])|(?P<less>[小低少]))|"
    r"(?P<d>.+?)(?:或者?|及|和)?(?:(?P<above>以上)|(?P<below>以下|以内))"
)
_BETWEEN = re.compile(
    rf"(?:位于|在|介于|从|由)?(?P<a>.+?)(?:(?:和|与|跟|{RANGE})(?P<b>.+?)(?:之间|间)|{RANGE}(?P<c>.+))"
)
_EQUAL = re.compile("(?:等于|正好|恰好|就是)(.+)")
_JOINTS = ("的同时", "并且", "而且", "同时", "并", "且", "但", ",", "")
# A unit that names a day, a house or a rank makes no quantity even alone.
_NO_QUANTITY = frozenset({"date", "address", "grade", "ordinal"})


@dataclass(frozen=True, slots=True)
class Stated:
    """An amount, and the bounds it was stated with."""

    amount: Amount
    bounds: Bounds


class Parser:
    """Reads whole texts with the words and patterns of a reader."""

    def __init__(self, tables: Tables, reader: Reader) -> None:
        self._reader, self._scan = reader, whole_pattern(tables)
        self._before = {h.word: h.policy for h in reader.hedges.hedges}
        self._policies = {h.word: h.policy for h in tables.hedges if h.side == "after"}
        self._hedge = re.compile(trie_pattern(self._before))
        self._after = re.compile(trie_pattern(self._policies) + "$")

    def parse(self, text: str) -> Quantity | None:
        """The quantity that the whole text states, or None."""
        stated = self._stated(_compact(text))
        if stated is None:
            return None
        amount, (bound, low, high) = stated.amount, stated.bounds
        unit = amount.unit
        return Quantity(0, len(text), text, amount.numeral.value, low, high, bound, unit.unit, unit.kind)

    def _stated(self, text: str) -> Stated | None:
        if not text or len(text) > 80 or _DATE.fullmatch(text):
            return None
        if found := _EQUAL.fullmatch(text):
            return self._plain(found[1])
        return self._plain(text) or self._condition(text) or self._both(text) or self._between(text)

    def _between(self, text: str) -> Stated | None:
        found = _BETWEEN.fullmatch(text)
        if found is None:
            return None
        first, second = self.amount(found["a"]), self.amount(found["b"] or found["c"])
        if first is None or second is None:
            return None
        if first.unit.unit not in ("", second.unit.unit):
            return None
        ranged = span_of(first, second, Decimal(1))
        return None if ranged is None else Stated(ranged, ranged.bounds())

    def _condition(self, text: str) -> Stated | None:
        """One side given: 不小于三十, 比170低, 三十或者以上."""
        found = _CONDITION.fullmatch(text)
        if found is None:
            return None
        operand = found["a"] or found["b"] or found["c"] or found["d"]
        amount = self.amount(operand)
        if amount is None:
            return None
        lower = found["low"] or found["more"] or found["above"]
        return Stated(amount, amount.bounds("at_least" if lower else "at_most"))

    def _both(self, text: str) -> Stated | None:
        """Two conditions side by side: 大于4865并少于20793."""
        for at in range(2, len(text) - 1):
            first = self._condition(text[:at])
            if first is None:
                continue
            rest = next((text[at + len(j) :] for j in _JOINTS if text.startswith(j, at)), text[at:])
            second = self._condition(rest)
            if second is not None and {first.bounds[0], second.bounds[0]} == {"at_least", "at_most"}:
                low = first.bounds[1] if first.bounds[1] is not None else second.bounds[1]
                high = first.bounds[2] if first.bounds[2] is not None else second.bounds[2]
                if low is not None and high is not None and low <= high:
                    amount = Amount(Numeral((low + high) / 2, low=low, high=high), second.amount.unit)
                    return Stated(amount, amount.bounds())
        return None

    def _plain(self, text: str) -> Stated | None:
        """An amount with its hedges."""
        amount = self.amount(text)
        if amount is not None:
            return Stated(amount, amount.bounds())
        if (found := self._hedge.match(text)) and (rest := text[found.end() :].lstrip("了是")):
            amount = self.amount(rest)
            policy = self._before[found[0]]
        elif found := self._after.search(text):
            amount = self.amount(text[: found.start()])
            policy = self._policies[found[0]]
        return Stated(amount, amount.bounds(policy)) if amount else None

    def amount(self, text: str) -> Amount | None:
        """The amount that the whole text writes, without hedges before it."""
        text = _PREFIX.sub("", text)
        if text[:1] in ("-", "负"):
            amount = self.amount(text[1:])
            return amount.negative() if amount else None
        if _UNGROUPED.search(text):
            return None
        text = f"0{text}" if text.startswith(".") else text
        return (
            read_plain_number(text)
            or self._shared(text)
            or self._ranged(text)
            or self._counted(text)
            or self._half(text)
        )

    def _half(self, text: str) -> Amount | None:
        """半斤, 两斤半, 一个半小时."""
        found = _HALF.fullmatch(text)
        if found is None:
            return None
        whole = self._counted(found["whole"]) if found["whole"] else None
        unit = self._unit(found["unit"]) if found["unit"] else whole.unit if whole else None
        if unit is None or (found["whole"] and (whole is None or whole.policy)):
            return None
        return Amount(Numeral((whole.numeral.value if whole else Decimal(0)) + HALF), unit)

    def _shared(self, text: str) -> Amount | None:
        if not (text == ALL or TENTHS.match(text)) or (shared := read_share(text, 0)) is None:
            return None
        end, amount = shared
        return amount if end == len(text) else None

    def _counted(self, text: str) -> Amount | None:
        if (vague := read_vague(text)) is not None:
            unit = self._unit(vague[1])
            return replace(vague[0], unit=unit) if unit else None
        site = self._site(text)
        if site is None:
            return None
        numeral = self._reader.weigher.numeral(site.run, site.tail.inner)
        if numeral is None or site.tail.unit.reason in _NO_QUANTITY:
            return None
        policy = self._reader.weigher.inside(numeral) or site.tail.policy
        amount = Amount(numeral, site.tail.unit, policy)
        if site.tail.unit.with_half and site.end == len(text):
            return amount.plus(HALF)
        if site.end == len(text):
            return in_yuan(amount)
        coins = read_coins(site)
        return in_yuan(amount.plus(coins[1])) if coins and coins[0] == len(text) else None

    def _ranged(self, text: str) -> Amount | None:
        for joint in re.finditer(RANGE, text):
            first, second = self._site(text[: joint.start()]), self._site(text[joint.end() :])
            if first is None or second is None or not joint.start():
                continue
            one, other = self._counted(text[: joint.start()]), self._counted(text[joint.end() :])
            if one is None or other is None or one.unit.unit not in ("", other.unit.unit):
                continue
            return span_of(one, other, shared_scale(first, second))
        return None

    def _site(self, text: str) -> Site | None:
        """The number at the head of the text, which the coins of an amount in money may follow."""
        found = self._scan.match(text + "\n")
        if found is None:
            return None
        tail = self._reader.tails[found[2]]
        return site_at(text + "\n", 0, found.end(1), found.end(), tail)

    def _unit(self, word: str) -> Unit | None:
        tail = self._reader.tails[word]
        return tail.unit if tail.unit.word == word else None


def _compact(text: str) -> str:
    text = fold(text.strip()).translate(_PUNCTUATION).translate(FINANCIAL)
    return _WHOLE.sub("", _INCLUDED.sub("", _BLANKS.sub("", _MIXED.sub(r"\1_", text))))
