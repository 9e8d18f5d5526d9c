"""Makes extractions for tests: a text, and facts whose spans are found in it."""

from __future__ import annotations

import hashlib
from typing import Any

from casekit.documents import Document
from casekit.extract import CaseRow, Extraction
from casekit.facts import Fact, Leftover


def make_document(doc: str, text: str, **more: Any) -> Document:
    return Document(doc=doc, text=text, sha256=hashlib.sha256(text.encode()).hexdigest(), encoding="utf-8", **more)


def make_fact(document: Document, quote: str, metric: str, value: float | None, **more: Any) -> Fact:
    """A fact at the first place (or at `at`) where `quote` stands in the document."""
    start = more.pop("at", document.text.index(quote))
    row: dict[str, Any] = {
        "fact_id": f"{document.doc}-{start}-{metric}",
        "doc": document.doc,
        "case_id": None,
        "case": None,
        "family": "population",
        "metric": metric,
        "label": "居民",
        "value": value,
        "low": value,
        "high": value,
        "bound": "exact",
        "unit": "人",
        "group": None,
        "basis": None,
        "per": None,
        "status": None,
        "period": None,
        "period_start": None,
        "period_end": None,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "sentence": document.text,
        "rule": "test-rule",
        "how": "stated",
    }
    return Fact(**{**row, **more})


def make_case(document: Document, name: str, case_id: str, **more: Any) -> CaseRow:
    row: dict[str, Any] = {
        "case_id": case_id,
        "doc": document.doc,
        "case": name,
        "level": "社区",
        "province": None,
        "city": None,
        "district": None,
        "street": None,
        "adcode": None,
        "founded": None,
        "groups": (),
        "start": 0,
        "end": len(name),
    }
    return CaseRow(**{**row, **more})


def make_leftover(document: Document, quote: str, reason: str = "date", **more: Any) -> Leftover:
    start = document.text.index(quote)
    return Leftover(document.doc, start, start + len(quote), quote, "", document.text, reason, **more)


def make_extraction(
    document: Document, facts: Any = (), cases: Any = (), leftovers: Any = (), problems: Any = ()
) -> Extraction:
    return Extraction(document, tuple(facts), tuple(cases), tuple(leftovers), tuple(problems))
