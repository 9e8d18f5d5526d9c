"""Rules as data: loaded strictly, compiled once, matched against frames. Never digits, never communities."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from casekit.rulebook.book import Match, RuleBook
    from casekit.rulebook.frame import Frame
    from casekit.rulebook.load import load_rule_files
    from casekit.rulebook.match import Condition, Verdict
    from casekit.rulebook.rule import Context, Example, Metric, Rule, RuleFiles

__all__ = [
    "Condition",
    "Context",
    "Example",
    "Frame",
    "Match",
    "Metric",
    "Rule",
    "RuleBook",
    "RuleFiles",
    "Verdict",
    "load_rule_files",
]

# Who only asks for the catalogue of metrics, as comparisons do, need not wait for what reads texts.
_HOMES = {
    **dict.fromkeys(("Match", "RuleBook"), "book"),
    **dict.fromkeys(("Condition", "Verdict"), "match"),
    **dict.fromkeys(("Context", "Example", "Metric", "Rule", "RuleFiles"), "rule"),
    "Frame": "frame",
    "load_rule_files": "load",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
