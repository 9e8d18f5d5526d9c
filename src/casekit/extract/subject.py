"""Whether a text is about communities at all, and which of its figures are kept where it is not."""

from __future__ import annotations

from casekit.cases import Case, CaseReading

# Totals of the country and its provinces say something of a community only in a report on communities.
_WIDE = frozenset({"全国", "省"})
# A sentence given alone need not name its community, a whole report does.
_WHOLE_REPORT = 200


def is_about_communities(text: str, cases: CaseReading) -> bool:
    """True where the text presents communities; True for one shorter than a report.

    >>> is_about_communities("全年化解矛盾纠纷86起。", CaseReading((), ()))
    True
    >>> is_about_communities("全国规模以上工业企业利润总额同比增长4.3%。" * 12, CaseReading((), ()))
    False
    """
    return len(text) < _WHOLE_REPORT or cases.local


def is_kept(case: Case | None, about_communities: bool) -> bool:
    """Whether a figure of this case is a fact: in news of another kind only that of a place below the province."""
    return about_communities or (case is not None and case.level not in _WIDE)
