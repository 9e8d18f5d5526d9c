"""The repaired text of a document, cut into sentences of a known kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from casekit.core import AlignedText, Span

_LONGEST_PASSAGE = 1000


class Sentence(NamedTuple):
    """`page[start:end]` of the clean text `page`; `kind` is `prose`, `heading`, `caption` or `furniture`.

    `paragraph` counts paragraphs from 0. Furniture (bylines, navigation, counters) holds no facts. Most sentences
    are never asked for what they say, so that it is cut out only when asked.
    """

    page: str
    start: int
    end: int
    kind: str = "prose"
    paragraph: int = 0

    @property
    def text(self) -> str:
        """What it says."""
        return self.page[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where the sentence stands in the clean text."""
        return Span(self.start, self.end)


# How a sentence begins that speaks of parts of what the sentence before counted.
_GOING_ON = re.compile(r"\s*(?:其中|这其中|当中|这当中|涉及|剩下|剩余|余下|其余|另有|还有|另外|此外还有)")
# The first characters of all that: few sentences have one.
_MAY_GO_ON = frozenset("其这当涉剩余另还此")


@dataclass(frozen=True, slots=True)
class Page:
    """`aligned.text` is the clean text that rules read; `aligned.source` the text as decoded.

    `problems` are (code, start, end, message) about the whole page, start and end in the decoded text.
    """

    aligned: AlignedText
    sentences: tuple[Sentence, ...]
    problems: tuple[tuple[str, int | None, int | None, str], ...] = ()

    @property
    def text(self) -> str:
        """The clean text."""
        return self.aligned.text

    def passages(self) -> Sequence[Sentence]:
        """The sentences, those joined that only a semicolon parts or that go on with 其中.

        What one half leaves unsaid the other says. A joined passage has at most 1000 characters.
        """
        out: list[Sentence] = []
        for sentence in self.sentences:
            if out and _goes_on(out[-1], sentence):
                last = out.pop()
                sentence = Sentence(last.page, last.start, sentence.end, last.kind, last.paragraph)
            out.append(sentence)
        return out if len(out) < len(self.sentences) else self.sentences


def _goes_on(last: Sentence, following: Sentence) -> bool:
    page, start, end, kind, paragraph = following
    if page[last.end - 1] != "；":
        first = page[start]
        if not (first in _MAY_GO_ON or first.isspace()) or not _GOING_ON.match(page, start, end):
            return False
    return (last.kind, last.paragraph) == (kind, paragraph) and end - last.start <= _LONGEST_PASSAGE
