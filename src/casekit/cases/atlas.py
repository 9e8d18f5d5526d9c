"""What is known about places before a text is read: the gazetteer, the words around names, the ethnic groups."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything that `read_cases` needs besides the page."""

    rules: Path | None
    gazetteer: Path | None


def load_atlas(rules: Path | None = None, gazetteer: Path | None = None) -> Atlas:
    """The atlas for a rules folder (None: the shipped one) and a gazetteer file (None: the shipped one)."""
    return Atlas(rules, gazetteer)
