"""Rules with one condition or one word taken away: what no example notices, no example needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from casekit.extract import Kit
from casekit.rulebook import Rule, RuleBook
from casekit.rulebook.match import CompiledRule
from casekit.rulebook.schema import CONDITIONS, NEGATIONS
from casekit.workbench.near import Near
from casekit.workbench.scenes import Scene, scenes_of

_KEYS = (*CONDITIONS, *("not_any" if key == "not" else key for key in NEGATIONS))


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule without one condition (`word` empty) or one word or ‹list› of it; `needed` where an example notices."""

    rule: Rule
    key: str
    word: str
    needed: bool

    @property
    def whole(self) -> bool:
        """True where a whole condition was taken away, or the beating of one rule."""
        return not self.word or self.key == "beats"

    def as_data(self) -> dict[str, str | bool]:
        """The mutant as plain data."""
        place = str(self.rule.place)
        return {"rule": self.rule.id, "key": self.key, "word": self.word, "needed": self.needed, "place": place}

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
class Variant:
    """What to take away from a rule: a condition, one word or one word list of it, or one rule that it beats.

    `name` is '' for the whole condition; `words` are what goes.
    """

    key: str
    name: str = ""
    words: frozenset[str] = frozenset()

    def of(self, rule: Rule) -> Rule:
        """The rule without it."""
        if not isinstance(getattr(rule, self.key), tuple):
            return _with(rule, self.key, "")
        return _with(rule, self.key, tuple(w for w in getattr(rule, self.key) if w not in self.words))


def mutate(kit: Kit, only: Iterable[str] = ()) -> list[Mutant]:
    """Every mutant of every rule (or of those in `only`), told by the examples of all rules.

    Examples that fail without any mutation tell nothing and are passed over, as are known misses.
    """
    book, wanted = kit.book, set(only)
    scenes = [scene for scene in scenes_of(kit) if scene.passes(book)]
    out: list[Mutant] = []
    for compiled in book.rules:
        if not wanted or compiled.rule.id in wanted:
            out += _mutants(compiled, book, scenes)
    return out


def _mutants(compiled: CompiledRule, book: RuleBook, scenes: Sequence[Scene]) -> Iterator[Mutant]:
    """A condition only matters where the rule holds, or fails by that condition alone; a word only where it stands."""
    rule = compiled.rule
    checked = [(scene, scene.checks(compiled, book.index.words)) for scene in scenes]
    holding = [scene for scene, nears in checked if any(not near.failures for near in nears)]
    failing = [(scene, {key for near in nears for key in _only_failure(near)}) for scene, nears in checked]
    for variant in variants(rule, book.files.lists):
        name = "unit" if variant.key == "not_unit" else variant.key
        concerned = [*holding, *(scene for scene, keys in failing if name in keys)]
        if variant.name and variant.key != "beats":
            concerned = [scene for scene in concerned if scene.mentions(variant.key, variant.words, book)]
        other = book.with_rule(variant.of(rule)) if concerned else book
        needed = any(not scene.passes(other) for scene in concerned)
        yield Mutant(rule, variant.key, variant.name, needed)
    for column in rule.sets:
        yield Mutant(rule, f"set: {column}", "", any(column in e.sets for e in rule.examples))


def _only_failure(near: Near) -> set[str]:
    """The condition by which alone a rule fails, as a set of none or one."""
    failed = {failure.condition.name for failure in near.failures}
    return failed if len(failed) == 1 else set()


def variants(rule: Rule, lists: Mapping[str, tuple[str, ...]]) -> Iterator[Variant]:
    """Each condition, each word or list of those that have several, and each rule that this one beats."""
    for key in _KEYS:
        words: tuple[str, ...] = getattr(rule, key)
        if words:
            yield Variant(key, words=frozenset(words))
        parts = list(_parts(words, lists))
        yield from (Variant(key, name, part) for name, part in parts if len(parts) > 1)
    yield from (Variant(key) for key in ("group", "predicate", "beside") if getattr(rule, key))
    yield from (Variant("beats", other, frozenset([other])) for other in rule.beats)


def _parts(words: tuple[str, ...], lists: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, frozenset[str]]]:
    """The lists that went into a condition, as far as that can be told, and the words that stand in none of them."""
    whole = frozenset(words)
    inside = {name: frozenset(listed) for name, listed in lists.items() if len(listed) > 1 and whole.issuperset(listed)}
    largest = {n: part for n, part in inside.items() if not any(part < other for other in inside.values())}
    yield from ((f"‹{name}›", part) for name, part in sorted(largest.items()))
    listed = frozenset[str]().union(*largest.values())
    yield from ((word, frozenset([word])) for word in words if word not in listed)


def _with(rule: Rule, key: str, value: tuple[str, ...] | str) -> Rule:
    return replace(rule, **{key: value})  # type: ignore[arg-type]
