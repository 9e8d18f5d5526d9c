"""The decoded text of a report in, its page of sentences out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from casekit.core import AlignedText, Span
from casekit.text.folding import fold, unseen
from casekit.text.joins import Block, join_lines
from casekit.text.kinds import mark_kinds
from casekit.text.layout import Layout, load_layout
from casekit.text.lines import find_lines
from casekit.text.page import Page
from casekit.text.sentences import cut_sentences
from casekit.text.traditional import simplified
from casekit.text.wrapping import unwrap

# Typographers put a blank between hanzi and digits; 180 余名 says what 180余名 says.
_NARROW = " \u00a0\u2002\u2005\u2006\u2009\u200a\u202f"
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff]) (?=\d)|(?<=[\d%]) (?=[\u4e00-\u9fff])")


def read_page(source: str, layout: Layout | None = None, boilerplate: frozenset[str] = frozenset()) -> Page:
    """The repaired text and its sentences, in reading order; every character maps back to `source`.

    Lines in `boilerplate` (see `find_boilerplate`) are furniture. Without `layout` the shipped lists are used.

    >>> page = read_page("民情走访\\n社区干部走访１３３０人次，收集意\\n▲各族群众联欢\\n见建议50多条。")
    >>> [(s.kind, s.text) for s in page.sentences]
    [('heading', '民情走访'), ('prose', '社区干部走访1330人次，收集意见建议50多条。'), ('caption', '▲各族群众联欢')]
    """
    layout = layout or load_layout()
    folded, problems = simplified(fold(source))
    lines, spaces = unwrap(find_lines(folded), layout)
    mark_kinds(lines, layout, boilerplate)
    blocks = join_lines(lines, layout)
    folded = _with_spaces(folded, spaces)
    blanks = (found.start() for found in _BLANK.finditer(folded))
    dropped = sorted([*unseen(folded), *(at for at in blanks if source[at] in _NARROW)])
    aligned = AlignedText.of_pieces(folded, _without(dropped, _parts(blocks, folded)))
    aligned = AlignedText(aligned.text, source, aligned.starts, aligned.origins)
    sentences = cut_sentences(aligned.text, [block.kind for block in blocks])
    return Page(aligned, tuple(sentences), problems)


def _parts(blocks: Sequence[Block], text: str) -> Iterator[tuple[int, int]]:
    """The pieces of all blocks, each block closed by the line break that ended its first line."""
    for number, block in enumerate(blocks):
        for line in block.lines:
            yield from line.parts
        if number < len(blocks) - 1:
            at = text.index("\n", block.lines[0].end)
            yield at, at + 1


def _without(dropped: Sequence[int], parts: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """The same pieces with single characters taken out of them."""
    for start, end in parts:
        at = bisect_left(dropped, start) if dropped else 0
        while at < len(dropped) and dropped[at] < end:
            yield Span(start, dropped[at])
            start = dropped[at] + 1
            at += 1
        yield Span(start, end)


def _with_spaces(text: str, at: Sequence[int]) -> str:
    if not at:
        return text
    chars = list(text)
    for place in at:
        chars[place] = " "
    return "".join(chars)
