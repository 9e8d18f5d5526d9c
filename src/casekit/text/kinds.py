"""The lines of a text in, each marked as prose, heading, caption or furniture, by itself and by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from casekit.text.furniture import MAX_SHORT, is_furniture
from casekit.text.layout import Layout
from casekit.text.lines import Line

# Columns in print. A heading is short; one with a comma in it shorter, for a cut sentence has commas too.
MAX_HEADING = 90
MAX_CLAUSED_HEADING = 64
MAX_TITLE = 120
MAX_CAPTION = 200
MAX_SAYING = 60
MAX_MARK = 16
MAX_RUN = 5
MAX_SECTION = 24
_SECTIONS = 3
_BULLET = re.compile(r"[·•▪◦‣*●○◎►▶★☆※✓✔-] ?(?=\S)")
_MARKDOWN = re.compile(r"#{1,6} +\S")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,2}[章节部分])"
)
# Whole sentences, cells of a table, a label with its figure, clauses with a figure: none of them is a heading.
_ENDED = re.compile(r"[。！？；\t]")
_CELLS = re.compile(r"\S {3,}\S+ {3,}\S")
_STATED = re.compile(r"：.*\d|\d.*，|，.*\d|^\d{1,2}[.、)].*\d| \d[\d.,%]*(?: .*)? \d[\d.,%]*(?: |$)")
_REPORTED = re.compile(r"[讯电] ?（(?:通讯员|.{0,4}记者)")
_DIGIT = re.compile(r"\d")
# 01 墙上添了画，巷里少了灰: the number of a section is no figure.
_SECTION_NUMBER = re.compile(r"^(?:0\d|\d{1,2}(?=[ 　]))[ 　.、．]*(?=[^\d\s.、．])")
_CLAUSED = re.compile(r"[，、：]")
_NOT_IN_CAPTION = re.compile(r"[，、：\d ]")


def mark_kinds(lines: Sequence[Line], layout: Layout, boilerplate: frozenset[str] = frozenset()) -> None:
    """Fills in `kind` and `role` of every line; a line equal to one of `boilerplate` is furniture."""
    for line in lines:
        line.kind, line.role = _alone(line, layout)
        if line.text in boilerplate:
            line.kind, line.role = "furniture", "boilerplate"
    _mark_related(lines, layout)
    _mark_captions(lines, layout)
    _mark_sections(lines)
    _mark_paragraphs(lines, layout)
    _settle_headings(lines, layout)
    _mark_picture_news(lines)


def _alone(line: Line, layout: Layout) -> tuple[str, str]:
    text = line.text
    length = len(text)
    special = text[0] in layout.firsts
    if not special and (length > MAX_CAPTION or (length > MAX_SHORT // 2 and text[-1] == "。")):
        return "prose", ""
    if special and length <= MAX_CAPTION and layout.caption.match(text):
        return "caption", ""
    if length <= MAX_MARK and layout.picture.match(text):
        return "furniture", "picture"
    if is_furniture(text, layout):
        return "furniture", ""
    if text[-1] in layout.lasts and layout.credit.search(text):
        return "caption", ""
    if length <= MAX_MARK and layout.related.match(text):
        return "furniture", "related"
    return _short(line, layout)


def _short(line: Line, layout: Layout) -> tuple[str, str]:
    """What could be a heading is one for the time being; its neighbours decide."""
    text = line.text
    if text[0] == "#" and (marked := _MARKDOWN.match(text)):
        line.drop_start(marked.end() - 1)
        return "heading", "section" if layout.section.match(line.text) else "sure"
    if len(text) <= MAX_SECTION and layout.section.match(text):
        return "heading", "section"
    if line.width > MAX_HEADING or _says_something(_SECTION_NUMBER.sub("", text) if text[0].isdigit() else text):
        return "prose", ""
    if text.count("，") > 1:
        return "prose", ""
    clauses = len(_CLAUSED.findall(text))
    widest = MAX_HEADING if not clauses or (clauses == 1 and " " in text) else MAX_CLAUSED_HEADING
    if line.width > widest or (line.closed and text[-1] not in "”’》）)】"):
        return "prose", ""
    return "heading", "sure" if _NUMBERED.match(text) or text.startswith("——") else "short"


def _says_something(text: str) -> bool:
    """Whether a line is no heading by what it holds; each pattern is tried only on what holds all it needs."""
    if _ENDED.search(text) or " | " in text or ("   " in text and _CELLS.search(text)):
        return True
    if "（" in text and _REPORTED.search(text):
        return True
    return _DIGIT.search(text) is not None and _STATED.search(text) is not None


def _mark_related(lines: Sequence[Line], layout: Layout) -> None:
    """Under 相关阅读 the list goes on while its lines look alike and none is a sentence."""
    inside = bulleted = False
    seen = 0
    for line in lines:
        if line.role == "related":
            inside, bulleted, seen = True, False, 0
            continue
        if not inside:
            continue
        bullet = bool(_BULLET.match(line.text))
        bulleted = bulleted or (bullet and not seen)
        inside = _goes_on(line, bullet, bulleted, seen)
        if inside:
            line.kind, line.role = "furniture", "related-entry"
            seen += 1


def _goes_on(line: Line, bullet: bool, bulleted: bool, seen: int) -> bool:
    if line.width > MAX_HEADING + 20 or line.text[-1] in "。；":
        return False
    return bullet if bulleted else not (seen and line.gap)


def _mark_captions(lines: Sequence[Line], layout: Layout) -> None:
    """荷塘社区举办邻里运动会, alone on its line inside the text: a picture stood above it."""
    for at, line in enumerate(lines):
        if at == 0 or line.kind != "heading" or line.role != "short" or _NOT_IN_CAPTION.search(line.text):
            continue
        before = next((one for one in reversed(lines[max(0, at - 3) : at]) if one.role != "picture"), None)
        if before is not None and before.kind == "prose" and line.width <= 60 and layout.act.match(line.text):
            line.kind = "caption"


def _mark_paragraphs(lines: Sequence[Line], layout: Layout) -> None:
    """▶ before three paragraphs or more adorns them; before a picture's text it points at the picture."""
    for mark in {line.text[0] for line in lines if line.kind == "caption" and not line.text[0].isalnum()}:
        rows = [line for line in lines if line.text[0] == mark]
        told = [line for line in rows if len(line.text) > MAX_SAYING and line.closed]
        if len(told) >= _SECTIONS and len(told) * 2 > len(rows):
            for line in rows:
                if line.kind == "caption" and line.closed and not layout.credit.search(line.text):
                    line.kind = "prose"


def _mark_picture_news(lines: Sequence[Line]) -> None:
    """图为…。近年来，…: where nothing else is told, what stands below the picture is the report."""
    if all(line.kind != "prose" for line in lines):
        for line in lines:
            if line.kind == "caption" and line.text.count("。") > 1:
                line.kind = "prose"


def _mark_sections(lines: Sequence[Line]) -> None:
    """▲许梅·竹溪社区, ▲高山·石桥村: short lines under one mark, each with prose below, are headings, no captions."""
    marked = [(line, below) for line, below in pairwise(lines) if line.kind == "caption" and not line.text[0].isalnum()]
    for mark in {line.text[0] for line, _ in marked}:
        rows = [(line, below) for line, below in marked if line.text[0] == mark]
        if len(rows) >= _SECTIONS and all(_opens_section(line, below, mark) for line, below in rows):
            for line, _ in rows:
                line.kind, line.role = "heading", "sure"


def _opens_section(line: Line, below: Line, mark: str) -> bool:
    told = below.kind == "prose" and below.text[0] != mark and below.closed
    return told and line.width <= MAX_SECTION + 4 and not line.closed and not line.text.endswith("摄")


def _settle_headings(lines: Sequence[Line], layout: Layout) -> None:
    """A heading has prose somewhere below; many short lines in a row are a list, not headings.

    Right under a comma stands the rest of the sentence, however short.
    """
    for above, line in pairwise(lines):
        if line.role == "short" and not line.gap and above.kind == "prose" and above.text[-1] in "，、":
            line.kind, line.role = "prose", ""
    first = next((line for line in lines if line.kind not in ("furniture", "caption")), None)
    if first is not None and first.kind == "prose" and not first.closed and first.width <= MAX_TITLE:
        first.kind, first.role = "heading", "short"
    run: list[Line] = []
    below = False
    for line in reversed(lines):
        if line.kind == "heading" and line.role == "short":
            run.append(line)
            continue
        if line.kind in ("furniture", "caption"):
            continue
        _demote(run, below)
        run = []
        below = below or line.kind == "prose"
    _demote(run, below)


def _demote(run: list[Line], below: bool) -> None:
    if len(run) > MAX_RUN or not below:
        for line in run:
            line.kind, line.role = "prose", "listed"
