"""A score in, what people and programs read of it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from casekit.evaluate.agreement import LEVELS
from casekit.evaluate.facts import Mistake
from casekit.evaluate.gold import GoldFact
from casekit.evaluate.score import Score
from casekit.evaluate.tally import Rates


def score_as_json(score: Score) -> dict[str, Any]:
    """The whole score as plain values: rates with their intervals, cases, places, and counts of mistakes."""
    cases = score.cases
    return {
        "documents": len(score.by_document),
        "found": score.facts.found,
        "wanted": score.facts.wanted,
        "facts": {level: _plain(score.rates(level)) | {"f1_interval": score.interval(level)} for level in LEVELS},
        "cases": {"case": _plain(cases.cases.rates()), "groups": _plain(cases.groups.rates())}
        | {column: {"accuracy": share.accuracy, "of": share.asked} for column, share in cases.places.items()},
        "mistakes": score.mistake_counts(),
    }


def mistake_as_json(mistake: Mistake) -> dict[str, Any]:
    """One mistake as plain values, gold and found side by side, null where there is none."""
    return {
        "doc": mistake.doc,
        "start": mistake.start,
        "kind": mistake.kind,
        "gold": _gold_values(mistake.gold) if mistake.gold else None,
        "found": _found_values(mistake.found) if mistake.found else None,
    }


def score_lines(score: Score) -> Iterator[str]:
    """The score as lines for people."""
    yield f"{len(score.by_document)} documents, {score.facts.wanted} figures annotated, {score.facts.found} found"
    for level in LEVELS:
        low, high = score.interval(level)
        yield f"{level:9}{_rates_text(score.rates(level))}   95 %: {low:.3f} to {high:.3f}"
    yield f"{'case':9}{_rates_text(score.cases.cases.rates())}"
    yield f"{'groups':9}{_rates_text(score.cases.groups.rates())}"
    for column, share in score.cases.places.items():
        yield f"{column:9}right {share.accuracy:.3f} of {share.asked}"
    yield "mistakes " + ", ".join(f"{count} {kind}" for kind, count in score.mistake_counts().items())


def mistake_line(mistake: Mistake) -> str:
    """One mistake as a line: what was annotated, then what was found."""
    gold = _phrase(_gold_values(mistake.gold)) if mistake.gold else "-"
    found = _phrase(_found_values(mistake.found)) if mistake.found else "-"
    return f"{mistake.doc}:{mistake.start}  {mistake.kind:13}  gold: {gold}  |  found: {found}"


def _rates_text(rates: Rates) -> str:
    return f"P {rates.precision:.3f}  R {rates.recall:.3f}  F1 {rates.f1:.3f}"


def _plain(rates: Rates) -> dict[str, Any]:
    return {"precision": rates.precision, "recall": rates.recall, "f1": rates.f1}


def _gold_values(fact: GoldFact) -> dict[str, Any]:
    return {
        "case": "/".join(str(case) for case in fact.cases),
        "metric": "/".join(fact.metrics),
        "quote": fact.quote,
        "value": fact.value,
        "unit": fact.unit,
        "bound": fact.bound,
        "low": fact.low,
        "high": fact.high,
        "per": fact.per,
    }


def _found_values(row: Mapping[str, Any]) -> dict[str, Any]:
    columns = ("case", "metric", "quote", "value", "unit", "bound", "low", "high", "per", "rule")
    return {column: row.get(column) for column in columns}


def _phrase(values: Mapping[str, Any]) -> str:
    ends = ", ".join("…" if values[end] is None else f"{values[end]:g}" for end in ("low", "high"))
    per = f" per {values['per']}" if values["per"] else ""
    rule = f" ({values['rule']})" if values.get("rule") else ""
    quote = f" 「{values['quote']}」" if values["quote"] else ""
    value = f"{values['value']:.10g} {values['unit']} {values['bound']} [{ends}]{per}"
    return f"{values['case']} {values['metric']}{quote} = {value}{rule}"
