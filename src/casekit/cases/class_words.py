"""What 全市 and 镇里 mean: places of a text by the class word that their names end with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from casekit.cases.unit import Unit


@dataclass(frozen=True, slots=True)
class ClassWords:
    """The places of a text, looked up by 市, 县, 镇 …"""

    units: Sequence[Unit]
    known: dict[str, list[tuple[int, str]]] = field(init=False, default_factory=dict)

    def nearest(self, word: str, before: int) -> str | None:
        """全市 means the city named last, in a chain or alone; where none was, the one named next."""
        if word == "国":
            return "全国"
        if word not in self.known:
            self.known[word] = list(_of_class(word, self.units))
        named = self.known[word]
        if not named:
            return None
        return named[max(bisect_left(named, before, key=lambda place: place[0]) - 1, 0)][1]

    def only(self, word: str) -> str | None:
        """镇里 means the only town that the text names; None where it names several or none."""
        names = {name for _, name in _of_class(word, self.units)}
        return names.pop() if len(names) == 1 else None


def _of_class(word: str, units: Sequence[Unit]) -> Iterator[tuple[int, str]]:
    """Where the units with a place of that class word begin, and the innermost such place of each."""
    for unit in units:
        for name in (unit.name, *(upper for upper, _ in reversed(unit.uppers))):
            if name.endswith(word) and not (word == "区" and name.endswith(("自治区", "社区", "小区"))):
                yield unit.chain_start, name
                break
