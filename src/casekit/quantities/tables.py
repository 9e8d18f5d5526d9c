"""Loads the words of the quantity reader from `rules/`: units, hedges, and words that only look like numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from casekit.core import RuleError, nearest
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import NodePath, YamlFile, read_yaml

POLICIES = ("about", "more", "near", "at_least", "at_most")
SIDES = ("before", "inside", "after")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: the canonical unit, its kind, what must not follow, and the reason where it never makes a figure."""

    word: str
    unit: str
    kind: str
    not_before: tuple[str, ...] = ()
    reason: str = ""


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


@dataclass(frozen=True, slots=True)
class Tables:
    """All word tables of the reader."""

    units: tuple[Unit, ...]
    hedges: tuple[Hedge, ...]


@lru_cache(maxsize=8)
def load_tables(rules: Path | None = None) -> Tables:
    """The tables in the folder `rules`, each file falling back on the shipped one; raises RuleError at file:line:col."""
    return Tables(
        units=tuple(_read_units(read_yaml(rule_file("units.yaml", rules)))),
        hedges=tuple(_read_hedges(read_yaml(rule_file("hedges.yaml", rules)))),
    )


def _read_units(file: YamlFile) -> Iterator[Unit]:
    content = _mapping(file, (), ("kinds", "not_before", "no_figure"))
    not_before = content.get("not_before", {})
    no_figure = content.get("no_figure", {})
    seen: dict[str, str] = {}
    for kind, units in content.get("kinds", {}).items():
        named = units.items() if isinstance(units, dict) else ((word, [word]) for word in units)
        for unit, words in named:
            for word in words:
                if word in seen:
                    raise RuleError(
                        file.place("kinds", kind), f'the unit word "{word}" stands under {seen[word]} and {kind}.'
                    )
                seen[word] = kind
                yield Unit(word, unit, kind, tuple(not_before.get(word, ())), no_figure.get(word, ""))


def _read_hedges(file: YamlFile) -> Iterator[Hedge]:
    content = _mapping(file, (), SIDES)
    for side, entries in content.items():
        for number, entry in enumerate(entries):
            at: NodePath = (side, number)
            if entry.get("policy") not in POLICIES:
                found = str(entry.get("policy"))
                raise RuleError(
                    file.place(*at),
                    f'unknown policy "{found}". Known: {", ".join(POLICIES)}.',
                    nearest(found, POLICIES),
                )
            for word in entry["words"]:
                yield Hedge(
                    word,
                    side,
                    entry["policy"],
                    tuple(entry.get("then", ())),
                    str(entry.get("apart", "")),
                    entry.get("not_after", ""),
                    entry.get("only_before", ""),
                )


def _mapping(file: YamlFile, at: NodePath, known: tuple[str, ...]) -> dict[str, Any]:
    content = file.content
    if not isinstance(content, dict):
        raise RuleError(file.place(*at), f"expected a mapping with the keys {', '.join(known)}.")
    for key in content:
        if key not in known:
            raise RuleError(
                file.place(*at, key), f'unknown key "{key}". Known: {", ".join(known)}.', nearest(key, known)
            )
    return content
