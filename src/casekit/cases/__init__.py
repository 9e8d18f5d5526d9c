"""Which community a clause is about, how we know, and where that community is."""

from casekit.cases.atlas import Atlas, load_atlas
from casekit.cases.case import Case, CaseReading, Focus
from casekit.cases.focus import focus_at
from casekit.cases.proper_names import without_names
from casekit.cases.read import read_cases, read_cases_of_many

__all__ = [
    "Atlas",
    "Case",
    "CaseReading",
    "Focus",
    "focus_at",
    "load_atlas",
    "read_cases",
    "read_cases_of_many",
    "without_names",
]
