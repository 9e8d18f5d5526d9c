"""Errors: the user's rules or options are wrong, so the run stops and says where and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: line and column count from 1.

    >>> str(Place("rules/metrics/place.yaml", 14, 5))
    'rules/metrics/place.yaml:14:5'
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class CasekitError(Exception):
    """The base of everything casekit raises on purpose; its text is one line made for the user."""


class RuleError(CasekitError):
    """A rule file is wrong: the place, what is wrong, and how to mend it."""

    def __init__(self, place: Place, message: str, hint: str = "") -> None:
        self.place, self.message, self.hint = place, message, hint
        super().__init__(f"{place}  {message}" + (f" {hint}" if hint else ""))


def nearest(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the known word most like `word`, or '' where none is near.

    >>> nearest("peple", ["people", "money"])
    'Did you mean "people"?'
    """
    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f'Did you mean "{close[0]}"?' if close else ""
