"""Sentences with their quantities marked 【】, as frames, without the reader of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook import RuleBook, RuleFiles, load_rule_files
from casekit.rulebook.rule import Rule

_MARK = re.compile(r"【(\d+)([^】]*)】")
_KINDS = {
    "人": "人数",
    "名": "人数",
    "位": "人数",
    "户": "户数",
    "人次": "人次",
    "元": "金额",
    "%": "比例",
    "场": "次数",
    "次": "次数",
}


def marked(text: str) -> tuple[str, list[Quantity]]:
    """The text without its marks, and one quantity for each mark."""
    plain, quantities, last = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        number, unit = match.groups()
        value = Decimal(number)
        start, end = len(plain), len(plain) + len(number + unit)
        kind = _KINDS.get(unit, "件数") if unit else ""
        quantities.append(Quantity(start, end, number + unit, value, value, value, "exact", unit, kind))
        plain += number + unit
        last = match.end()
    return plain + text[last:], quantities


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """The word lists that casekit ships, by which frames are made whatever the rules are."""
    return load_rule_files().lists


def files(*rules: Rule, verbs: str = "", nouns: str = "", contexts: tuple = ()) -> RuleFiles:
    """Rule files made of the given rules; extra verbs and nouns are blank separated."""
    all_verbs = frozenset(verbs.split()) | {w for r in rules for w in (*r.verb, *r.not_verb)}
    all_nouns = frozenset(nouns.split()) | {w for r in rules for w in (*r.noun, *r.not_noun)}
    return RuleFiles({}, rules, contexts, lists(), all_verbs, all_nouns, "")


def read(text: str, book: RuleBook):
    """The matches of a marked sentence."""
    plain, quantities = marked(text)
    return book.read(plain, Span(0, len(plain)), quantities)
