"""From a folder of rule files to `RuleFiles`: everything checked, every word list in its place, or an error."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from casekit.core import Place, RuleError, nearest
from casekit.core.yamlfile import NodePath, YamlFile
from casekit.rulebook.examples import parse_context_example, parse_counter_example, parse_example
from casekit.rulebook.folder import Layered, read_folder
from casekit.rulebook.lists import RawList, WordLists
from casekit.rulebook.rule import Context, Example, Metric, Rule, RuleFiles
from casekit.rulebook.schema import ContextShape, ListShape, MetricShape, RuleShape
from casekit.rulebook.shapes import node_at, place_of_words, read_shape, shown

_WORD_KEYS = ("unit", "verb", "noun", "left", "right", "before")
_NOT_KEYS = ("not_unit", "not_verb", "not_noun", "not_left", "not_right", "not_before")
_NULL = ("null", "~")
NamedT = TypeVar("NamedT", Metric, Rule, Context)


def load_rule_files(folder: Path | None = None) -> RuleFiles:
    """Everything under `folder` laid over the shipped rules (see rules/README.md), rules and contexts by id.

    Raises RuleError with file, line and column at the first thing that is wrong; nothing is half loaded.
    """
    files = read_folder(folder)
    lists = WordLists(dict(_lists(f for f in files if f.under("lists"))))
    metrics = _by_id(_each(files, "metrics", _metrics))
    rules = _by_id(_each(files, "rules", lambda f: _rules(f, lists, metrics)))
    contexts = _by_id(_each(files, "contexts", lambda f: _contexts(f, lists)))
    _check_beats(rules, {f.yaml.name for f in files if f.own})
    flat = {name: lists.flat(name) for name in sorted(lists.raw)}
    return RuleFiles(
        metrics,
        tuple(rules.values()),
        tuple(contexts.values()),
        flat,
        _vocabulary(rules.values(), flat, ("verb", "not_verb"), "动词"),
        _vocabulary(rules.values(), flat, ("noun", "not_noun"), "名词"),
        _digest(files),
    )


def _each(
    files: tuple[Layered, ...], name: str, read: Callable[[YamlFile], Iterator[NamedT]]
) -> Iterator[tuple[NamedT, Place, bool]]:
    for file in files:
        if file.under(name) and file.yaml.content not in (None, ""):
            for thing in read(file.yaml):
                yield thing, _place(thing, file.yaml), file.own


def _place(thing: Metric | Rule | Context, file: YamlFile) -> Place:
    return file.place(thing.family, thing.id) if isinstance(thing, Metric) else thing.place


def _by_id(found: Iterable[tuple[NamedT, Place, bool]]) -> dict[str, NamedT]:
    """By id, sorted; the user's one stands for the shipped one, two of one layer are an error."""
    kept: dict[str, tuple[NamedT, Place, bool]] = {}
    for thing, place, own in found:
        before = kept.get(thing.id)
        if before is not None and before[2] == own:
            raise RuleError(place, f'the id "{thing.id}" is taken.', f"也见于 {before[1]}，请改名。")
        if before is None or own:
            kept[thing.id] = (thing, place, own)
    return {name: kept[name][0] for name in sorted(kept)}


def _lists(files: Iterable[Layered]) -> Iterator[tuple[str, RawList]]:
    seen: dict[str, tuple[Place, bool]] = {}
    for file in sorted(files, key=lambda f: (f.own, f.relative)):
        if file.yaml.content in (None, ""):
            continue
        if not isinstance(file.yaml.content, dict):
            raise RuleError(
                file.yaml.place(), "a file of word lists maps names to lists of words.", "写成“名称: [词, 词]”。"
            )
        for name in file.yaml.content:
            place = file.yaml.place(name)
            if name in seen and seen[name][1] == file.own:
                raise RuleError(place, f'the list "{name}" is taken.', f"也见于 {seen[name][0]}，请改名。")
            seen[name] = (place, file.own)
            yield name, _raw_list(file.yaml, name)


def _raw_list(file: YamlFile, name: str) -> RawList:
    node = file.content[name]
    path: NodePath = (name,) if isinstance(node, list) else (name, "words")
    if not isinstance(node, dict):
        wrapped = YamlFile(file.name, {name: {"words": node}}, file.places)
        shape = read_shape(ListShape, wrapped, (name,), name)
        return RawList(shape.words, tuple(place_of_words(file, (name,), len(shape.words))))
    shape = read_shape(ListShape, file, (name,), name)
    return RawList(shape.words, tuple(place_of_words(file, path, len(shape.words))))


def _metrics(file: YamlFile) -> Iterator[Metric]:
    for family in file.content:
        for name in _mapping(file, (family,)):
            shape = read_shape(MetricShape, file, (family, name), name)
            yield Metric(name, family, shape.unit, shape.zh, shape.en, shape.definition, shape.english_definition)


def _mapping(file: YamlFile, path: NodePath) -> dict[str, object]:
    node = node_at(file, path)
    if not isinstance(node, dict):
        raise RuleError(
            file.place(*path),
            f"metrics belong here, found {shown(node)}.",
            "按“类别: 指标: {unit, zh, en, definition}”写。",
        )
    return node


def _sequence(file: YamlFile) -> range:
    if not isinstance(file.content, list):
        raise RuleError(file.place(), f"a list belongs here, found {shown(file.content)}.", "每条以“- id: ”开头。")
    return range(len(file.content))


def _rules(file: YamlFile, lists: WordLists, metrics: Mapping[str, Metric]) -> Iterator[Rule]:
    for at in _sequence(file):
        shape = read_shape(RuleShape, file, (at,))
        if shape.metric not in metrics:
            hint = nearest(shape.metric, metrics) or "See rules/metrics.yaml."
            raise RuleError(file.place(at, "metric"), f'"{shape.id}": unknown metric "{shape.metric}".', hint)
        yield Rule(
            id=shape.id,
            metric=shape.metric,
            place=file.place(at, "id"),
            not_any=_words(file, (at, "not"), shape.not_any, lists),
            group=shape.group or "",
            sets=_sets(shape.set),
            beats=shape.beats,
            note=shape.note,
            **_conditions(file, at, shape, lists),
            **_examples(file, at, shape),
        )


def _conditions(file: YamlFile, at: int, shape: RuleShape, lists: WordLists) -> dict[str, Any]:
    return {key: _words(file, (at, key), getattr(shape, key), lists) for key in (*_WORD_KEYS, *_NOT_KEYS)}


def _words(file: YamlFile, path: NodePath, written: tuple[str, ...], lists: WordLists) -> tuple[str, ...]:
    return lists.words(written, place_of_words(file, path, len(written))) if written else ()


def _sets(written: Mapping[Any, str]) -> dict[str, str]:
    return {column: "" if value in _NULL else value for column, value in sorted(written.items())}


def _examples(file: YamlFile, at: int, shape: RuleShape) -> dict[str, Any]:
    return {
        "examples": _parsed(file, (at, "examples"), shape.examples, parse_example),
        "counter_examples": _parsed(file, (at, "counter_examples"), shape.counter_examples, parse_counter_example),
        "todo_examples": _parsed(file, (at, "todo_examples"), shape.todo_examples, parse_example),
    }


def _parsed(
    file: YamlFile, path: NodePath, lines: tuple[str, ...], parse: Callable[[str, Place], Example]
) -> tuple[Example, ...]:
    if not lines:
        return ()
    return tuple(parse(line, place) for line, place in zip(lines, place_of_words(file, path, len(lines)), strict=True))


def _contexts(file: YamlFile, lists: WordLists) -> Iterator[Context]:
    for at in _sequence(file):
        shape = read_shape(ContextShape, file, (at,))
        if not shape.drop and not shape.set:
            raise RuleError(file.place(at, "id"), f'"{shape.id}": neither drop nor set.', "要写 drop 或 set 之一。")
        yield Context(
            shape.id,
            file.place(at, "id"),
            _words(file, (at, "words"), shape.words, lists),
            shape.zone,
            _words(file, (at, "unit"), shape.unit, lists),
            _words(file, (at, "unless"), shape.unless, lists),
            shape.drop,
            _sets(shape.set),
            _parsed(file, (at, "examples"), shape.examples, parse_context_example),
            _parsed(file, (at, "counter_examples"), shape.counter_examples, parse_counter_example),
        )


def _check_beats(rules: Mapping[str, Rule], own: set[str]) -> None:
    for rule in rules.values():
        for other in rule.beats:
            if other not in rules and (not own or rule.place.file in own):
                raise RuleError(rule.place, f'"{rule.id}" beats an unknown rule "{other}".', nearest(other, rules))
        _refuse_ring(rule, rules, ())


def _refuse_ring(rule: Rule, rules: Mapping[str, Rule], above: tuple[str, ...]) -> None:
    if rule.id in above:
        ring = " → ".join((*above[above.index(rule.id) :], rule.id))
        raise RuleError(rule.place, f"beats runs in a circle: {ring}.", "beats 不能互相胜过。")
    for other in rule.beats:
        if other in rules:
            _refuse_ring(rules[other], rules, (*above, rule.id))


def _vocabulary(
    rules: Iterable[Rule], lists: Mapping[str, tuple[str, ...]], keys: tuple[str, ...], ending: str
) -> frozenset[str]:
    from_rules = (word for rule in rules for key in keys for word in getattr(rule, key))
    from_lists = (word for name, words in lists.items() if name.endswith(ending) for word in words)
    return frozenset((*from_rules, *from_lists))


def _digest(files: tuple[Layered, ...]) -> str:
    """Over what the files say, not how: comments, order of files and of named things in them change nothing."""
    merged: dict[str, list[str]] = {}
    for file in files:
        kind = next((name for name in ("rules", "lists", "contexts", "metrics") if file.under(name)), file.relative)
        content = file.yaml.content
        parts = content if isinstance(content, list) and kind in ("rules", "contexts") else [content]
        merged.setdefault(kind, []).extend(json.dumps(part, sort_keys=True, ensure_ascii=False) for part in parts)
    canonical = {kind: sorted(parts) for kind, parts in merged.items()}
    return hashlib.sha256(json.dumps(canonical, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
