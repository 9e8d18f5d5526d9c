"""Rules as data: loaded strictly, compiled once, matched against frames. Never digits, never communities."""

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
