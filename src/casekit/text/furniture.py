"""One line in, whether it is furniture: navigation, counters, editors, disclaimers, page numbers."""

from __future__ import annotations

import re

from casekit.text.bylines import is_byline, is_person
from casekit.text.layout import Layout

MAX_SHORT = 120
_SPLIT = re.compile(r"[\s|｜│丨>»›\[\]【】()（）、，,·•/<＞《》—-]+")
_NUMBER = re.compile(r"\d[\d.,]*[万wk]?\+?[条次人页]?$")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月(?:\d{1,2}日)?)(?:[ T]*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
    r"|(?<!\d)\d{1,2}月\d{1,2}日|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|(?:星期|周)[一二三四五六日天]"
)
# All that a line can hold of which nothing but a date is left.
_DATED = re.compile(r"[\d年月日号星期周一二三四五六天 T:：/.\-—,，·讯电（）()\[\]【】]+$")
_PAGE = re.compile(
    r"[-—–·\s]*\d{1,4}[-—–·\s]*$|第 *\d{1,4} *页(?:[ ,，/]*共 *\d{1,4} *页)?$|共 *\d{1,4} *页$|\d{1,4} */ *\d{1,4}$"
    r"|[Pp]age \d+(?: of \d+)?$|第? *[A-Z]?\d{1,3} *版(?:[:： ].{0,12})?$"
)
_FINAL = re.compile(r"[。！？；]")
_URL = re.compile(r"(?:\[[^\]]{0,60}\])?[(（]?(?:https?://|www\.)\S+[)）]?$")
_MAY_BE_DATE = re.compile(r"[\d星周]")
_BAR = re.compile(r"[|｜丨│]")
_COLON = re.compile("[:：]")
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(r"[\d\s：:|｜│丨>»›\[\]【】()（）·/.□—-]")
_AFTER_COLON = re.compile(r"[:：] +")
_COUNTED = re.compile(r"([\u4e00-\u9fff]) (?=\d)")
_TRAIL = re.compile(r"[^>»›。，]{1,20}(?:\s*(?:>|>>|»|›)\s*[^>»›。，]{1,30}){2,}$")
_RULE = re.compile(r"[-—_=*~·.…─━═＊#▼▲●◆■★☆↓↑\s]{3,}$")


def is_furniture(line: str, layout: Layout) -> bool:
    """True for a line that is none of the report's own text.

    >>> from casekit.text.layout import load_layout
    >>> [is_furniture(line, load_layout()) for line in ("来源：中原社区网 点击数：3482", "居民：3482户")]
    [True, False]
    """
    sentence = _FINAL.search(line)
    if line[0] in layout.firsts and layout.opening.match(line):
        return not (sentence and layout.figure.search(line))
    if len(line) > MAX_SHORT:
        return False
    if len(line) <= MAX_SHORT // 2 and layout.mark.search(line):
        return not (sentence and layout.figure.search(line))
    if sentence:
        return False
    if not _JOINED.search(line):
        return line in layout.words or bool(_RULE.match(line))
    return _is_shape(line, layout) or is_byline(line, layout) or _all_furniture(line, layout)


def _is_shape(line: str, layout: Layout) -> bool:
    """Page numbers, breadcrumbs, addresses of pages, ruled lines, dates that stand alone."""
    if ">" in line or "»" in line or "›" in line or layout.home.search(line):
        return bool(_TRAIL.match(line) or layout.home_trail.match(line))
    if not _DIGIT.search(line):
        return bool(_URL.match(line) or _RULE.match(line))
    return bool(_PAGE.match(line) or _URL.match(line)) or _is_date(line)


def _is_date(line: str) -> bool:
    if not _DATED.match(line):
        return False
    body = line.strip("（）()[]【】 —-")
    return bool(body) and not _DATE.sub("", body).strip(" ，,·日讯电")


def _all_furniture(line: str, layout: Layout) -> bool:
    """Every chunk is a label with its value, a navigation word, a counter, a number, a name after a label."""
    if line[-1] in "，、：:" and not layout.label.match(line):
        return False
    strong = labelled = False
    plain = layout.barred.sub(r"\1：", line) if _BAR.search(line) else line
    plain, dates = _DATE.subn(" ", plain) if _MAY_BE_DATE.search(plain) else (plain, 0)
    for chunk in _chunks(plain):
        # No label goes without a colon, no counter without a digit: most chunks have neither.
        counter = _DIGIT.search(chunk) and layout.counter.match(chunk)
        if _COLON.search(chunk) and layout.label.match(chunk):
            if not counter and layout.figure.search(chunk):
                return False
            strong = labelled = True
        elif (
            chunk.rstrip("0123456789") in layout.words
            or counter
            or layout.mark.search(chunk)
            or (dates and layout.publisher.match(chunk))
        ):
            strong = True
        elif not (_NUMBER.match(chunk) or (labelled and is_person(chunk))):
            return False
    return strong


def _chunks(line: str) -> list[str]:
    """The line cut at blanks, brackets and bars; a counter keeps its number, a label its value."""
    if " " in line:
        line = _COUNTED.sub(r"\1", _AFTER_COLON.sub("：", line))
    return [chunk for chunk in _SPLIT.split(line) if chunk.strip(".。:：·")]
