"""Fixtures: kits made of tiny rule folders, with the shipped number tables and places."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.rulebook.folders import base_folder, write

from casekit.cases import load_atlas
from casekit.extract import Kit
from casekit.quantities import load_tables
from casekit.rulebook import RuleBook
from casekit.rulebook.load import load_rule_files

KitOf = Callable[..., Kit]


@pytest.fixture
def kit_of(tmp_path: Path) -> KitOf:
    """Gives the kit of a small folder, some of its files replaced: `kit_of(rules__beds=...)`."""
    base = base_folder(tmp_path / "rules")

    def make(**files: str) -> Kit:
        atlas = load_atlas(None, None)
        book = RuleBook(load_rule_files(None, write(base, **files)), ("回族", "壮族"))
        return Kit(book, load_tables(None), atlas)

    return make
