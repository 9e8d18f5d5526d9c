"""Places of the clean text in, the source under them and the sentence around them out."""

from __future__ import annotations

from bisect import bisect_right

from casekit.text import Page, Sentence


class Quoter:
    """Quotes one page; a sentence is cut out of the source once, however many figures stand in it."""

    def __init__(self, page: Page) -> None:
        self._source, self._range = page.aligned.source, page.aligned.source_range
        self._sentences = page.sentences
        self._starts = [sentence.start for sentence in page.sentences]
        self._quoted: dict[tuple[int, int], str] = {}

    def place(self, start: int, end: int) -> tuple[int, int, str]:
        """Where the source of `[start, end)` begins and ends, and what it says."""
        first, last = self._range(start, end)
        return first, last, self._source[first:last]

    def sentence(self, sentence: Sentence) -> str:
        """The source of a sentence, without blanks around it."""
        key = sentence.start, len(sentence.text)
        quote = self._quoted.get(key)
        if quote is None:
            first, last = self._range(key[0], sum(key))
            quote = self._quoted[key] = self._source[first:last].strip()
        return quote

    def around(self, at: int) -> str:
        """The source of the sentence that holds the character at `at`, '' outside every sentence."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._sentences[number].end:
            return ""
        return self.sentence(self._sentences[number])
