"""From marked sentences to a draft rule that takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casekit.core import CasekitError, Place, nearest
from casekit.extract import Kit
from casekit.facts import Fact
from casekit.rulebook import Example, Match, Rule, RuleBook
from casekit.rulebook.examples import parse_context_example
from casekit.workbench.heads import head_verb, own_noun
from casekit.workbench.reading import Read, read_text
from casekit.workbench.trial import marked_match
from casekit.workbench.units import NO_UNIT

_PLACE = Place("--from")
_TRIES = 5
# Classes that hold so many measure words that a draft names the one it saw.
_BROAD = frozenset({"件数", "次数"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule as YAML text, and what its writer should know."""

    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    example: Example
    read: Read
    match: Match


def draft_rule(lines: Sequence[str], metric: str, kit: Kit, rule_id: str = "") -> Draft:
    """A rule for `metric` that takes the marked quantity of every line.

    Raises CasekitError where a mark is no quantity, a context drops it, or nothing tells it from any number.
    """
    if metric not in kit.book.files.metrics:
        raise CasekitError(
            f'unknown metric "{metric}". {nearest(metric, kit.book.files.metrics)} '
            "All: casekit rules list --metrics. A new one goes into metrics/NAME.yaml of your rules folder."
        )
    seen = [_see(line, kit) for line in lines]
    notes = [_already(s, metric) for s in seen if s.match.rule is not None and s.match.rule.metric == metric]
    rule = _first_guess(seen, metric, rule_id or _free_id(metric, kit))
    rule, book = _that_wins(rule, seen, kit)
    facts = [_fact(s, book, kit) for s in seen]
    if rule.beats:
        notes.append(f"these rules also held and are beaten by it: {', '.join(rule.beats)}")
    notes.append("add a second example and a counter-example. 请再补一条例句和一条反例。")
    return Draft(_yaml(rule, seen, facts), tuple(notes))


def _see(line: str, kit: Kit) -> _Seen:
    example = parse_context_example(line, _PLACE)
    read = read_text(example.text, kit, furniture=True)
    match = marked_match(read, example)
    if match is None:
        found = "、".join(q.text for q in read.reading.quantities) or "none"
        raise CasekitError(f"{line}: the mark holds no whole quantity; quantities here: {found}")
    if any(context.drop for context in match.contexts):
        names = ", ".join(c.id for c in match.contexts if c.drop)
        raise CasekitError(f"{line}: the context {names} drops this quantity; no rule can take it")
    return _Seen(example, read, match)


def _already(seen: _Seen, metric: str) -> str:
    rule = seen.match.rule
    assert rule is not None
    return f"{rule.id} already gives {metric} here ({rule.place})"


def _first_guess(seen: Sequence[_Seen], metric: str, rule_id: str) -> Rule:
    frames = [s.match.frame for s in seen]
    verbs = [head_verb(f) for f in frames]
    nouns = [own_noun(f) for f in frames]
    rule = Rule(
        id=rule_id,
        metric=metric,
        place=_PLACE,
        unit=_distinct(_unit(s.match) for s in seen),
        verb=_distinct(verbs) if all(verbs) else (),
        noun=_distinct(nouns) if all(nouns) else (),
    )
    if not rule.verb and not rule.noun:
        lefts = [f.words("left").strip("，、：共有约 ")[-4:] for f in frames]
        if not all(lefts):
            raise CasekitError("nothing stands beside the number that a rule could ask for")
        rule = replace(rule, left=_distinct(lefts))
    return rule


def _unit(match: Match) -> str:
    quantity = match.frame.quantity
    return quantity.unit if quantity.kind in _BROAD else quantity.kind or quantity.unit or NO_UNIT


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _that_wins(rule: Rule, seen: Sequence[_Seen], kit: Kit) -> tuple[Rule, RuleBook]:
    """The rule with as many `beats` as it needs to win on every line."""
    for _ in range(_TRIES):
        book = _book_with(rule, kit)
        rivals = {rival for s in seen for rival in _rivals(rule, s, book)}
        if not rivals:
            return rule, book
        rule = replace(rule, beats=tuple(sorted({*rule.beats, *rivals})))
    raise CasekitError("no draft takes this sentence; see casekit explain for the rules that do")


def _book_with(rule: Rule, kit: Kit) -> RuleBook:
    files = kit.book.files
    others = tuple(r for r in files.rules if r.id != rule.id)
    more = replace(
        files,
        rules=(*others, rule),
        verbs=files.verbs | set(rule.verb),
        nouns=files.nouns | set(rule.noun),
    )
    return RuleBook(more, kit.book.groups)


def _rivals(rule: Rule, seen: _Seen, book: RuleBook) -> set[str]:
    match = _again(seen, book)
    if match.rule is not None:
        return {match.rule.id} - {rule.id}
    return set(match.near) - {rule.id}


def _again(seen: _Seen, book: RuleBook) -> Match:
    frame = seen.match.frame
    span = frame.sentence
    inside = [q for q in seen.read.reading.quantities if span.start <= q.start and q.end <= span.end]
    found = book.read(frame.text, span, inside, frame.names)
    return next(m for m in found if m.frame.quantity.start == frame.quantity.start)


def _fact(seen: _Seen, book: RuleBook, kit: Kit) -> Fact:
    fact = seen.read.fact(_again(seen, book), kit)
    if fact is None:
        raise CasekitError("no draft takes this sentence; see casekit explain for the rules that do")
    return fact


def _free_id(metric: str, kit: Kit) -> str:
    name = metric.replace("_", "-")
    taken = {rule.id for rule in kit.book.files.rules}
    numbers = (name if n == 1 else f"{name}-{n}" for n in range(1, len(taken) + 2))
    return next(n for n in numbers if n not in taken)


def _yaml(rule: Rule, seen: Sequence[_Seen], facts: Sequence[Fact]) -> str:
    lines = [f"- id: {rule.id}", f"  metric: {rule.metric}"]
    for key in ("unit", "verb", "noun", "left", "beats"):
        if words := getattr(rule, key):
            lines.append(f"  {key}: [{', '.join(_scalar(w) for w in words)}]")
    lines.append("  examples:")
    lines += [f"    - {_scalar(_example(s.example, f))}" for s, f in zip(seen, facts, strict=True)]
    lines.append("  counter_examples: []")
    return "\n".join(lines) + "\n"


def _example(example: Example, fact: Fact) -> str:
    marked = (
        f"{example.text[: example.start]}【{example.text[example.start : example.end]}】{example.text[example.end :]}"
    )
    columns = "".join(f"; {c}={v}" for c in ("basis", "per", "status") if (v := getattr(fact, c)))
    if fact.bound == "exact":
        return f"{marked} => {_number(fact.value)}{columns}"
    return f"{marked} => [{_number(fact.low)}, {_number(fact.high)}] {fact.bound}{columns}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def _scalar(text: str) -> str:
    """The text as YAML, in quotes where YAML would read it otherwise."""
    plain = not (text[:1] in "-?:,[]{}#&*!|>'\"%@` " or ": " in text or " #" in text or text.endswith((":", " ")))
    return text if plain and text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
