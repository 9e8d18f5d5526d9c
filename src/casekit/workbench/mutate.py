"""Rules with one condition or one word taken away: what no example notices, no example needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casekit.extract import Kit
from casekit.quantities import Quantity
from casekit.rulebook import Frame, Match, Rule, RuleBook
from casekit.rulebook.match import zones_of
from casekit.rulebook.schema import CONDITIONS, NEGATIONS
from casekit.workbench.near import Near, check_rule
from casekit.workbench.reading import read_text
from casekit.workbench.trial import Trial, marked_match, trials_of

_KEYS = (*CONDITIONS, *("not_any" if key == "not" else key for key in NEGATIONS))


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule without one condition (`word` empty) or without one word of it; `needed` where an example notices."""

    rule: Rule
    key: str
    word: str
    needed: bool

    @property
    def whole(self) -> bool:
        """True where a whole condition was taken away, or the beating of one rule."""
        return not self.word or self.key == "beats"

    def __str__(self) -> str:
        what = f"{self.key} 「{self.word}」" if self.word else self.key
        return f"{self.rule.place}  {self.rule.id}: no example needs {what}  {self._advice()}"

    def _advice(self) -> str:
        """Which example would show that it is needed."""
        if self.key.startswith("set"):
            return "补一条写明这一列的例句"
        if self.key == "beats":
            return "补一条两条规则都成立的例句"
        if self.word and not self.key.startswith("not_"):
            return f"补一条用到「{self.word}」的例句，或删去它"
        return f"补一条含「{self.word}」的反例，或删去它" if self.word else f"补一条只差 {self.key} 的反例"


@dataclass(frozen=True, slots=True)
class _Scene:
    """A trial with its sentence, read once: enough to ask another book about it."""

    trial: Trial
    match: Match
    quantities: tuple[Quantity, ...]

    def passes(self, book: RuleBook) -> bool:
        """True where the right rule, or for a counter-example any other, wins."""
        frame = self.match.frame
        found = book.read(frame.text, frame.sentence, self.quantities)
        match = next(m for m in found if m.frame.quantity.start == frame.quantity.start)
        taken = match.rule is not None and match.rule.id == self.trial.owner.id
        return taken != (self.trial.kind == "counter_examples")


def mutate(kit: Kit, only: Iterable[str] = ()) -> list[Mutant]:
    """Every mutant of every rule (or of those in `only`), told by the examples of all rules.

    Examples that fail without any mutation tell nothing and are passed over, as are known misses.
    """
    book = kit.book
    scenes = [scene for scene in _scenes(kit) if scene.passes(book)]
    wanted = set(only)
    checked = _checked(book, scenes)
    out: list[Mutant] = []
    for compiled in book.rules:
        if not wanted or compiled.rule.id in wanted:
            out += _mutants(compiled.rule, book, scenes, checked[compiled.rule.id])
    return out


def _scenes(kit: Kit) -> Iterator[_Scene]:
    for trial in trials_of(kit.book.files.rules):
        if trial.kind == "todo_examples":
            continue
        read = read_text(trial.example.text, kit, furniture=True)
        if (match := marked_match(read, trial.example)) is not None:
            span = match.frame.sentence
            inside = (q for q in read.reading.quantities if span.start <= q.start and q.end <= span.end)
            yield _Scene(trial, match, tuple(inside))


def _checked(book: RuleBook, scenes: Sequence[_Scene]) -> Mapping[str, list[tuple[Near, ...]]]:
    """For each rule and scene its conditions on the frame, and on the readings it leans on."""
    out: dict[str, list[tuple[Near, ...]]] = defaultdict(list)
    for scene in scenes:
        frame = scene.match.frame
        frames: list[Frame] = [frame]
        while (leaning := frames[-1].leaning) is not None:
            frames.append(leaning)
        hits = book.index.scan(frame.sentence.of(frame.text), frame.sentence.start)
        zones = [zones_of(one, hits) for one in frames]
        for compiled in book.rules:
            nears = (check_rule(compiled, f, z, book.index.words) for f, z in zip(frames, zones, strict=True))
            out[compiled.rule.id].append(tuple(nears))
    return out


def _mutants(
    rule: Rule, book: RuleBook, scenes: Sequence[_Scene], checked: Sequence[tuple[Near, ...]]
) -> Iterator[Mutant]:
    """A condition only matters where the rule holds, or fails by that condition alone."""
    holding = [s for s, nears in zip(scenes, checked, strict=True) if any(not n.failures for n in nears)]
    for key, word, mutant in variants(rule):
        near = [s for s, nears in zip(scenes, checked, strict=True) if any(_fails_by(n, key) for n in nears)]
        other = book.with_rule(mutant)
        needed = any(not scene.passes(other) for scene in (*holding, *near))
        yield Mutant(rule, key, word, needed)
    for column in rule.sets:
        stated = any(column in e.sets for e in rule.examples)
        yield Mutant(rule, f"set: {column}", "", stated)


def _fails_by(near: Near, key: str) -> bool:
    name = "unit" if key == "not_unit" else key
    return bool(near.failures) and all(failure.condition.name == name for failure in near.failures)


def variants(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    """The rule without each condition, without each of their words, and without each rule it beats."""
    for key in _KEYS:
        words: tuple[str, ...] = getattr(rule, key)
        if words:
            yield key, "", _with(rule, key, ())
        for word in words if len(words) > 1 else ():
            yield key, word, _with(rule, key, tuple(w for w in words if w != word))
    if rule.group:
        yield "group", "", replace(rule, group="")
    if rule.predicate:
        yield "predicate", "", replace(rule, predicate="")
    for other in rule.beats:
        yield "beats", other, replace(rule, beats=tuple(b for b in rule.beats if b != other))


def _with(rule: Rule, key: str, words: tuple[str, ...]) -> Rule:
    return replace(rule, **{key: words})  # type: ignore[arg-type]
