"""Tables in, what they come to out; counts of parts add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

# Statuses of documents that were read as well as they can be; all others could not be read.
_READ = ("ok", "empty")
_NAMED = 20


@dataclass(slots=True)
class Counts:
    """Sums over documents; `unread` holds (doc, error) of the first ones that could not be read.

    `bytes` are those of the files (on a cluster, of the texts); `unchanged` counts documents whose rows were taken
    over from earlier tables, `repeated` those that tell again what an earlier one told.
    """

    documents: int = 0
    chars: int = 0
    bytes: int = 0
    facts: int = 0
    cases: int = 0
    unchanged: int = 0
    repeated: int = 0
    failed: int = 0
    leftovers: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    unread: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        """Takes in the counts of further documents."""
        for name in ("documents", "chars", "bytes", "facts", "cases", "unchanged", "repeated", "failed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.leftovers.update(other.leftovers)
        self.problems.update(other.problems)
        self.unread = (self.unread + other.unread)[:_NAMED]

    def to_json(self) -> dict[str, Any]:
        """Plain values, from which `from_json` makes the same counts."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {**values, "leftovers": dict(self.leftovers), "problems": dict(self.problems)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Counts:
        """The counts that `to_json` gave."""
        unread = [(doc, error) for doc, error in values["unread"]]
        counters = {name: Counter(values[name]) for name in ("leftovers", "problems")}
        return cls(**{**values, **counters, "unread": unread})


def count_tables(tables: Mapping[str, pa.Table]) -> Counts:
    """The counts of some documents from their tables."""
    documents = tables["documents"]
    unread = documents.filter(pc.invert(pc.is_in(documents["status"], pa.array(_READ)))).select(["doc", "error"])
    return Counts(
        documents=documents.num_rows,
        chars=pc.sum(documents["chars"], min_count=0).as_py(),
        facts=tables["facts"].num_rows,
        cases=tables["cases"].num_rows,
        failed=unread.num_rows,
        leftovers=_tally(tables["leftovers"]["reason"]),
        problems=_tally(tables["problems"]["code"]),
        unread=[(row["doc"], row["error"] or "") for row in unread.slice(0, _NAMED).to_pylist()],
    )


def _tally(column: pa.ChunkedArray) -> Counter[str]:
    return Counter({row["values"]: row["counts"] for row in pc.value_counts(column).to_pylist()})
