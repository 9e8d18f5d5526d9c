"""The repaired text of a document, cut into sentences of a known kind."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.core import AlignedText, Span
from casekit.core.settled import settled

_LONGEST_PASSAGE = 1000


@settled
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


# How a sentence begins that speaks of parts of what the sentence before counted.
_GOING_ON = (
    "其中",
    "这其中",
    "当中",
    "这当中",
    "涉及",
    "剩下",
    "剩余",
    "余下",
    "其余",
    "另有",
    "还有",
    "另外",
    "此外还有",
)


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

    def passages(self) -> list[Sentence]:
        """The sentences, those joined that only a semicolon parts or that go on with 其中.

        What one half leaves unsaid the other says. A joined passage has at most 1000 characters.
        """
        out: list[Sentence] = []
        for sentence in self.sentences:
            if out and _goes_on(out[-1], sentence):
                last = out.pop()
                sentence = Sentence(self.text[last.start : sentence.end], last.start, last.kind, last.paragraph)
            out.append(sentence)
        return out


def _goes_on(last: Sentence, following: Sentence) -> bool:
    if not (last.text.endswith("；") or following.text.lstrip().startswith(_GOING_ON)):
        return False
    same = (last.kind, last.paragraph) == (following.kind, following.paragraph)
    return same and following.end - last.start <= _LONGEST_PASSAGE
