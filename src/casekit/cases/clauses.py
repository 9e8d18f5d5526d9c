"""A page cut into clauses, and where a clause is really opened by a name: near 今年以来，|荷城社区建起…"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from casekit.cases.wording import Wording
from casekit.text.bullets import BULLETS
from casekit.text.page import Page

# One set of characters comes first: so the engine skips to where a cut can be.
_CUT = re.compile(r"[，；;。！？!?：:\n,](?:(?<!,)|(?<!\d,)|(?!\d))")
_MARKS = re.compile(rf"[“”\"'‘’《》〈〉【】［］\[\]（）()\s…—–#→>|{BULLETS}-]+")
_LONGEST_MODIFIER = 20


class Stretch(NamedTuple):
    """Sentences of one kind that belong together: those of a paragraph up to a full stop."""

    start: int
    end: int
    kind: str
    paragraph: int
    opens_paragraph: bool


def find_stretches(page: Page) -> Iterator[Stretch]:
    """The sentences of a page, joined again where they were cut at a semicolon."""
    text, held = page.text, None
    start = end = last = -1
    for _, begin, stop, kind, paragraph in page.sentences:
        if held == (kind, paragraph) and text[end - 1] in "；;":
            end = stop
            continue
        if held:
            yield Stretch(start, end, *held, held[1] != last)
            last = held[1]
        start, end, held = begin, stop, (kind, paragraph)
    if held:
        yield Stretch(start, end, *held, held[1] != last)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The offsets at which clauses begin, in text order."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, sentence_starts: Iterable[int]) -> Clauses:
        """All clauses of a text; a sentence always begins one."""
        cuts = [found.end() for found in _CUT.finditer(text)]
        return cls(text, tuple(sorted({0, *cuts, *sentence_starts})))

    def start(self, at: int) -> int:
        """Where the clause begins that holds the character at `at`."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def end(self, at: int) -> int:
        """Where the next clause begins, the end of the text after the last."""
        after = bisect_right(self.starts, at)
        return self.starts[after] if after < len(self.starts) else len(self.text)


def opens_clause(prefix: str, wording: Wording) -> bool:
    """Whether what stands between the start of a clause and a name leaves the name its subject or its scene.

    Times, joining words and modifiers do (今年以来, 其中, 最远的), and words that show it (往东就是, 不能不提);
    a subject or a verb does not (志愿者走进).
    """
    rest = _MARKS.sub("", prefix) if prefix else ""
    if not rest:
        return True
    found = wording.lead.match(rest)
    rest = rest[found.end() :] if found else rest
    if wording.shows.search(rest):
        return True
    return not rest or (rest[-1] == "的" and len(rest) <= _LONGEST_MODIFIER and not wording.visit.search(rest))
