"""From a folder of rule files to `RuleFiles`: everything checked, every word list in its place, or an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from casekit.core import Place, RuleError, nearest
from casekit.core.rules_folder import shipped_rules
from casekit.core.yamlfile import NodePath, YamlFile
from casekit.rulebook.complaints import Complaints
from casekit.rulebook.digest import digest_of
from casekit.rulebook.entries import entry_paths, read_context, read_list, read_metric, read_rule
from casekit.rulebook.folder import Layered, read_folder
from casekit.rulebook.lexicon import NAMES
from casekit.rulebook.lists import WordLists
from casekit.rulebook.rule import Metric, Rule, RuleFiles

ThingT = TypeVar("ThingT")


def load_rule_files(folder: Path | None = None, base: Path | None = None) -> RuleFiles:
    """Everything under `folder` laid over `base`, which is the shipped rules; rules and contexts by id.

    How the two folders are joined stands in rules/README.md. Raises RuleError with file, line and column
    of all that is wrong; nothing is half loaded.
    """
    files = read_folder(folder, base or shipped_rules())
    complaints = Complaints()
    raw = _named(files, "lists", read_list, complaints)
    complaints.raise_all()
    shipped = _named(_shipped_lists(files, base or shipped_rules()), "lists", read_list, complaints)
    raw |= {name: shipped[name] for name in NAMES & shipped.keys() - raw.keys()}
    lists = WordLists(raw, shipped)
    metrics = _named(files, "metrics", lambda f, p: ((m := read_metric(f, p)).id, m), complaints)
    rules = _named(files, "rules", lambda f, p: ((r := read_rule(f, p, lists, metrics)).id, r), complaints)
    contexts = _named(files, "contexts", lambda f, p: ((c := read_context(f, p, lists)).id, c), complaints)
    flat = {}
    for name in raw:
        with complaints.kept():
            flat[name] = lists.flat(name)
    complaints.raise_all()
    _check_beats(rules, {f.yaml.name for f in files if f.own})
    verbs = _vocabulary(rules.values(), flat, ("verb", "not_verb"), "动词")
    nouns = _vocabulary(rules.values(), flat, ("noun", "not_noun"), "名词")
    digest = digest_of((*metrics.values(), *rules.values(), *contexts.values()), verbs, nouns, flat, files)
    return RuleFiles(metrics, tuple(rules.values()), tuple(contexts.values()), flat, verbs, nouns, digest)


def _shipped_lists(files: Iterable[Layered], base: Path) -> tuple[Layered, ...]:
    """The list files of `base`, which a user's list may take up and add to; none where no list is the user's."""
    own = any(file.own and file.kind == "lists" for file in files)
    return read_folder(None, base, kinds=("lists",)) if own else ()


def load_metrics(folder: Path | None = None, base: Path | None = None) -> dict[str, Metric]:
    """The catalogue of metrics alone, by id: what reads tables needs no rules. Raises RuleError as they do."""
    complaints = Complaints()
    files = read_folder(folder, base or shipped_rules(), kinds=("metrics",))
    metrics = _named(files, "metrics", lambda f, p: ((m := read_metric(f, p)).id, m), complaints)
    complaints.raise_all()
    return metrics


def _named(
    files: Sequence[Layered],
    kind: str,
    read: Callable[[YamlFile, NodePath], tuple[str, ThingT]],
    complaints: Complaints,
) -> dict[str, ThingT]:
    """All entries of a kind, sorted by name; the user's stands for the shipped one, two of one layer are an error."""
    kept: dict[str, tuple[ThingT, Place, bool]] = {}
    for file in files:
        if file.kind != kind:
            continue
        with complaints.kept():
            for path in entry_paths(file.yaml, kind):
                with complaints.kept():
                    name, thing = read(file.yaml, path)
                    place = file.yaml.place(*path)
                    _refuse_second(name, place, file.own, kept)
                    if name not in kept or file.own:
                        kept[name] = (thing, place, file.own)
    return {name: kept[name][0] for name in sorted(kept)}


def _refuse_second(name: str, place: Place, own: bool, kept: Mapping[str, tuple[object, Place, bool]]) -> None:
    if name in kept and kept[name][2] == own:
        raise RuleError(place, f'the name "{name}" is taken.', f"It stands at {kept[name][1]} too. 名称重复，请改名。")


def _check_beats(rules: Mapping[str, Rule], own: set[str]) -> None:
    """A shipped rule may beat one that a user's file has replaced; any other unknown name is an error."""
    complaints = Complaints()
    for rule in rules.values():
        for other in rule.beats:
            if other not in rules and (not own or rule.place.file in own):
                with complaints.kept():
                    hint = nearest(other, rules) or "规则名见 casekit rules list。"
                    raise RuleError(rule.place, f'"{rule.id}" beats an unknown rule "{other}".', hint)
        with complaints.kept():
            _refuse_ring(rule, rule, rules, (rule.id,))
    complaints.raise_all()


def _refuse_ring(start: Rule, at: Rule, rules: Mapping[str, Rule], way: tuple[str, ...]) -> None:
    for other in at.beats:
        if other == start.id:
            ring = " → ".join((*way, other))
            raise RuleError(start.place, f"beats runs in a circle: {ring}.", "规则不能互相胜过 (beats)。")
        if other in rules and other not in way:
            _refuse_ring(start, rules[other], rules, (*way, other))


def _vocabulary(
    rules: Iterable[Rule], lists: Mapping[str, tuple[str, ...]], keys: tuple[str, ...], ending: str
) -> frozenset[str]:
    """The words that stand as such in a condition, a negated one too, or in a list of that kind of word."""

    def words() -> Iterator[str]:
        for rule in rules:
            for key in keys:
                yield from getattr(rule, key)
        for name, listed in lists.items():
            if name.endswith(ending):
                yield from listed

    return frozenset(words())
