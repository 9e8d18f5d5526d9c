"""Reads which community each stretch of a page is about."""

from __future__ import annotations

import hashlib
import re

from casekit.cases.atlas import Atlas
from casekit.cases.case import Case, CaseReading, Focus
from casekit.quantities.quantity import Reading
from casekit.text.page import Page

_NAME = re.compile(r"(?:[一-鿿]{2,7}(?:街道|镇))?(?P<name>[一-鿿]{2,6}?(?:社区|村|街道))")
_LEAD = re.compile(r".*(?:省|市|区|县|旗|街道|镇|乡|在|位于|走进|和|与|是|的|了)(?=..)")


def read_cases(page: Page, reading: Reading, title: str | None, atlas: Atlas) -> CaseReading:
    """The communities of a page and, along its text, which of them figures are about."""
    cases: dict[str, Case] = {}
    foci: list[Focus] = []
    for match in _NAME.finditer(page.text):
        name = _LEAD.sub("", match["name"])
        if len(name) < 4:
            continue
        start = match.end() - len(name)
        level = next(level for level in ("社区", "街道", "村") if name.endswith(level))
        known = cases.setdefault(name, Case(_stable_id(name), name, level, start, match.end()))
        index = list(cases).index(known.name)
        if not foci or foci[-1].case != index:
            foci.append(Focus(match.start(), index, "subject"))
    return CaseReading(tuple(cases.values()), tuple(foci))


def _stable_id(name: str) -> str:
    return "x" + hashlib.sha256(name.encode()).hexdigest()[:12]
