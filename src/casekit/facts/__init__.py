"""A match and a focus become a fact: grounded in the text, with its period, group, basis and status."""

from casekit.facts.fact import Fact, Leftover
from casekit.facts.resolve import SETTABLE, Finding, Resolver, fact_id, quoted

__all__ = ["SETTABLE", "Fact", "Finding", "Leftover", "Resolver", "fact_id", "quoted"]
