"""A rule file that holds nothing but named lists of words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from casekit.core.errors import RuleError, nearest
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import YamlFile, read_yaml


def read_word_lists(name: str, keys: Iterable[str], rules: Path | None = None) -> dict[str, tuple[str, ...]]:
    """The lists of the user's file of that name where `rules` has one, else of the shipped one.

    Raises RuleError at the place of an unknown key, of what is no list of words, and where one of `keys` is missing.
    """
    path, known = rule_file(name, rules), sorted(keys)
    file = read_yaml(path, name if rules is None else str(path))
    if not isinstance(file.content, dict):
        raise RuleError(file.place(), f"lists of words belong here: {', '.join(known)}.")
    for key in file.content:
        if key not in known:
            hint = f"Known: {', '.join(known)}. {nearest(key, known)}".strip()
            raise RuleError(file.place(key), f'unknown key "{key}".', hint)
    if missing := [key for key in known if key not in file.content]:
        raise RuleError(file.place(), f"missing: {', '.join(missing)}.", f"Copy the list from the shipped {name}.")
    return {key: _words(file, key) for key in known}


def _words(file: YamlFile, key: str) -> tuple[str, ...]:
    given = file.content[key] or []
    if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
        raise RuleError(file.place(key), f'"{key}" must be a list of words.', "写成 [词, 词]。")
    return tuple(word for word in given if word)
