"""A rule file that holds nothing but named lists of words, as they are or in sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from casekit.core.errors import RuleError, nearest
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import NodePath, YamlFile, read_yaml

Lists = dict[str, tuple[str, ...]]


def read_word_lists(name: str, keys: Iterable[str], rules: Path | None = None) -> Lists:
    """The lists of the user's file of that name where `rules` has one, else of the shipped one.

    Raises RuleError at the place of an unknown key, of what is no list of words, and where one of `keys` is missing.
    """
    return _lists(_read(name, rules), (), keys)


def read_word_sections(name: str, sections: Mapping[str, Iterable[str]], rules: Path | None = None) -> dict[str, Lists]:
    """The same of a file whose lists stand in sections, each with keys of its own."""
    file = _read(name, rules)
    _check_keys(file, (), sections)
    return {section: _lists(file, (section,), keys) for section, keys in sections.items()}


def _read(name: str, rules: Path | None) -> YamlFile:
    return read_yaml(rule_file(name, rules), name if rules is None else str(rule_file(name, rules)))


def _lists(file: YamlFile, at: NodePath, keys: Iterable[str]) -> Lists:
    known = _check_keys(file, at, keys)
    return {key: _words(file, (*at, key)) for key in known}


def _check_keys(file: YamlFile, at: NodePath, keys: Iterable[str]) -> list[str]:
    known, given = sorted(keys), _node(file, at)
    if not isinstance(given, dict):
        raise RuleError(file.place(*at), f"lists of words belong here: {', '.join(known)}.")
    for key in given:
        if key not in known:
            hint = f"Known: {', '.join(known)}. {nearest(key, known)}".strip()
            raise RuleError(file.place(*at, key), f'unknown key "{key}".', hint)
    if missing := [key for key in known if key not in given]:
        hint = f"Copy the list from the shipped {Path(file.name).name}."
        raise RuleError(file.place(*at), f"missing: {', '.join(missing)}.", hint)
    return known


def _words(file: YamlFile, at: NodePath) -> tuple[str, ...]:
    given = _node(file, at) or []
    if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
        raise RuleError(file.place(*at), f'"{at[-1]}" must be a list of words.', "写成 [词, 词]。")
    return tuple(word for word in given if word)


def _node(file: YamlFile, at: NodePath) -> object:
    node = file.content
    for key in at:
        node = node[key]
    return node
