"""One entry of a rule file becomes a Metric, Rule, Context or word list; raises RuleError at its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from casekit.core import Place, RuleError, nearest
from casekit.core.yamlfile import NodePath, YamlFile
from casekit.rulebook.examples import parse_context_example, parse_counter_example, parse_example
from casekit.rulebook.lists import RawList, WordLists
from casekit.rulebook.rule import Context, Example, Metric, Rule
from casekit.rulebook.schema import CONDITIONS, NEGATIONS, ContextShape, ListShape, MetricShape, RuleShape
from casekit.rulebook.shapes import node_at, place_of_words, read_shape, shown

_NULL = ("null", "~", "")


def entry_paths(file: YamlFile, kind: str) -> list[NodePath]:
    """Where the entries of a file stand; raises RuleError where the file has not the form of its kind."""
    content = file.content
    if content in (None, ""):
        return []
    if kind in ("rules", "contexts"):
        if not isinstance(content, list):
            raise RuleError(file.place(), f"a list belongs here, found {shown(content)}.", "每条以“- id: ”开头。")
        return [(at,) for at in range(len(content))]
    if not isinstance(content, dict):
        raise RuleError(file.place(), f"named entries belong here, found {shown(content)}.", "写成“名称: 内容”。")
    if kind == "lists":
        return [(name,) for name in content]
    return [(family, name) for family in content for name in _metrics_of(file, family)]


def _metrics_of(file: YamlFile, family: str) -> list[str]:
    node = file.content[family]
    if not isinstance(node, dict):
        hint = "按“类别: 指标: {unit, zh, en, definition}”写。"
        raise RuleError(file.place(family), f'metrics belong under "{family}", found {shown(node)}.', hint)
    return list(node)


def read_metric(file: YamlFile, path: NodePath) -> Metric:
    """The metric at `path`, which is its family and its id."""
    family, name = str(path[0]), str(path[1])
    shape = read_shape(MetricShape, file, path, name)
    return Metric(name, family, shape.unit, shape.zh, shape.en, shape.definition, shape.english_definition)


def read_list(file: YamlFile, path: NodePath) -> tuple[str, RawList]:
    """The name and the words of the list at `path`, lists inside it not yet put in their place."""
    name = str(path[0])
    node = node_at(file, path)
    if isinstance(node, dict):
        shape, where = read_shape(ListShape, file, path, name), (*path, "words")
    else:
        shape, where = read_shape(ListShape, _wrapped(file, path), (*path,), name), path
    return name, RawList(shape.words, tuple(place_of_words(file, where, len(shape.words))))


def _wrapped(file: YamlFile, path: NodePath) -> YamlFile:
    """The short form of a list, `name: [词, 词]`, as the long one with the places of the short."""
    node = node_at(file, path)
    own = [path, *((*path, at) for at in range(len(node)))] if isinstance(node, list) else [path]
    places = {(*path, "words", *rest[1:]): file.place(*rest) for rest in own}
    return YamlFile(file.name, {path[0]: {"words": node}}, places)


def read_rule(file: YamlFile, path: NodePath, lists: WordLists, metrics: Mapping[str, Metric]) -> Rule:
    """The rule at `path`, its word lists in their place."""
    shape = read_shape(RuleShape, file, path)
    if shape.metric not in metrics:
        titled = [f'Did you mean "{name}"?' for name, metric in metrics.items() if metric.title == shape.metric]
        hint = "".join(titled) or nearest(shape.metric, metrics) or "指标目录见 metrics.yaml。"
        raise RuleError(file.place(*path, "metric"), f'"{shape.id}": unknown metric "{shape.metric}".', hint)
    words = {key: _words(file, (*path, key), shape, lists) for key in (*CONDITIONS, *NEGATIONS)}
    return Rule(
        id=shape.id,
        metric=shape.metric,
        place=file.place(*path, "id"),
        **{("not_any" if key == "not" else key): value for key, value in words.items()},
        predicate=shape.predicate or "",
        group=shape.group or "",
        beside=shape.beside or "",
        sets=_sets(shape.set),
        beats=shape.beats,
        note=shape.note,
        examples=_parsed(file, (*path, "examples"), shape.examples, parse_example),
        counter_examples=_parsed(file, (*path, "counter_examples"), shape.counter_examples, parse_counter_example),
        todo_examples=_parsed(file, (*path, "todo_examples"), shape.todo_examples, parse_example),
    )


def read_context(file: YamlFile, path: NodePath, lists: WordLists) -> Context:
    """The context at `path`, its word lists in their place."""
    shape = read_shape(ContextShape, file, path)
    if not shape.drop and not shape.set:
        raise RuleError(file.place(*path, "id"), f'"{shape.id}": neither drop nor set.', "要写 drop 或 set 之一。")
    return Context(
        id=shape.id,
        place=file.place(*path, "id"),
        words=_words(file, (*path, "words"), shape, lists),
        zone=shape.zone,
        unit=_words(file, (*path, "unit"), shape, lists),
        unless=_words(file, (*path, "unless"), shape, lists),
        not_left=_words(file, (*path, "not_left"), shape, lists),
        drop=shape.drop,
        sets=_sets(shape.set),
        examples=_parsed(file, (*path, "examples"), shape.examples, parse_context_example),
        counter_examples=_parsed(file, (*path, "counter_examples"), shape.counter_examples, parse_counter_example),
    )


def _words(file: YamlFile, path: NodePath, shape: RuleShape | ContextShape, lists: WordLists) -> tuple[str, ...]:
    key = "not_any" if path[-1] == "not" else str(path[-1])
    written: tuple[str, ...] = getattr(shape, key)
    return lists.words(written, place_of_words(file, path, len(written))) if written else ()


def _sets(written: Mapping[Any, str]) -> dict[str, str]:
    return {column: "" if value in _NULL else value for column, value in sorted(written.items())}


def _parsed(
    file: YamlFile, path: NodePath, lines: tuple[str, ...], parse: Callable[[str, Place], Example]
) -> tuple[Example, ...]:
    if not lines:
        return ()
    return tuple(parse(line, place) for line, place in zip(lines, place_of_words(file, path, len(lines)), strict=True))
