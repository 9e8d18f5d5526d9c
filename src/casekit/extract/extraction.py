"""Everything that one document gave."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.core import Problem
from casekit.core.settled import settled
from casekit.documents import Document
from casekit.facts import Fact, Leftover


@settled
@dataclass(frozen=True, slots=True)
class CaseRow:
    """One community of one document, as a row of cases.parquet; offsets are of the decoded text."""

    case_id: str
    doc: str
    case: str
    level: str
    province: str | None
    city: str | None
    district: str | None
    street: str | None
    adcode: str | None
    founded: str | None
    groups: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Facts, cases, leftovers and problems of one document, each in text order."""

    document: Document
    facts: tuple[Fact, ...]
    cases: tuple[CaseRow, ...]
    leftovers: tuple[Leftover, ...]
    problems: tuple[Problem, ...]
