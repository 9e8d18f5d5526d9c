"""Whether a text is about communities at all: what no community is named for in a text of another kind is no fact."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casekit.cases import Case

# Levels that no community has; a text that names these alone is about a country, a province, a city.
_HIGHER = frozenset({"全国", "省", "市", "区县"})
_OF_COMMUNITIES = re.compile(
    r"社区|街道|小区|居委|村委|村民|居民|村寨|苗寨|侗寨|全村|村里|嘎查|苏木|安置点|安置区|搬迁|网格|邻里|街坊|楼院|乡镇|家属院|"
    r"林场|农场|牧场|茶场|连队|渔村|屯子|户籍|住户|人家|支书|党支部|"
    r"社區|街道|小區|居委|嘎查|街坊|鄰里|安置點"
)
# A sentence given alone need not name its community, a whole report does.
_WHOLE_REPORT = 200
_PASSING = 1


def is_about_communities(text: str, cases: Iterable[Case]) -> bool:
    """True where a community is named, or spoken of more than in passing; True for a text shorter than a report.

    >>> is_about_communities("全年化解矛盾纠纷86起。", [])
    True
    >>> is_about_communities("全国规模以上工业企业利润总额同比增长4.3%。" * 12, [])
    False
    """
    if len(text) < _WHOLE_REPORT or any(case.level not in _HIGHER for case in cases):
        return True
    return sum(1 for _ in _OF_COMMUNITIES.finditer(text)) > _PASSING
