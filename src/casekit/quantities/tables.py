"""Loads the words of the quantity reader from `rules/`: units, hedges, words and cues."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from casekit.core import RuleError, nearest
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import NodePath, YamlFile, read_yaml

POLICIES = ("about", "more", "near", "at_least", "at_most")
REASONS = ("word", "idiom", "slogan", "name", "date", "ordinal", "time", "vague")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: the canonical unit, its kind, what must not follow, and the reason where it never makes a figure.

    `figures` is true where it counts only after figures or several numerals (30方, not 八方).
    """

    word: str
    unit: str
    kind: str
    not_before: tuple[str, ...] = ()
    reason: str = ""
    figures: bool = False

    @property
    def with_half(self) -> bool:
        """True where the word adds one half: 两亩半 is 2.5."""
        return "半" in self.word


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge word with its policy; the rest says where it may stand (see `rules/hedges.yaml`)."""

    word: str
    side: str
    policy: str
    then: tuple[str, ...] = ()
    apart: str = ""
    not_after: str = ""
    only_before: str = ""
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """Words around a number that decide whether it states a figure (see `rules/numbers.yaml`)."""

    counters: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    averaged_ages: tuple[str, ...] = ()
    averaged_times: tuple[str, ...] = ()
    counted_hours: tuple[str, ...] = ()
    nights_held: tuple[str, ...] = ()
    items_after_point: tuple[str, ...] = ()
    pieces_after_block: tuple[str, ...] = ()
    pieces_before_block: tuple[str, ...] = ()
    pieces_named: tuple[str, ...] = ()
    mouths_after: tuple[str, ...] = ()
    mouths_before: tuple[str, ...] = ()
    terms_held: tuple[str, ...] = ()
    sessions_held: tuple[str, ...] = ()
    lines_after: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    not_first: str = ""
    place_after: tuple[str, ...] = ()
    people_after: tuple[str, ...] = ()
    place_units: tuple[str, ...] = ()
    method_after: tuple[str, ...] = ()
    after_number_of: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    built: tuple[str, ...] = ()
    not_built: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    not_generation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """Time phrases that no calendar writes (see `rules/periods.yaml`); `years` counts from the year of the report."""

    years: tuple[tuple[str, int], ...] = ()
    now: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    before_count: tuple[str, ...] = ()
    after_count: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    seasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All word tables of the reader; `words` gives the reason for each word that states no figure.

    Two tables are equal only where they are the same: they are long, and key the readers made of them.
    """

    units: tuple[Unit, ...]
    hedges: tuple[Hedge, ...]
    words: tuple[tuple[str, str], ...]
    cues: Cues
    periods: PeriodWords
    rates: tuple[tuple[str, str], ...]


@lru_cache(maxsize=8)
def load_tables(rules: Path | None = None) -> Tables:
    """The tables in the folder `rules`, each file falling back on the shipped one.

    Raises RuleError with file, line and column where a table is wrong.
    """
    return Tables(
        units=_read_units(_read("units.yaml", rules)),
        hedges=_read_hedges(_read("hedges.yaml", rules)),
        words=_read_words(_read("numbers-words.yaml", rules)),
        cues=_read_cues(_read("numbers.yaml", rules)),
        periods=_read_periods(_read("periods.yaml", rules)),
        rates=_read_rates(_read("rates.yaml", rules)),
    )


def _read(name: str, rules: Path | None) -> YamlFile:
    path = rule_file(name, rules)
    return read_yaml(path, str(path) if rules and path.parent == rules else f"rules/{name}")


def _read_units(file: YamlFile) -> tuple[Unit, ...]:
    content = _mapping(file, (), ("kinds", "not_before", "no_figure", "after_figures"))
    kinds: dict[str, tuple[str, str]] = {}
    for kind, units in content.get("kinds", {}).items():
        named = units.items() if isinstance(units, dict) else ((word, [word]) for word in units)
        for unit, words in named:
            for word in words:
                if word in kinds:
                    message = f'the unit word "{word}" stands twice, under {kinds[word][1]} and {kind}.'
                    raise RuleError(file.place("kinds", kind, unit), message)
                kinds[word] = (unit, kind)
    for key in ("not_before", "no_figure"):
        for word in content.get(key, {}):
            if word not in kinds:
                raise RuleError(
                    file.place(key, word),
                    f'"{word}" is no unit word.',
                    nearest(word, kinds),
                )
    not_before, no_figure = content.get("not_before", {}), content.get("no_figure", {})
    figures = set(content.get("after_figures", ()))
    return tuple(
        Unit(
            word,
            unit,
            kind,
            tuple(not_before.get(word, ())),
            no_figure.get(word, ""),
            word in figures,
        )
        for word, (unit, kind) in kinds.items()
    )


def _read_hedges(file: YamlFile) -> tuple[Hedge, ...]:
    hedges: list[Hedge] = []
    known = (
        "words",
        *(f.name for f in fields(Hedge) if f.name not in ("word", "side")),
    )
    for side, entries in _mapping(file, (), ("before", "inside", "after")).items():
        for number, entry in enumerate(entries):
            _known(file, (side, number), entry, known)
            policy = str(entry.get("policy"))
            if policy not in POLICIES:
                message = f'unknown policy "{policy}". Known: {", ".join(POLICIES)}.'
                raise RuleError(
                    file.place(side, number, "policy"),
                    message,
                    nearest(policy, POLICIES),
                )
            rest: dict[str, Any] = {
                k: tuple(v) if isinstance(v, list) else v for k, v in entry.items() if k not in ("words", "policy")
            }
            hedges += [Hedge(word, side, policy, **rest) for word in entry["words"]]
    return tuple(hedges)


def _read_words(file: YamlFile) -> tuple[tuple[str, str], ...]:
    seen: dict[str, str] = {}
    for reason, words in _mapping(file, (), REASONS).items():
        for number, word in enumerate(words):
            if word in seen:
                raise RuleError(
                    file.place(reason, number),
                    f'"{word}" stands twice, under {seen[word]} and {reason}.',
                )
            seen[word] = reason
    return tuple(seen.items())


def _read_cues(file: YamlFile) -> Cues:
    content = _mapping(file, (), tuple(f.name for f in fields(Cues)))
    cues: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in content.items()}
    return Cues(**cues)


def _read_periods(file: YamlFile) -> PeriodWords:
    content = _mapping(file, (), tuple(f.name for f in fields(PeriodWords)))
    words: dict[str, Any] = {key: tuple(value) for key, value in content.items() if key != "years"}
    years: list[tuple[str, int]] = []
    for name, after in content.get("years", {}).items():
        if not after.lstrip("-").isdecimal():
            raise RuleError(file.place("years", name), f'"{after}" is no number of years.')
        years.append((name, int(after)))
    return PeriodWords(years=tuple(years), **words)


def _read_rates(file: YamlFile) -> tuple[tuple[str, str], ...]:
    seen: dict[str, str] = {}
    for per, words in _mapping(file, (), ("per",)).get("per", {}).items():
        for number, word in enumerate(words):
            if word in seen:
                message = f'"{word}" stands twice, under {seen[word]} and {per}.'
                raise RuleError(file.place("per", per, number), message)
            seen[word] = per
    return tuple(seen.items())


def _mapping(file: YamlFile, at: NodePath, known: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(file.content, dict):
        raise RuleError(file.place(*at), f"expected a mapping with the keys {', '.join(known)}.")
    _known(file, at, file.content, known)
    return file.content


def _known(file: YamlFile, at: NodePath, content: dict[str, Any], known: tuple[str, ...]) -> None:
    for key in content:
        if key not in known:
            message = f'unknown key "{key}". Known: {", ".join(known)}.'
            raise RuleError(file.place(*at, key), message, nearest(key, known))
