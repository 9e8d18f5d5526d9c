"""What a run came to, and how it is told to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from casekit.run.counts import Counts


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
        communities = _many(counts.cases, "community", "communities")
        yield f"{_many(counts.documents, 'document')}, {communities}, {_many(counts.facts, 'fact')}"
        if counts.unchanged:
            yield f"{_many(counts.unchanged, 'document')} unchanged since the last run, rows taken over"
        if counts.repeated:
            yield f"{_many(counts.repeated, 'document')} repeating another (documents.duplicate_of), not counted twice"
        yield f"{_many(counts.leftovers.total(), 'number')} left over{_listed(counts.leftovers)}"
        yield f"{_many(counts.problems.total(), 'problem')}{_listed(counts.problems)}"
        for doc, error in counts.unread:
            yield f"could not read {doc}: {error}"
        if counts.failed > len(counts.unread):
            yield f"and {counts.failed - len(counts.unread):,} more; all are in documents.parquet, column status"
        yield f"tables in {self.out}{self._speed()}"

    def _speed(self) -> str:
        if self.seconds <= 0:
            return ""
        documents, megabytes = self.counts.documents / self.seconds, self.counts.bytes / self.seconds / 1e6
        return f"   ({self.seconds:.1f} s, {_rate(documents)} documents/s, {_rate(megabytes)} MB/s)"


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count:,} {one}" if count == 1 else f"{count:,} {more or one + 's'}"


def _rate(per_second: float) -> str:
    """Two figures of what is slow, for a run of few reports is never 0 documents/s."""
    return f"{per_second:,.0f}" if per_second >= 10 else f"{per_second:.2g}"


def _listed(counts: Counter[str]) -> str:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ": " + ", ".join(f"{name} {count:,}" for name, count in ranked) if ranked else ""
