"""Rules by the words that call them: which rules a frame could satisfy, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casekit.rulebook.match import CompiledRule, Zones


@dataclass(frozen=True, slots=True)
class CueIndex:
    """Zone and term to the numbers of the rules that need that term there; `always` are those that need none."""

    by_cue: Mapping[str, Mapping[int, Sequence[int]]]
    always: Sequence[int]

    @classmethod
    def of(cls, rules: Sequence[CompiledRule]) -> CueIndex:
        """The index of the rules by their place in the sequence, each under its rarest condition."""
        by_cue: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        always = []
        for number, rule in enumerate(rules):
            if not rule.positive:
                always.append(number)
                continue
            zone, ids = min(rule.positive, key=lambda p: len(p[1]))
            for term in ids:
                by_cue[zone][term].append(number)
        return cls({zone: dict(terms) for zone, terms in by_cue.items()}, always)

    def called(self, zones: Zones) -> set[int]:
        """The numbers of the rules that have a cue in the zones."""
        found = set(self.always)
        for zone, by_term in self.by_cue.items():
            for term in zones[zone]:
                if numbers := by_term.get(term):
                    found.update(numbers)
        return found

    def with_always(self, number: int) -> CueIndex:
        """The same with one more rule that is asked every time."""
        return CueIndex(self.by_cue, [*self.always, number])
