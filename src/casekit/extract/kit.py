"""All that extraction needs, loaded once: rules, number tables, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from casekit.cases import Atlas, load_atlas
from casekit.extract.reasons import load_reasons
from casekit.facts import Resolver
from casekit.quantities import Tables, load_tables
from casekit.rulebook import RuleBook, load_rule_files
from casekit.text import Layout, load_layout


@dataclass(frozen=True, slots=True)
class Kit:
    """The compiled rules and tables; the same files in any order make the same kit.

    `boilerplate` are lines that many texts of the corpus have in common; what is on them is furniture.
    `reasons` tells people why an expression is no figure.
    """

    book: RuleBook
    tables: Tables
    atlas: Atlas
    layout: Layout | None = None
    boilerplate: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)
    resolver: Resolver = field(default_factory=lambda: Resolver({}))

    @property
    def digest(self) -> str:
        """SHA-256 over the content of all rule files."""
        return self.book.files.digest


def load_kit(rules: Path | None = None, gazetteer: Path | None = None) -> Kit:
    """The kit of the shipped rules, or of a user's folder; raises RuleError where a rule file is wrong."""
    atlas = load_atlas(rules, gazetteer)
    groups = [group.name for group in atlas.groups.groups]
    files = load_rule_files(rules)
    return Kit(
        RuleBook(files, groups),
        load_tables(rules),
        atlas,
        load_layout(rules),
        reasons=load_reasons(rules),
        resolver=Resolver(files.lists),
    )
