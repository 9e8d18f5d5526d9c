"""Places of the clean text in, the source under them and the sentence around them out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from casekit.core import AlignedText
from casekit.quantities import Nonquantity, Quantity
from casekit.text import Sentence


class Quoter:
    """Quotes one page by its sentences, which have numbers from 0; -1 stands for what is in none of them."""

    def __init__(self, aligned: AlignedText, sentences: Sequence[Sentence]) -> None:
        self._aligned = aligned
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        #: Where each sentence ends.
        self.ends = [sentence.end for sentence in sentences]
        #: The source of each sentence by its number, without blanks around it; '' for -1.
        self.quotes = _Quotes(aligned, sentences)

    def place(self, start: int, end: int) -> tuple[int, int, str]:
        """Where the source of `[start, end)` begins and ends, and what it says."""
        first, last = self._aligned.source_range(start, end)
        return first, last, self._aligned.source[first:last]

    def cite(self, mentions: Iterable[Quantity | Nonquantity]) -> Iterator[tuple[int, int, str, int]]:
        """For each mention what `place` gives, and the number of the sentence that it begins in."""
        aligned, starts, ends = self._aligned, self._starts, self.ends
        source, pieces = aligned.source, aligned.starts
        piece_ends = (*pieces[1:], len(aligned.text))
        shifts = [origin - start for start, origin in zip(pieces, aligned.origins, strict=True)]
        for mention in mentions:
            start, end = mention.start, mention.end
            number = bisect_right(starts, start) - 1
            piece = bisect_right(pieces, start) - 1
            if end <= piece_ends[piece]:  # nearly all lie in one piece, and are as long in the source as here
                first, last = start + shifts[piece], end + shifts[piece]
            else:
                first, last = aligned.source_range(start, end)
            yield first, last, source[first:last], number if number >= 0 and start < ends[number] else -1


class _Quotes(dict[int, str]):
    """Cuts a sentence out of the source when it is first asked for."""

    def __init__(self, aligned: AlignedText, sentences: Sequence[Sentence]) -> None:
        super().__init__({-1: ""})
        self._aligned, self._sentences = aligned, sentences

    def __missing__(self, number: int) -> str:
        sentence = self._sentences[number]
        first, last = self._aligned.source_range(sentence.start, sentence.end)
        quote = self[number] = self._aligned.source[first:last].strip()
        return quote
