"""One document in, its extraction out, whatever happens on the way."""

from __future__ import annotations

from dataclasses import replace

from casekit.core import Problem
from casekit.documents import Document
from casekit.extract import Extraction, Kit, extract_document

FAILED = "failed"


def extract_safely(document: Document, kit: Kit) -> Extraction:
    """The extraction of a document; where reading it breaks down, an empty one that says so, status `failed`."""
    try:
        return extract_document(document, kit)
    except Exception as error:  # one document must never stop a run, whatever is wrong with it or with us
        return failed(document, error)


def failed(document: Document, error: Exception) -> Extraction:
    """The empty extraction of a document that broke the reader, with one line on why as error and as problem."""
    words = " ".join(str(error).split())
    line = f"{type(error).__name__}: {words}" if words else type(error).__name__
    problem = Problem(document.doc, FAILED, None, None, line)
    return Extraction(replace(document, status=FAILED, error=line), (), (), (), (problem,))
