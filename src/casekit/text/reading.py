"""The decoded text of a report in, its page of sentences out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casekit.core import AlignedText
from casekit.text.page import Page, Sentence

MAX_SENTENCE = 1000
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE = re.compile(r"[^。！？!?；;]*(?:[。！？!?；;]+[”’」』）)】]*|$)")


def read_page(source: str) -> Page:
    """The sentences of the text in reading order.

    >>> [s.text for s in read_page("社区有居民4216户。\\n少数民族占35%！").sentences]
    ['社区有居民4216户。', '少数民族占35%！']
    """
    return Page(AlignedText.whole(source), tuple(_sentences(source)))


def _sentences(text: str) -> Iterator[Sentence]:
    paragraph = 0
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        for found in _SENTENCE.finditer(text, line.start(), line.end()):
            for start in range(found.start(), found.end(), MAX_SENTENCE):
                end = min(start + MAX_SENTENCE, found.end())
                piece = text[start:end]
                body = piece.strip()
                if body:
                    yield Sentence(body, start + piece.index(body), "prose", paragraph)
        paragraph += 1
