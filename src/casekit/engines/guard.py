"""One file or document in, what it gives out, whatever happens on the way: trouble becomes rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from casekit.core import CasekitError, Problem
from casekit.documents import Document, ReadOptions, Source, read_source
from casekit.extract import Extraction, Kit, extract_document, extract_side_by_side
from casekit.tables.columns import check_grounded

FAILED = "failed"
# Documents and characters that are extracted side by side: few enough that memory does not grow with them.
_DOCUMENTS, _CHARACTERS = 500, 200_000


def read_safely(source: Source, options: ReadOptions) -> Iterator[Document]:
    """The documents of a file; where its reader breaks down, one that says so, status `failed`."""
    try:
        yield from read_source(source, options)
    except CasekitError:
        raise  # the options are wrong, and would be for every file
    except Exception as error:
        yield Document(source.doc, "", "", status=FAILED, error=_line(error))


def died(doc: str) -> Document:
    """The document that stands for one that no process survives."""
    return Document(doc, "", "", status=FAILED, error="the process that read it died")


def extract_all_grounded(documents: Iterable[Document], kit: Kit) -> Iterator[Extraction]:
    """What `extract_grounded` gives for each document, in their order."""
    held: list[Document] = []
    characters = 0
    for document in documents:
        if held and (len(held) == _DOCUMENTS or characters + len(document.text) > _CHARACTERS):
            yield from _side_by_side(held, kit)
            held, characters = [], 0
        held.append(document)
        characters += len(document.text)
    yield from _side_by_side(held, kit)


def _side_by_side(documents: list[Document], kit: Kit) -> list[Extraction]:
    try:
        extractions = extract_side_by_side(documents, kit)
        for extraction in extractions:
            check_grounded(extraction)
    except Exception:  # one of them breaks the reader: each by itself, so that the others are read all the same
        return [extract_grounded(document, kit) for document in documents]
    return extractions


def extract_grounded(document: Document, kit: Kit) -> Extraction:
    """The extraction of a document.

    Where the way through it breaks down, or a row is not in the text at its span: one without rows,
    status `failed`, the reason as error and as problem.
    """
    try:
        extraction = extract_document(document, kit)
        check_grounded(extraction)
    except Exception as error:  # one document must never stop a run, whatever is wrong with it or with us
        line = _line(error)
        problem = Problem(document.doc, FAILED, None, None, line)
        return Extraction(replace(document, status=FAILED, error=line), (), (), (), (problem,))
    return extraction


def _line(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
