"""Rules as data: loaded strictly, compiled once, matched against frames. Never digits, never communities."""

from casekit.rulebook.rule import Context, Example, Metric, Rule, RuleFiles

__all__ = ["Context", "Example", "Metric", "Rule", "RuleFiles"]
