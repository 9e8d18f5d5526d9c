"""One document in, its extraction out; a pure function."""

from casekit.extract.extraction import CaseRow, Extraction

__all__ = ["CaseRow", "Extraction"]
