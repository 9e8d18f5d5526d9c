"""Problems: the data is odd. A problem is a row, never a crash."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.core.settled import settled


@settled
@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding about one document; `start` and `end` are source offsets, None where it concerns the whole.

    `code` is a kebab-case word (`no-case`, `undecodable`, `place-ambiguous`), `message` a sentence for people.
    """

    doc: str
    code: str
    start: int | None
    end: int | None
    message: str
