"""One document in, its extraction out; a pure function."""

import sys
from types import ModuleType

from casekit.extract.document import extract_document, extract_side_by_side
from casekit.extract.extraction import CaseRow, Extraction
from casekit.extract.kit import Kit, load_kit
from casekit.extract.text import extract_text

__all__ = ["CaseRow", "Extraction", "Kit", "extract_document", "extract_side_by_side", "extract_text", "load_kit"]


class _Extract(ModuleType):
    """The package is also the function that people call: `casekit.extract(text)`."""

    __call__ = staticmethod(extract_text)


sys.modules[__name__].__class__ = _Extract
