"""Findings about rule files that load but cannot be meant so: what is never used, never wins, never tested."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.core import Place, nearest
from casekit.core.rules_folder import shipped_rules
from casekit.rulebook.entries import entry_paths
from casekit.rulebook.folder import Layered, read_folder
from casekit.rulebook.lexicon import NAMES
from casekit.rulebook.lists import list_name
from casekit.rulebook.load import load_rule_files
from casekit.rulebook.rivals import dead_zones, shadowed_by
from casekit.rulebook.rule import Example, Rule, RuleFiles

LEAST_EXAMPLES = 2
LEAST_COUNTER_EXAMPLES = 1
# Lists with these endings teach frames what a verb or a noun is, even where no rule names them.
_VOCABULARY = ("动词", "名词")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something to mend in the rules; `code` is a kebab-case word."""

    place: Place
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}  {self.code}: {self.message}"


def check_rules(
    folder: Path | None = None,
    units: Collection[str] | None = None,
    base: Path | None = None,
    everything: bool = False,
) -> list[Finding]:
    """The findings of a rules folder laid over the shipped one, by place; raises RuleError where it does not load.

    With a folder given, only those about its own files, unless `everything` is asked for. `units` are all unit
    words and classes that the number tables know; without them units are not checked.
    """
    files = load_rule_files(folder, base)
    layers = read_folder(folder, base or shipped_rules())
    found: list[Finding] = []
    for rule in files.rules:
        found += _of_rule(rule, files)
        found += _units(rule, units or ())
    found += _same_examples(files.rules)
    found += _unused_lists(layers)
    found += _metrics_without_rules(files, layers)
    own = {layer.yaml.name for layer in layers if layer.own or everything or folder is None}
    return sorted(finding for finding in found if finding.place.file in own or finding.code == "beats-nobody")


def _of_rule(rule: Rule, files: RuleFiles) -> Iterator[Finding]:
    if len(rule.examples) < LEAST_EXAMPLES:
        message = f'"{rule.id}" has {len(rule.examples)} examples. 至少写两条例句。'
        yield Finding(rule.place, "few-examples", message)
    if len(rule.counter_examples) < LEAST_COUNTER_EXAMPLES:
        yield Finding(rule.place, "no-counter-example", f'"{rule.id}" has no counter-example. 至少写一条反例。')
    if not (rule.unit or rule.verb or rule.noun or rule.left or rule.right or rule.before):
        yield Finding(rule.place, "takes-everything", f'"{rule.id}" asks for nothing. 没有任何条件。')
    for zone in dead_zones(rule):
        message = f'"{rule.id}": its not_… words rule out every word of {zone}. 条件自相矛盾。'
        yield Finding(rule.place, "never-matches", message)
    for other in shadowed_by(rule, files.rules):
        message = f'"{rule.id}" always yields to "{other.id}", which asks for no more. 永远不会胜出。'
        yield Finding(rule.place, "never-wins", message)
    for name in rule.beats:
        if name not in {r.id for r in files.rules}:
            yield Finding(rule.place, "beats-nobody", f'"{rule.id}" beats "{name}", which your files replaced.')


def _units(rule: Rule, known: Collection[str]) -> Iterator[Finding]:
    for word in (*rule.unit, *rule.not_unit):
        if known and word not in known:
            message = f'"{rule.id}": "{word}" is neither a unit nor a class of units. {nearest(word, known)}'
            yield Finding(rule.place, "unknown-unit", message.strip())


def _same_examples(rules: tuple[Rule, ...]) -> Iterator[Finding]:
    seen: dict[tuple[str, int], tuple[Rule, Example]] = {}
    for rule in rules:
        for example in (*rule.examples, *rule.todo_examples):
            first = seen.setdefault((example.text, example.start), (rule, example))
            if first[1] is not example:
                message = f'the example also belongs to "{first[0].id}" ({first[1].place}). 一个数量只归一条规则。'
                yield Finding(example.place, "example-twice", message)


def _unused_lists(layers: tuple[Layered, ...]) -> Iterator[Finding]:
    used = {name for layer in layers if layer.kind for name in _references(layer.yaml.content)}
    for layer in layers:
        for path in entry_paths(layer.yaml, "lists") if layer.kind == "lists" else ():
            name = str(path[0])
            if name not in used and name not in NAMES and not name.endswith(_VOCABULARY):
                message = f'no rule, context or list uses "{name}". 没有地方用到这个词表。{nearest(name, NAMES)}'
                yield Finding(layer.yaml.place(*path), "list-unused", message)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _references(child)
    elif isinstance(node, str) and (name := list_name(node)) is not None:
        yield name


def _metrics_without_rules(files: RuleFiles, layers: tuple[Layered, ...]) -> Iterator[Finding]:
    used = {rule.metric for rule in files.rules}
    for layer in layers:
        for path in entry_paths(layer.yaml, "metrics") if layer.kind == "metrics" else ():
            if path[1] not in used:
                message = f'no rule gives "{path[1]}". 这个指标没有规则。'
                yield Finding(layer.yaml.place(*path), "metric-without-rule", message)
