"""The clean text in, its sentences out: cut after 。！？； and at every line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casekit.text.page import Sentence

# A longer run without a sentence mark is cut at its last comma, or where it is, so that readers stay linear.
MAX_SENTENCE = 1000
# After this many sentences a text is no report; the rest is cut by length alone, so that memory stays bounded.
MAX_SENTENCES = 1_000_000
# A title in 《》 may hold a mark of its own: 《我们的家！》.
_SENTENCE = re.compile(r"[^。！？；\n《]*(?:《(?:[^》\n]{0,40}》)?[^。！？；\n《]*)*(?:[。！？；]+[”’」』）)》】]*)?")
_PAUSES = "，、：, "


def cut_sentences(text: str, kinds: Sequence[str]) -> Iterator[Sentence]:
    """The sentences of all lines; `kinds` gives the kind of each line, which is also a paragraph.

    >>> [s.text for s in cut_sentences("“来得及？”她问。已办12件；余下在办。", ["prose"])]
    ['“来得及？”', '她问。', '已办12件；', '余下在办。']
    """
    start, count, last = 0, 0, len(kinds) - 1
    for paragraph, kind in enumerate(kinds):
        end = text.find("\n", start) if paragraph < last else len(text)
        for first, after in _runs(text, start, end) if count < MAX_SENTENCES else [(start, end)]:
            for cut, body in _short_enough(text, first, after):
                count += 1
                yield Sentence(body, cut, kind, paragraph)
        start = end + 1


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _SENTENCE.finditer(text, start, end):
        if found.start() < found.end():
            yield found.span()


def _short_enough(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """One run in pieces of at most MAX_SENTENCE characters, without blanks around them."""
    while end - start > MAX_SENTENCE:
        cut = start + MAX_SENTENCE
        cut = max(text.rfind(mark, start, cut) for mark in _PAUSES) + 1 or cut
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    body = piece.strip()
    if body:
        yield start + (piece.index(body[0]) if len(body) < len(piece) else 0), body
