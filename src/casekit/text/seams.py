"""The end of one paragraph and the beginning of another in, how well the second goes on with the first."""

from __future__ import annotations

import re

from casekit.text.bullets import BULLETS
from casekit.text.layout import Layout
from casekit.text.lines import Line

_CANNOT_START = frozenset("，、。；：！？）》”’」』】%")
_LIST_START = re.compile(
    f"[{BULLETS}#>—-]"
    r"|[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)] ?\D"
    r"|第[一二三四五六七八九十]{1,2}[，、]|[\u4e00-\u9fff]{1,6}：|【|[\u4e00-\u9fff]{2,8}(?:讯|消息|电)[（：\s]"
    r"|本[报网刊台社][^，。]{0,14}[讯电][（：\s]|(?:19|20)\d\d年"
)
_PAIRS = (("（", "）"), ("“", "”"), ("《", "》"))
# 主题，成了小游园: a first clause of one or two characters is the rest of a longer one.
_STUMP = re.compile(r"[\u4e00-\u9fff]{1,2}[，、；]")
_LISTED = re.compile(r"、[^，。；、]*$")
_LIST_END = re.compile(r"[^，。；]{0,12}(?:、|等)")
_NUMBER_END = re.compile(r"\d[\d.]*$")


def start_score(line: Line, indented: bool, layout: Layout) -> int:
    """How much the line looks like the middle of a sentence (above 0) or like the beginning of one (below)."""
    text = line.text
    if text[0] in _CANNOT_START or text[0] in layout.never_start or _closes_unopened(text):
        return 3
    score = 0
    if indented:
        score += -3 if line.indent >= 2 else 2
    if _LIST_START.match(text):
        score -= 3
    elif text.startswith(layout.starts) or layout.place_start.match(text):
        score -= 2
    elif _STUMP.match(text):
        score += 2
    elif text[0] == "“":
        score -= 1
    return score


def seam_score(tail: str, head: str, layout: Layout) -> int:
    """How well `head` goes on where `tail` stops: numbers with their units, open quotation marks, lists."""
    if _NUMBER_END.search(tail):
        return _number_score(head, layout)
    if tail[-1] in "，、（“《":
        return 2
    score = 0
    if any(_is_open(tail[-200:], *pair) for pair in _PAIRS):
        score += 3 if _closes_unopened(head) else 1
    if _LISTED.search(tail[-60:]) and _LIST_END.match(head):
        score += 2
    return score + tail.endswith(layout.unfinished)


def _number_score(head: str, layout: Layout) -> int:
    """1330|多人次 is one number; 3|人，都是 most likely; 3|人气一天旺过一天 hardly."""
    if _LIST_START.match(head):
        return -2
    if head[0].isdigit() or head[0] in "万亿千百余多%":
        return 3
    unit = layout.after_number.match(head)
    if not unit:
        return -2
    return 3 if head[unit.end() : unit.end() + 1] in _CANNOT_START else 1


def _is_open(text: str, opening: str, closing: str) -> bool:
    return text.rfind(opening) > text.rfind(closing)


def _closes_unopened(text: str) -> bool:
    """创建”工作有序推进: a quotation that began before this paragraph."""
    for opening, closing in _PAIRS:
        at = text.find(closing, 0, 60)
        if at >= 0 and opening not in text[:at]:
            return True
    return False
