"""A folded text in, its lines out: where each begins and ends, how wide it is, what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

# Beyond this many lines a text is no report; the rest is one line, so that memory stays bounded.
MAX_LINES = 200_000
_LONGEST_MEASURED = 200
_LINE = re.compile(r"[^\s\0][^\n]*")
_ENDERS = frozenset("。！？!?…；;：:】")
_SENTENCE_ENDERS = frozenset("。！？")
_CLOSERS = '”’」』）)》〉" '


@dataclass(slots=True)
class Line:
    """One line without its surrounding blanks; `kind` and `role` are filled in by those who judge lines.

    `parts` are its pieces of the text, more than one where lines were joined; `end` is where the last one ends.
    `indent` counts the blanks before it, `gap` the blank lines above. `closed` is true where the line ends as a
    sentence, a list or an introduction does.
    """

    text: str
    parts: list[tuple[int, int]]
    indent: int
    gap: int
    closed: bool
    kind: str = "prose"
    role: str = ""
    _width: int = -1

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.parts[-1][1]

    @property
    def width(self) -> int:
        """Columns in print: two for a hanzi, one for a letter or a digit."""
        if self._width < 0:
            exact = len(self.text) < _LONGEST_MEASURED
            self._width = len(self.text.encode("gb18030", "replace")) if exact else 2 * len(self.text)
        return self._width

    def add(self, below: Line, between: tuple[int, int] | None = None) -> None:
        """Takes in the line below, with one character of the text between the two where that is given."""
        if between:
            self.parts.append(between)
            self.text += " "
        self.parts.extend(below.parts)
        self.text += below.text
        self.closed = below.closed
        self._width = -1

    def drop_start(self, length: int) -> None:
        """Leaves out the first characters of the first piece: the # of a Markdown heading."""
        start, end = self.parts[0]
        self.parts[0] = (start + length, end)
        self.text = self.text[length:]
        self._width = -1


def find_lines(text: str) -> list[Line]:
    """All lines that hold something, in order."""
    lines: list[Line] = []
    above = 0
    for start, end in _runs(text):
        last = text[end - 1]
        if last in " \t\0":
            end = start + len(text[start:end].rstrip(" \t\0"))
            last = text[end - 1]
        if start == above + 1 and text[above] == "\n":
            gap = indent = 0
        else:
            between = text[above:start]
            gap = max(between.count("\n") - 1, 0) if lines else 0
            indent = len(between) - 1 - between.rfind("\n")
        body = text[start:end]
        lines.append(Line(body, [(start, end)], indent, gap, last in _SENTENCE_ENDERS or _ends(body)))
        above = end
    return lines


def _ends(body: str) -> bool:
    rest = body.rstrip(_CLOSERS)
    return bool(rest) and rest[-1] in _ENDERS


def _runs(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for found in islice(_LINE.finditer(text), MAX_LINES):
        end = found.end()
        yield found.span()
    rest = _LINE.search(text, end)
    if rest:
        yield rest.start(), len(text)
