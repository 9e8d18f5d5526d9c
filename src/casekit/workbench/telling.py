"""Explanations as lines for people and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from casekit.extract import Kit
from casekit.quantities import Quantity
from casekit.workbench.explain import Explanation
from casekit.workbench.near import Near

ZONES = ("verb", "noun", "left", "right", "before")
_COLUMNS = ("group", "basis", "per", "status", "period", "label")
_TICK = {True: "✓", False: "✗"}


def told(explanation: Explanation, kit: Kit) -> Iterator[str]:
    """The explanation as lines: head, frame, outcome, conditions, rivals or nearest rules."""
    yield _head(explanation)
    if explanation.match is not None:
        frame = explanation.match.frame
        inherited = " (inherited 承前)" if frame.inherited and frame.verbs else ""
        yield f"    verb 「{frame.words('verb')}」{inherited}  noun 「{frame.words('noun')}」  group 「{frame.group}」"
        yield f"    left 「{frame.words('left')}」  right 「{frame.words('right')}」"
        if frame.words("before").strip():
            yield f"    before 「{frame.words('before')}」"
    yield from _outcome(explanation, kit)
    yield ""


def _head(explanation: Explanation) -> str:
    span, mention = explanation.span, explanation.mention
    head = f"{explanation.quote}  [{span.start}, {span.end})"
    if isinstance(mention, Quantity):
        head += f"  = {_end(mention.value)} {mention.unit} ({mention.kind or '-'})  {mention.bound}"
        if mention.bound != "exact":
            head += f" [{_end(mention.low)}, {_end(mention.high)}]"
    return head


def _end(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def _outcome(explanation: Explanation, kit: Kit) -> Iterator[str]:
    contexts = explanation.match.contexts if explanation.match else ()
    for context in contexts:
        does = f"drop {context.drop}" if context.drop else ", ".join(f"{k}={v}" for k, v in context.sets.items())
        yield f"    context {context.id}: {does}  ({context.place})"
    if explanation.winner is None:
        yield f"  ✗ {explanation.reason}  {kit.reasons.get(explanation.reason, '语境排除')}"
        for other in explanation.lost:
            yield f"    holds {other.id} → {other.metric}  ({other.place})"
        for near in explanation.near:
            yield f"    near {near.rule.id} → {near.rule.metric}  ({near.rule.place})"
            yield from (f"        ✗ {failure}" for failure in near.failures)
        return
    rule, metric = explanation.winner.rule, kit.book.files.metrics[explanation.winner.rule.metric]
    yield f"  ✓ {rule.id} → {metric.id} {metric.title}  ({rule.place})"
    yield "    " + "  ".join(_ticked(explanation.winner))
    if (columns := _columns(explanation)) or explanation.case:
        case = f"case {explanation.case} ({explanation.how})" if explanation.case else "case ∅"
        yield "    " + "  ".join([case, *(f"{name} {value}" for name, value in columns.items())])
    for other in explanation.lost:
        why = "beaten 被胜过" if other.id in rule.beats else "fits less 不如它贴合"
        yield f"    also held: {other.id} → {other.metric}, {why}"


def _ticked(near: Near) -> Iterator[str]:
    for condition in near.conditions:
        word = f" {condition.word}" if condition.word else ""
        yield f"{_TICK[condition.holds]} {condition.name}{word}"


def _columns(explanation: Explanation) -> dict[str, str]:
    fact = explanation.fact
    return {} if fact is None else {name: value for name in _COLUMNS if (value := getattr(fact, name))}


def as_data(explanation: Explanation, kit: Kit) -> dict[str, Any]:
    """The explanation as plain data, with the same column names as the tables."""
    mention, match = explanation.mention, explanation.match
    data: dict[str, Any] = {
        "start": explanation.span.start,
        "end": explanation.span.end,
        "quote": explanation.quote,
        "reason": explanation.reason or None,
    }
    if isinstance(mention, Quantity):
        data |= {name: _plain(getattr(mention, name)) for name in ("value", "low", "high", "bound", "unit", "kind")}
    if match is not None:
        zones = {zone: match.frame.words(zone) for zone in ZONES}
        data["frame"] = zones | {"group": match.frame.group, "inherited": match.frame.inherited}
        data["contexts"] = [c.id for c in match.contexts]
    if explanation.winner is not None:
        data |= {"rule": explanation.winner.rule.id, "metric": explanation.winner.rule.metric}
        data |= {"case": explanation.case or None, "how": explanation.how or None, "columns": _columns(explanation)}
        data["conditions"] = _conditions(explanation.winner)
    data["also_held"] = [{"rule": rule.id, "metric": rule.metric} for rule in explanation.lost]
    data["near"] = [
        {"rule": n.rule.id, "metric": n.rule.metric, "conditions": _conditions(n)} for n in explanation.near
    ]
    return data


def _conditions(near: Near) -> list[dict[str, Any]]:
    stood = {failure.condition: failure.stood for failure in near.failures}
    return [
        {"name": c.name, "holds": c.holds, "word": c.word or None} | ({"found": stood[c]} if c in stood else {})
        for c in near.conditions
    ]


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value
