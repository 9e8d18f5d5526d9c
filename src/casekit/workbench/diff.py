"""Two rule books over one corpus: facts gained, lost and changed, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.documents import Document, ReadOptions, read_documents
from casekit.extract import Kit, extract_document
from casekit.facts import Fact

# What a change is told of; `rule` alone changing is no change of a fact, but is told too.
COMPARED = (
    "metric",
    "value",
    "low",
    "high",
    "bound",
    "unit",
    "case",
    "label",
    "group",
    "basis",
    "per",
    "status",
    "period",
    "rule",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One quantity that the two books settle differently; `kind` is gained, lost or changed."""

    kind: str
    old: Fact | None
    new: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it is now, or as it was where it is lost."""
        fact = self.new or self.old
        assert fact is not None
        return fact

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that differ, in the order of the table; empty where gained or lost."""
        if self.old is None or self.new is None:
            return ()
        return tuple(c for c in COMPARED if getattr(self.old, c) != getattr(self.new, c))

    def __str__(self) -> str:
        fact = self.fact
        sign = {"gained": "+", "lost": "-", "changed": "~"}[self.kind]
        what = f"{fact.metric} {fact.quote} ({fact.rule})"
        if self.kind == "changed":
            what = f"{fact.quote} " + ", ".join(
                f"{c}: {_shown(self.old, c)} → {_shown(self.new, c)}" for c in self.columns
            )
        return f"{sign} {fact.doc}:{fact.start}  {what}\n    {fact.sentence}"


def change_row(change: Change) -> dict[str, Any]:
    """A change as a row: both metrics, values and rules, and the columns that differ."""
    fact = change.fact
    row: dict[str, Any] = {"change": change.kind}
    row |= {"doc": fact.doc, "start": fact.start, "end": fact.end, "quote": fact.quote}
    for column in ("metric", "value", "unit", "rule"):
        row[f"old_{column}"] = getattr(change.old, column, None)
        row[f"new_{column}"] = getattr(change.new, column, None)
    return row | {"differs": " ".join(change.columns), "sentence": fact.sentence}


def _shown(fact: Fact | None, column: str) -> str:
    value = getattr(fact, column, None)
    return "∅" if value in (None, "") else f"{value:.12g}" if isinstance(value, float) else str(value)


def compare_rules(paths: Sequence[Path], old: Kit, new: Kit) -> Iterator[Change]:
    """All changes, in the order of documents and of the text."""
    for document in read_documents(paths, ReadOptions()):
        yield from compare_document(document, old, new)


def compare_document(document: Document, old: Kit, new: Kit) -> Iterator[Change]:
    """The changes of one document, in text order; a quantity is told by its place in the text."""
    before, after = ({(f.start, f.end): f for f in extract_document(document, kit).facts} for kit in (old, new))
    for span in sorted(before.keys() | after.keys()):
        change = Change(_kind(span in before, span in after), before.get(span), after.get(span))
        if change.kind != "changed" or change.columns:
            yield change


def _kind(was: bool, is_now: bool) -> str:
    if was and is_now:
        return "changed"
    return "lost" if was else "gained"
