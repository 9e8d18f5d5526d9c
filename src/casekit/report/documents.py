"""The documents of a selection as the page reads them: text in pieces, facts, leftovers and problems of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from casekit.report.marks import cut_at_spans
from casekit.report.selection import Row, Selection, case_key

_FACT = ("metric", "label", "value", "low", "high", "bound", "unit", "group", "basis", "per", "status", "period")
_TAIL = ("quote", "start", "end", "rule", "how")


def document_blocks(chosen: Selection, communities: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """One block a document, in order: `pieces` of text with the numbers of the marks that cover each.

    Marks are the facts first, then the leftovers. The sentences of facts stand once and are pointed at.
    """
    leftovers, problems = chosen.rows("leftovers"), chosen.rows("problems")
    for at, text in sorted(chosen.texts()):
        yield document_block(text, chosen.facts[at], leftovers[at], problems[at], communities)


def document_block(
    text: str, facts: Sequence[Row], leftovers: Sequence[Row], problems: Sequence[Row], communities: Mapping[str, int]
) -> dict[str, Any]:
    """The block of one document; `communities` numbers them by key."""
    sentences: dict[str, int] = {}
    for row in facts:
        sentences.setdefault(row["sentence"], len(sentences))
    marks = [(row["start"], row["end"]) for row in (*facts, *leftovers)]
    return {
        "pieces": cut_at_spans(text, marks),
        "sentences": list(sentences),
        "facts": [_fact(row, sentences, communities) for row in facts],
        "leftovers": [_leftover(row) for row in leftovers],
        "problems": [_filled({name: row[name] for name in ("code", "message", "start", "end")}) for row in problems],
    }


def _fact(row: Row, sentences: Mapping[str, int], communities: Mapping[str, int]) -> dict[str, Any]:
    key = case_key(row)
    fact = {name: row[name] for name in (*_FACT, *_TAIL)}
    fact |= {"sentence": sentences[row["sentence"]], "case": None if key is None else communities.get(key)}
    return _filled(fact)


def _leftover(row: Row) -> dict[str, Any]:
    return _filled({"reason": row["reason"], "start": row["start"], "end": row["end"], "near": row["near"] or None})


def _filled(row: Row) -> dict[str, Any]:
    """The row without what is empty, days as text."""
    shown = {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in row.items()}
    return {name: cell for name, cell in shown.items() if cell is not None and cell != ""}
