"""Paths in, documents out: file formats and encodings are known here and nowhere else."""

from casekit.documents.document import Document
from casekit.documents.duplicates import DuplicateFinder, Signature, likeness, signature
from casekit.documents.options import ReadOptions
from casekit.documents.reading import bounded, read_documents, read_source
from casekit.documents.sources import Source, find_sources, walk_sources

__all__ = [
    "Document",
    "DuplicateFinder",
    "ReadOptions",
    "Signature",
    "Source",
    "bounded",
    "find_sources",
    "likeness",
    "read_documents",
    "read_source",
    "signature",
    "walk_sources",
]
