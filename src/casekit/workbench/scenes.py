"""Rule examples read once, so that many books can be asked about them quickly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casekit.core import Span
from casekit.extract import Kit
from casekit.quantities import Quantity
from casekit.rulebook import Frame, RuleBook
from casekit.rulebook.match import CompiledRule, Zones, unit_names, zones_of
from casekit.workbench.near import Near, check_rule
from casekit.workbench.reading import read_text
from casekit.workbench.trial import Trial, marked_match, trials_of


@dataclass(frozen=True, slots=True)
class Scene:
    """A trial with its sentence; `readings` are the frames that rules are asked about, with the words in their zones.

    There are several where a frame leans on what stands before it.
    """

    trial: Trial
    text: str
    sentence: Span
    quantities: tuple[Quantity, ...]
    quantity: Quantity
    readings: tuple[tuple[Frame, Zones], ...]

    def passes(self, book: RuleBook) -> bool:
        """True where the right rule, or for a counter-example any other, wins."""
        found = book.read(self.text, self.sentence, self.quantities)
        match = next(m for m in found if m.frame.quantity.start == self.quantity.start)
        taken = match.rule is not None and match.rule.id == self.trial.owner.id
        return taken != (self.trial.kind == "counter_examples")

    def checks(self, rule: CompiledRule, words: tuple[str, ...]) -> list[Near]:
        """All conditions of a rule on each reading."""
        return [check_rule(rule, frame, zones, words) for frame, zones in self.readings]

    def mentions(self, key: str, words: Iterable[str], book: RuleBook) -> bool:
        """True where one of the words stands in the zone that the condition looks at, or is a name of the unit."""
        zone = "any" if key == "not_any" else key.removeprefix("not_")
        if zone == "unit":
            return not unit_names(self.quantity).isdisjoint(words)
        terms = book.index.ids(words)
        return any(not terms.isdisjoint(zones[zone]) for _, zones in self.readings)


def scenes_of(kit: Kit) -> Iterator[Scene]:
    """The scenes of all examples and counter-examples of all rules whose mark is a quantity."""
    for trial in trials_of(kit.book.files.rules):
        if trial.kind == "todo_examples":
            continue
        read = read_text(trial.example.text, kit, furniture=True)
        if (match := marked_match(read, trial.example)) is not None:
            span, quantity = match.frame.sentence, match.frame.quantity
            inside = tuple(q for q in read.reading.quantities if span.start <= q.start and q.end <= span.end)
            frames = kit.book.frames(read.page.text, span, inside)
            frame = next(f for f in frames if f.quantity.start == quantity.start)
            yield Scene(trial, read.page.text, span, inside, quantity, tuple(_readings(frame, kit.book)))


def _readings(frame: Frame, book: RuleBook) -> Iterator[tuple[Frame, Zones]]:
    hits = book.hits(frame)
    reading: Frame | None = frame
    while reading is not None:
        yield reading, zones_of(reading, hits)
        reading = reading.leaning
