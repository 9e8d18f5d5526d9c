"""A match and a focus become a fact: grounded in the text, with its period, group, basis and status."""

from casekit.facts.fact import Fact, Leftover

__all__ = ["Fact", "Leftover"]
