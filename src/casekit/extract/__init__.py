"""One document in, its extraction out; a pure function."""

from casekit.extract.document import extract_document
from casekit.extract.extraction import CaseRow, Extraction
from casekit.extract.kit import Kit, load_kit

__all__ = ["CaseRow", "Extraction", "Kit", "extract_document", "load_kit"]
