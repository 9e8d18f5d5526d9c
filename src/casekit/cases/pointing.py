"""Which place a pointing word means: 街道, 镇里, 全区, 连队 in a text on a company of a farm and on a village."""

from __future__ import annotations

import re
from collections.abc import Container

from casekit.cases.marks import Mark
from casekit.cases.scene import Scene
from casekit.cases.standing import Standing
from casekit.cases.unit import COMMUNITY, STREET

OURS = ("我们", "咱", "俺", "我村", "本村")
EXPLICIT = ("该", "本", "这个", "我们", "全")
_OWN_HOUSES = ("院", "学")  # 镇卫生院添了床位: for itself
_AMONG = ("、", "和", "与", "及")
_PLAIN = ("街道", "苏木", "镇里", "镇上", "乡里")
_IN_THE_VILLAGE = ("村里", "村上", "村子", "村子里", "村中", "村内")
_KINDS = ("安置点", "安置区", "集中点", "社区", "居民区", "嘎查", "林场", "农场", "牧场", "连", "村")
_HAS = re.compile("[里上](?:的|这|有|共|现|还有|已|其他|其余|另)")


def upper_meant(scene: Scene, standing: Standing, mark: Mark, *, fresh: bool = False) -> str | None:
    """The street, county or city that 街道, 镇里 or 全区 means, None where the text names none.

    In a `fresh` paragraph, without figures so far, the town of a text on several villages is meant by its bare word.
    """
    if mark.kind == "whole":
        return mark.name or scene.places.nearest(mark.word, mark.start)
    if town := _own_town(standing):
        return town
    if mark.word.startswith(EXPLICIT):
        return scene.places.nearest(mark.word[-2:], mark.start)
    main = standing.census.main
    opens = fresh and mark.word in _PLAIN and (main is None or standing.census.rank(main) < COMMUNITY)
    if opens or scene.words.totals.members.match(scene.text, mark.end):
        return scene.places.only(mark.word.rstrip("里上"))  # 目前街道7个社区共有食堂9家
    free = standing.upper_led() and mark.word.endswith("里")
    return scene.places.only(mark.word[:-1]) if free or _HAS.match(scene.text, mark.end - 1) else None


def _own_town(standing: Standing) -> str | None:
    """The street or town of the section, else of the paragraph, else of the whole text."""
    if standing.base_rank() == STREET:
        return standing.base
    main = standing.census.main
    return standing.street or (main if standing.census.rank(main) == STREET else None)


def is_among(scene: Scene, mark: Mark) -> bool:
    """Whether 街道 is one of several who give: 街道、物业与居民分别出资, but not 镇里与两家食堂签了约."""
    text = scene.text
    contract = scene.words.contract.match(text, mark.end)
    return text.startswith("、", mark.end) or (text.startswith(_AMONG, mark.end) and contract is None)


def gives(scene: Scene, standing: Standing, mark: Mark) -> bool:
    """Whether the money is the community's that has the focus: 街道给了20万元, 区里每人每月补350元."""
    focus = standing.focus()
    if focus is None or standing.census.rank(focus) < COMMUNITY or mark.word.endswith(_OWN_HOUSES):
        return False
    if mark.kind == "street" and standing.upper_before and standing.upper_before == standing.street:
        return False  # 站前街道装了86个。街道还配了40名播音员
    return (mark.kind == "street" or scene.text[mark.end - 1] == "里") and scene.is_giver(mark)


def other_kind(standing: Standing, word: str, partners: Container[str]) -> str | None:
    """连队 in a text on a farm's company and the village across the canal is the company, not the village."""
    kind = next((kind for kind in _KINDS if kind in word), None)
    focus = standing.focus()
    if kind is None or focus is None or standing.census.rank(focus) < COMMUNITY or focus.endswith((kind, "居")):
        return None
    if word in _IN_THE_VILLAGE and focus == standing.arrived:
        return None  # 就到了岩脚寨。…村里把空房改成民宿: as good as 寨里
    presented = (name for name in standing.census.counts if name in standing.presented)
    known = (standing.current, standing.base, standing.community, standing.recent, standing.speaker, *presented)
    spoken = (name for name in known if name and (name not in partners or name == standing.speaker))
    return next((name for name in spoken if name.endswith(kind)), None)
