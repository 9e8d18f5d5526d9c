"""Paths in, documents out: file formats and encodings are known here and nowhere else."""

from casekit.documents.document import Document

__all__ = ["Document"]
