"""Which community a clause is about, how we know, and where that community is."""

from casekit.cases.case import Case, CaseReading, Focus

__all__ = ["Case", "CaseReading", "Focus"]
