"""Blocks in reading order in, the clean text with its alignment out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from casekit.core import AlignedText
from casekit.text.folding import UNSEEN
from casekit.text.joins import Block

# 村（居）民小组 says what 村民小组 says, for villages and towns alike.
_EITHER = re.compile("(?<=[村居])[（(][居村][)）](?=[民委])")
# Typographers put a blank between hanzi and digits; 180 余名 says what 180余名 says.
_BLANK = re.compile(" (?=[0-9\u4e00-\u9fff“《（])")
# Behind these, as where the marks of Western type stand for them: 全村86户, 312人.
_PAUSES = frozenset("，；：、")
_NARROW = frozenset(" \u00a0\u2002\u2005\u2006\u2009\u200a\u202f")

Pieces = Iterator[tuple[int, int]]


def assemble(blocks: Sequence[Block], folded: str, source: str) -> AlignedText:
    """The text of all blocks, a line each, without unseen characters and blanks around digits; 村民 for 村（居）民."""
    dropped = sorted([*_unseen(folded), *_blanks(folded, source), *_either(folded)])
    pieces = _merged(_parts(blocks, folded))
    starts: list[int] = []
    origins: list[int] = []
    texts: list[str] = []
    at = 0
    for start, end in _without(dropped, pieces) if dropped else pieces:
        if start < end:
            starts.append(at)
            origins.append(start)
            texts.append(folded[start:end])
            at += end - start
    return AlignedText("".join(texts), source, tuple(starts) or (0,), tuple(origins) or (0,))


def _unseen(folded: str) -> Iterator[int]:
    at = folded.find(UNSEEN)
    while at >= 0:
        yield at
        at = folded.find(UNSEEN, at + 1)


def _either(folded: str) -> Iterator[int]:
    for found in _EITHER.finditer(folded):
        yield from range(*found.span())


def _blanks(folded: str, source: str) -> Iterator[int]:
    """Blanks between a hanzi and a digit and after a pause; a wide blank separates and stays."""
    for found in _BLANK.finditer(folded):
        at = found.start()
        if not at or source[at] not in _NARROW:
            continue
        before, after = folded[at - 1], folded[at + 1]
        if before in _PAUSES:
            yield at
        elif after.isdigit():
            if "\u4e00" <= before <= "\u9fff":
                yield at
        elif (before.isdigit() or before == "%") and after >= "\u4e00":
            yield at


def _parts(blocks: Sequence[Block], text: str) -> Pieces:
    """The pieces of all blocks, each block closed by the line break that ended its first line."""
    last = len(blocks) - 1
    for number, block in enumerate(blocks):
        for line in block.lines:
            yield from line.parts
        if number < last:
            at = text.index("\n", block.lines[0].end)
            yield at, at + 1


def _merged(parts: Iterable[tuple[int, int]]) -> Pieces:
    """The same pieces, those that touch made one."""
    first, last = 0, 0
    for start, end in parts:
        if start == last:
            last = end
        else:
            yield first, last
            first, last = start, end
    yield first, last


def _without(dropped: Sequence[int], pieces: Pieces) -> Pieces:
    """The same pieces with single characters taken out of them."""
    for first, end in pieces:
        start = first
        for at in range(bisect_left(dropped, start), bisect_left(dropped, end)):
            yield start, dropped[at]
            start = dropped[at] + 1
        yield start, end
