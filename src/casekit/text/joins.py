"""Lines of known kinds in, blocks in reading order out: sentences cut by a caption or a column are whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casekit.text.crossing import crosses_word
from casekit.text.layout import Layout
from casekit.text.lines import Line

# How far back an unfinished paragraph may wait for its rest.
MAX_WAITING = 3
_LEAST_WIDTH = 40
_CELLS = re.compile(r"\t|\S {3,}\S+ {3,}\S| \| ")
_INNER = re.compile(r"[。！？；，]")
_CANNOT_START = frozenset("，、。；：！？）》”’」』】%")
_LIST_START = re.compile(
    r"[·•▪◦‣*□■◆●○▲△▼#>—-]|[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)] ?\D"
    r"|第[一二三四五六七八九十]{1,2}[，、]|[\u4e00-\u9fff]{1,6}：|【"
)
_PAIRS = (("（", "）"), ("“", "”"), ("《", "》"), ("「", "」"))


@dataclass(slots=True)
class Block:
    """A heading, a caption, a line of furniture, or a paragraph with all lines that belong to it."""

    kind: str
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _Waiting:
    """An unfinished paragraph, and what was passed since: headings, headings that open another community."""

    block: Block
    headings: int = 0
    sections: int = 0


def join_lines(lines: Sequence[Line], layout: Layout) -> list[Block]:
    """Blocks in reading order; a rest that stands further down is moved up to its beginning."""
    indented = sum(1 for line in lines if line.indent >= 2 and line.kind == "prose") * 3 >= len(lines) > 0
    blocks: list[Block] = []
    waiting: list[_Waiting] = []
    under_heading = False
    for line in lines:
        if line.kind != "prose":
            blocks.append(Block(line.kind, [line]))
            if line.kind == "heading":
                under_heading = True
                _pass_heading(waiting, line)
            continue
        found = _beginning(line, waiting, under_heading, indented, layout) if waiting else None
        under_heading = False
        if found is None:
            blocks.append(Block("prose", [line]))
            block = blocks[-1]
        else:
            waiting.remove(found)
            block = found.block
            block.lines.append(line)
        if _unfinished(line):
            waiting = [*waiting, _Waiting(block)][-MAX_WAITING:]
    return blocks


def _pass_heading(waiting: list[_Waiting], line: Line) -> None:
    for one in waiting:
        one.headings += 1
        one.sections += line.role == "section"


def _unfinished(line: Line) -> bool:
    """A paragraph that stops in mid-sentence; a row of a table or a short list line does not."""
    if line.closed or line.role == "listed" or _CELLS.search(line.text):
        return False
    return line.text[-1] in "，、" or line.width >= _LEAST_WIDTH or bool(_INNER.search(line.text))


def _beginning(
    line: Line, waiting: Sequence[_Waiting], under_heading: bool, indented: bool, layout: Layout
) -> _Waiting | None:
    """The unfinished paragraph that `line` goes on with; the latest wins among equals."""
    start = _start_score(line, indented, layout)
    best, best_score = None, 0
    for one in reversed(waiting):
        score = start + _passage_score(one, under_heading) + _tail_score(one.block.lines[-1].text, line.text)
        if -3 < score <= best_score and crosses_word(one.block.lines[-1].text, line.text):
            score += 3
        if score > best_score:
            best, best_score = one, score
    return best


def _start_score(line: Line, indented: bool, layout: Layout) -> int:
    text = line.text
    if text[0] in _CANNOT_START or text[0] in layout.never_start:
        return 3
    score = 0
    if indented:
        score += -3 if line.indent >= 2 else 2
    if _LIST_START.match(text):
        score -= 3
    elif text.startswith(layout.starts):
        score -= 2
    elif text[0] == "“":
        score -= 1
    return score


def _passage_score(one: _Waiting, under_heading: bool) -> int:
    if not one.headings:
        return 1
    return -1 - min(one.sections, 1) - under_heading


def _tail_score(tail: str, head: str) -> int:
    if tail[-1] in "，、（“《":
        return 2
    if tail[-1].isdigit() and head[0].isdigit():
        return 3
    last = tail[-200:]
    return int(any(last.rfind(opening) > last.rfind(closing) for opening, closing in _PAIRS))
