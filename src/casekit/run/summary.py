"""What a run came to: counts that add up over its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from casekit.extract import Extraction

# Statuses of documents that were read as well as they can be; all others could not be read.
_READ = frozenset({"ok", "empty"})
_NAMED = 20


@dataclass(slots=True)
class Counts:
    """Sums over documents; `unread` holds (doc, error) of those that could not be read, the first ones only."""

    documents: int = 0
    chars: int = 0
    bytes: int = 0
    facts: int = 0
    cases: int = 0
    unchanged: int = 0
    failed: int = 0
    leftovers: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def add(self, extraction: Extraction) -> None:
        """Takes in one document."""
        document = extraction.document
        self.documents += 1
        self.chars += len(document.text)
        self.facts += len(extraction.facts)
        self.cases += len(extraction.cases)
        self.leftovers.update(leftover.reason for leftover in extraction.leftovers)
        self.problems.update(problem.code for problem in extraction.problems)
        if document.status not in _READ:
            self.failed += 1
            self.unread.append((document.doc, document.error or document.status))
            del self.unread[_NAMED:]


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a finished run, how long it took, where the tables are, and what of the paths was left out."""

    counts: Counts
    seconds: float
    out: Path
    left_out: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """True where every path existed and every document could be read."""
        return not self.left_out and not self.counts.failed

    def lines(self) -> Iterator[str]:
        """The summary as lines for people."""
        counts = self.counts
        yield f"{counts.documents:,} documents, {counts.cases:,} communities, {counts.facts:,} facts"
        if counts.unchanged:
            yield f"{counts.unchanged:,} documents unchanged, their rows taken over"
        yield f"{counts.leftovers.total():,} numbers left over{_listed(counts.leftovers)}"
        yield f"{counts.problems.total():,} problems{_listed(counts.problems)}"
        for doc, error in counts.unread:
            yield f"could not read {doc}: {error}"
        if counts.failed > len(counts.unread):
            yield f"and {counts.failed - len(counts.unread):,} more; all are in documents.parquet, column status"
        yield f"tables in {self.out}{self._speed()}"

    def _speed(self) -> str:
        if self.seconds <= 0:
            return ""
        documents, megabytes = self.counts.documents / self.seconds, self.counts.bytes / self.seconds / 1e6
        return f"   ({self.seconds:.1f} s, {documents:,.0f} documents/s, {megabytes:.2f} MB/s)"


def _listed(counts: Counter[str]) -> str:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ": " + ", ".join(f"{name} {count:,}" for name, count in ranked) if ranked else ""
