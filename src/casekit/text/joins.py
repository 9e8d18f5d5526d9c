"""Lines of known kinds in, blocks in reading order out: sentences cut by a caption or a column are whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from casekit.text.bullets import opens_point
from casekit.text.crossing import crosses_word
from casekit.text.layout import Layout
from casekit.text.lines import Line
from casekit.text.seams import seam_score, start_score

# How far back an unfinished paragraph may wait for its rest.
MAX_WAITING = 3
_LEAST_WIDTH = 40
_CELLS = re.compile(r"\t|\S {3,}\S+ {3,}\S| \| ")
_INNER = re.compile(r"[。！？；，]")
_END = re.compile("[。！？]+")
_ENDS, _LEAST_LINES = frozenset("。！？”’）"), 8


@dataclass(slots=True)
class Block:
    """A heading, a caption, a line of furniture, or a paragraph with all lines that belong to it."""

    kind: str
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _Waiting:
    """An unfinished paragraph, and what was passed since: paragraphs, headings, headings of other communities."""

    block: Block
    paragraphs: int = 0
    headings: int = 0
    sections: int = 0


def join_lines(lines: Sequence[Line], layout: Layout) -> list[Block]:
    """Blocks in reading order; a rest that stands further down is moved up to its beginning."""
    indented = sum(1 for line in lines if line.indent >= 2 and line.kind == "prose") * 3 >= len(lines) > 0
    single = not indented and has_single_sentences(lines)
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
        if single and not line.gap and _goes_on(blocks, line):
            blocks[-1].lines.append(line)
            continue
        found = _beginning(line, waiting, under_heading, indented, layout) if waiting else None
        under_heading = False
        if found is None:
            block = Block("prose")
            blocks.append(block)
        else:
            waiting.remove(found)
            block = found.block
        block.lines.append(line)
        for one in waiting:
            one.paragraphs += 1
        if _unfinished(line):
            waiting = [*waiting, _Waiting(block)][-MAX_WAITING:]
    return blocks


def has_single_sentences(lines: Sequence[Line]) -> bool:
    """Whether each sentence has a line of its own, and blank lines part the paragraphs.

    >>> from casekit.text.lines import find_lines
    >>> has_single_sentences(find_lines("街灯亮了。\\n楼道净了。\\n\\n院里有人。\\n门前有花。\\n" * 3))
    True
    """
    prose = [line for line in lines if line.kind == "prose" and line.text[-1] in _ENDS]
    if len(prose) < _LEAST_LINES or not any(line.gap for line in prose):
        return False
    below = sum(1 for line in prose if not line.gap)
    single = sum(1 for line in prose if len(_END.findall(line.text)) == 1)
    return single * 10 >= len(prose) * 9 and below * 3 >= len(prose)


def _goes_on(blocks: Sequence[Block], line: Line) -> bool:
    above = blocks[-1] if blocks else None
    if above is None or above.kind != "prose" or opens_point(line.text):
        return False
    return above.lines[-1].text[-1] in _ENDS and line.text[-1] in _ENDS


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
    start = start_score(line, indented, layout)
    best, best_score = None, 0
    for one in reversed(waiting):
        tail = one.block.lines[-1].text
        score = start + _passage_score(one, under_heading) + seam_score(tail, line.text, layout)
        if -3 < score <= best_score and crosses_word(tail, line.text):
            score += 3
        if score > best_score:
            best, best_score = one, score
    return best


def _passage_score(one: _Waiting, under_heading: bool) -> int:
    """Right below is the likeliest place; under a heading begins something else, more so under another community."""
    if not one.headings:
        return -1 if one.paragraphs else 2
    return -1 - min(one.sections, 1) - under_heading
