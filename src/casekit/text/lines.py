"""A folded text in, its lines out: where each begins and ends, how wide it is, what it looks like alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# Beyond this many lines a text is no report; the rest is one line, so that memory stays bounded.
MAX_LINES = 1_000_000
_LINE = re.compile(r"[^\n]+")
_ENDERS = frozenset("。！？!?…；;：:")
_CLOSERS = '”’」』）)】》〉" '


@dataclass(slots=True)
class Line:
    """One line without its surrounding blanks; `kind` and `role` are filled in by those who judge lines.

    `parts` are its pieces of the text, more than one where lines were joined; `end` is where the last one ends.
    `indent` counts the blanks before it, `gap` the blank lines above.
    """

    text: str
    parts: list[tuple[int, int]]
    indent: int = 0
    gap: int = 0
    kind: str = "prose"
    role: str = ""

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.parts[-1][1]

    def drop_start(self, length: int) -> None:
        """Leaves out the first characters of the first piece: the # of a Markdown heading."""
        start, end = self.parts[0]
        self.parts[0] = (start + length, end)
        self.text = self.text[length:]

    @property
    def closed(self) -> bool:
        """True where the line ends as a sentence, a list or an introduction does."""
        rest = self.text.rstrip(_CLOSERS)
        return bool(rest) and (rest[-1] in _ENDERS or self.text[-1] in "】")

    @property
    def width(self) -> int:
        """Columns in print: two for a hanzi, one for a letter or a digit."""
        return len(self.text.encode("gb18030", "replace")) if len(self.text) < 200 else 2 * len(self.text)


def find_lines(text: str) -> list[Line]:
    """All lines that hold something, in order."""
    lines: list[Line] = []
    last = 0
    for found in _runs(text):
        raw = text[found[0] : found[1]]
        body = raw.strip()
        if not body:
            continue
        start = found[0] + raw.index(body[0])
        gap = text.count("\n", last, found[0]) - 1 if lines else 0
        lines.append(Line(body, [(start, start + len(body))], start - found[0], max(gap, 0)))
        last = found[1]
    return lines


def _runs(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for found in islice(_LINE.finditer(text), MAX_LINES):
        end = found.end()
        yield found.start(), end
    if _LINE.search(text, end):
        yield end, len(text)
