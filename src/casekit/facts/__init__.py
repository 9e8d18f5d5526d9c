"""A match and a focus become a fact: grounded in the text, with its period, group, basis and status."""

from casekit.facts.fact import Fact, Leftover
from casekit.facts.labels import Labeller
from casekit.facts.periods import period_of
from casekit.facts.resolve import SETTABLE, Finding, fact_id, quoted, resolve_fact

__all__ = ["SETTABLE", "Fact", "Finding", "Labeller", "Leftover", "fact_id", "period_of", "quoted", "resolve_fact"]
