"""The repaired text of a document, cut into sentences of a known kind."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.core import AlignedText, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is `page.text[start:end]`; `kind` is `prose`, `heading`, `caption` or `furniture`.

    `paragraph` counts paragraphs from 0. Furniture (bylines, navigation, counters) holds no facts.
    """

    text: str
    start: int
    kind: str = "prose"
    paragraph: int = 0

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where the sentence stands in the clean text."""
        return Span(self.start, self.end)


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
