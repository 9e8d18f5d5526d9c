"""Whether a text is about communities at all, and which of its figures are kept where it is not."""

from __future__ import annotations

import re

from casekit.cases import Case, CaseReading

# Totals of the country and its provinces say something of a community only in a report on communities.
_WIDE = frozenset({"全国", "省"})
_OF_COMMUNITIES = re.compile(
    r"社区|街道|小区|居委|村委|村民|居民|村寨|苗寨|侗寨|全村|村里|嘎查|苏木|安置点|安置区|搬迁|网格|邻里|街坊|楼院|乡镇|家属院|"
    r"林场|农场|牧场|茶场|连队|渔村|屯子|户籍|住户|人家|支书|党支部|"
    r"社區|街道|小區|居委|嘎查|街坊|鄰里|安置點"
)
# A sentence given alone need not name its community, a whole report does, or speaks of one every few sentences.
_WHOLE_REPORT, _APART = 200, 150


def is_about_communities(text: str, cases: CaseReading) -> bool:
    """True where the text presents communities or keeps speaking of them; True for one shorter than a report.

    >>> is_about_communities("全年化解矛盾纠纷86起。", CaseReading((), ()))
    True
    >>> is_about_communities("全国规模以上工业企业利润总额同比增长4.3%。" * 12, CaseReading((), ()))
    False
    """
    if len(text) < _WHOLE_REPORT or cases.local:
        return True
    return sum(1 for _ in _OF_COMMUNITIES.finditer(text)) * _APART >= len(text)


def is_kept(case: Case | None, about_communities: bool) -> bool:
    """Whether a figure of this case is a fact: in news of another kind only that of a place below the province."""
    return about_communities or (case is not None and case.level not in _WIDE)
