"""Reads what follows the digits of a number: vague words, 万 after them, the unit, a hedge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from casekit.quantities.grammar import BLANK, UNIT_HEAD
from casekit.quantities.numerals import magnitude
from casekit.quantities.tables import Tables, Unit
from casekit.quantities.trie import trie_pattern

NO_UNIT = Unit("", "", "")
# Units that some context turns into no figure, or into another unit.
_DOUBTFUL = frozenset({"块", "口", "期", "届", "版", "次", "点", "分", "小时", "个小时", "钟头", "个钟头", "号"})


@dataclass(frozen=True, slots=True)
class Tail:
    """`inner` is what belongs to the numeral (多, 余万), `policy` the hedge after the unit, '' without one.

    `safe` is true where the unit is a figure in any surroundings; `figure` then holds unit and kind, if there
    is nothing else in the tail.
    `factor` is what plain figures are multiplied by before a safe unit (余万), None where that must be weighed,
    and `bearing` the policy of all hedges in the tail.
    """

    written: str
    inner: str
    unit: Unit
    policy: str
    safe: bool
    figure: tuple[str, str] | None = None
    factor: Decimal | None = None
    bearing: str = ""


class Tails(dict[str, Tail]):
    """The tails seen so far, read on first sight."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self._units = {u.word: u for u in tables.units}
        self._policies = {h.word: h.policy for h in tables.hedges if h.side == "after"}
        self._inside = {h.word: h.policy for h in tables.hedges if h.side == "inside"}
        # Without the guards against what follows, which a tail that was cut out no longer shows.
        unit, after = trie_pattern(self._units), trie_pattern(self._policies)
        self._pattern = re.compile(
            rf"(?:{BLANK}(?P<inner>(?:好几|[多余几来+]|把(?=[个名位人户口元块号]))(?:(?!{UNIT_HEAD})[十百千万亿])*+))?"
            rf"(?:{BLANK}(?P<unit>{unit}))?(?:{BLANK}(?P<after>{after}))?"
        )

    def __missing__(self, written: str) -> Tail:
        tail = self[written] = self._read(written)
        return tail

    def _read(self, written: str) -> Tail:
        found = self._pattern.fullmatch(written)
        if found is None:
            return Tail(written, "", NO_UNIT, "", False)
        inner, word = (found["inner"] or "").removeprefix("好"), found["unit"]
        unit = self._units[word] if word else NO_UNIT
        policy = self._policies.get(found["after"] or "", "")
        safe = bool(word) and not (unit.reason or unit.with_half or unit.unit in ("角", "分") or word in _DOUBTFUL)
        figure = (unit.unit, unit.kind) if safe and not (inner or policy) else None
        factor = magnitude(inner[1:]) if safe and inner[:1] not in ("几", "来", "把") else None
        bearing = self._inside.get(inner[:1], "") or policy
        return Tail(written, inner, unit, policy, safe, figure, factor, bearing)
