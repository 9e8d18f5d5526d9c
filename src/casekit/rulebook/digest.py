"""One number for what a rules folder says: the same for the same rules, however they are spread over files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from casekit.rulebook.folder import Layered
from casekit.rulebook.lexicon import NAMES
from casekit.rulebook.rule import Context, Metric, Rule

# What tells people or tests about a rule, and changes no table.
_APART = frozenset({"place", "note", "examples", "counter_examples", "todo_examples"})


def digest_of(
    things: Iterable[Metric | Rule | Context],
    verbs: Iterable[str],
    nouns: Iterable[str],
    lists: Mapping[str, Iterable[str]],
    files: Iterable[Layered],
) -> str:
    """SHA-256 over what can change a table: metrics, rules, contexts, vocabulary, labels, and the other files.

    Comments, examples, notes, and the order of files, of entries and of words change nothing.
    """
    said = {
        "entries": sorted(json.dumps(_said(thing), sort_keys=True, ensure_ascii=False) for thing in things),
        "verbs": sorted(verbs),
        "nouns": sorted(nouns),
        "lists": {name: sorted(lists.get(name, ())) for name in NAMES},
        "others": {file.relative: file.yaml.content for file in files if not file.kind},
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _said(thing: Metric | Rule | Context) -> dict[str, Any]:
    said: dict[str, Any] = {"is": type(thing).__name__}
    for field in fields(thing):
        if field.name not in _APART:
            value = getattr(thing, field.name)
            said[field.name] = sorted(value) if isinstance(value, tuple) else value
    return said
