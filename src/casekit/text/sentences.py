"""The clean text in, its sentences out: cut after 。！？； and at every line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice

from casekit.text.page import Sentence

# A longer run without a sentence mark is cut at its last comma, or where it is, so that readers stay linear.
MAX_SENTENCE = 1000
# After this many sentences a text is no report; the rest is cut by length alone, so that memory stays bounded.
MAX_SENTENCES = 500_000
# The labels of a fact box stand in one line with blanks between them: 总户数：3386户  总人口：9871人.
_LABEL = r"(?<= ) *(?=[^\s，。；：]{2,10}：)"
# One set of characters comes first: so the engine skips to where an end can be.
_END = re.compile(rf"[。！？；\n ](?:(?<=[。！？；])[。！？；]*[”’」』）)】]*\n?|(?<=\n)|{_LABEL})")
# A title in 《》 may hold a mark of its own (《我们的家！》); one that stays open this long is none.
_LONGEST_TITLE = 40
_PAUSES = "，、：, "
# The fields as a tuple in, the sentence out; `Sentence` itself would take them apart and put them together again.
_SENTENCE: Callable[[tuple[object, ...]], Sentence] = partial(tuple.__new__, Sentence)


def cut_sentences(text: str, kinds: Sequence[str]) -> list[Sentence]:
    """The sentences of all lines; `kinds` gives the kind of each line, which is also a paragraph.

    >>> [s.text for s in cut_sentences("“来得及？”她问。已办12件；余下在办。", ["prose"])]
    ['“来得及？”', '她问。', '已办12件；', '余下在办。']
    """
    sentences: list[tuple[object, ...]] = []
    paragraph, last, start = 0, len(kinds) - 1, 0
    titled = "《" in text
    for found in islice(_END.finditer(text), MAX_SENTENCES):
        end = stop = found.end()
        broken = text[end - 1] == "\n"
        if broken:
            stop -= 1
        elif titled and _inside_title(text, start, end):
            continue
        if 0 < stop - start <= MAX_SENTENCE and text[start] != " " and text[stop - 1] != " ":
            sentences.append((text, start, stop, kinds[paragraph], paragraph))
        else:
            sentences += _pieces(text, start, stop, kinds[paragraph], paragraph)
        start = end
        if broken and paragraph < last:
            paragraph += 1
    sentences += _pieces(text, start, len(text), kinds[paragraph] if kinds else "", paragraph)
    return list(map(_SENTENCE, sentences))


def _inside_title(text: str, start: int, end: int) -> bool:
    opened = text.rfind("《", max(start, end - _LONGEST_TITLE), end)
    return opened >= 0 and text.find("》", opened, end) < 0 and text.find("》", end, opened + _LONGEST_TITLE) >= 0


def _pieces(text: str, start: int, end: int, kind: str, paragraph: int) -> list[Sentence]:
    """A run in pieces of at most MAX_SENTENCE characters, without blanks around them."""
    pieces: list[Sentence] = []
    while start < end:
        cut = min(start + MAX_SENTENCE, end)
        if cut < end:
            cut = max(text.rfind(mark, start, cut) for mark in _PAUSES) + 1 or cut
        body = text[start:cut].strip()
        if body:
            begin = text.index(body[0], start)
            pieces.append(Sentence(text, begin, begin + len(body), kind, paragraph))
        start = cut
    return pieces
