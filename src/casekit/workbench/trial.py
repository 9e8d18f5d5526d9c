"""Rule examples run as tests: what each was to give, what it gave, and which condition stood in the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath

from casekit.core import CasekitError, Place, nearest
from casekit.extract import Kit
from casekit.facts import Fact
from casekit.rulebook import Context, Example, Match, Rule
from casekit.workbench.near import nearest_rules, one_rule
from casekit.workbench.reading import Read, read_text

KINDS = ("examples", "counter_examples", "todo_examples")


@dataclass(frozen=True, slots=True)
class Trial:
    """One example of a rule or of a context; `number` counts from 1 within its kind."""

    owner: Rule | Context
    kind: str
    number: int
    example: Example

    @property
    def name(self) -> str:
        """As pytest shows it: population-residents.yaml::residents-stated::2, counter-examples with a minus sign."""
        mark = {"examples": "", "counter_examples": "not-", "todo_examples": "todo-"}[self.kind]
        return f"{PurePath(self.owner.place.file).name}::{self.owner.id}::{mark}{self.number}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a trial; `complaint` is '' where it passed."""

    trial: Trial
    complaint: str

    @property
    def passed(self) -> bool:
        """True where the example gave what it says."""
        return not self.complaint

    @property
    def place(self) -> Place:
        """Where the example is written."""
        return self.trial.example.place

    def as_data(self) -> dict[str, str | bool]:
        """The verdict as plain data."""
        return {"test": self.trial.name, "place": str(self.place), "passed": self.passed, "complaint": self.complaint}

    def __str__(self) -> str:
        example = self.trial.example
        marked = f"{example.text[: example.start]}【{example.text[example.start : example.end]}】"
        return f"{self.place}  {self.trial.owner.id}: {marked}{example.text[example.end :]}\n    {self.complaint}"


def trials_of(owners: Iterable[Rule | Context]) -> Iterator[Trial]:
    """All examples of the given rules and contexts."""
    for owner in owners:
        for kind in KINDS:
            for number, example in enumerate(getattr(owner, kind, ()), 1):
                yield Trial(owner, kind, number, example)


def run_trials(kit: Kit, only: Collection[str] = ()) -> list[Verdict]:
    """The verdicts on all examples of all rules and contexts, or of those whose id is in `only`."""
    owners: tuple[Rule | Context, ...] = (*kit.book.files.rules, *kit.book.files.contexts)
    known = {owner.id for owner in owners}
    for name in only:
        if name not in known:
            raise CasekitError(f'no rule or context "{name}". {nearest(name, known)}'.strip())
    return [run_trial(trial, kit) for trial in trials_of(o for o in owners if not only or o.id in only)]


def run_trial(trial: Trial, kit: Kit) -> Verdict:
    """The verdict on one example: its quantity must be read as marked, taken by its rule and come out as stated."""
    read = read_text(trial.example.text, kit, furniture=True)
    match = marked_match(read, trial.example)
    if match is None:
        return Verdict(trial, _no_quantity(read, trial.example))
    return Verdict(trial, _complaint(trial, read, match, kit))


def _complaint(trial: Trial, read: Read, match: Match, kit: Kit) -> str:
    if isinstance(trial.owner, Context):
        return _context_complaint(trial, match)
    taken = match.rule is not None and match.rule.id == trial.owner.id
    if trial.kind == "counter_examples":
        return f"{trial.owner.id} takes it, and must not" if taken else ""
    complaint = "" if taken else _not_taken(trial.owner, match, kit)
    if taken and (fact := read.fact(match, kit)) is not None:
        complaint = "; ".join(_differences(trial.example, fact))
    if trial.kind == "todo_examples":
        return "" if complaint else "it passes now: move it to examples. 请移到 examples。"
    return complaint


def marked_match(read: Read, example: Example) -> Match | None:
    """The match of the quantity that the example marks, None where no quantity was read just there."""
    for match in read.matches:
        span = read.source_span(match.frame.quantity)
        if (span.start, span.end) == (example.start, example.end):
            return match
    return None


def _no_quantity(read: Read, example: Example) -> str:
    marked = f"【{example.text[example.start : example.end]}】"
    for other in read.reading.others:
        if example.start < other.end and other.start < example.end:
            return f"{marked} is read as no quantity ({other.reason})"
    found = "、".join(quantity.text for quantity in read.reading.quantities) or "none"
    return f"{marked} is no whole quantity; quantities here: {found}"


def _context_complaint(trial: Trial, match: Match) -> str:
    applies = any(context.id == trial.owner.id for context in match.contexts)
    if trial.kind == "counter_examples":
        return f"{trial.owner.id} applies, and must not" if applies else ""
    return "" if applies else f"{trial.owner.id} does not apply"


def _not_taken(rule: Rule, match: Match, kit: Kit) -> str:
    said = [f"taken by {match.rule.id}" if match.rule else f"not taken ({match.reason})"]
    if match.near:
        said.append(f"rivals: {', '.join(match.near)}")
    if own := one_rule(kit.book, match.frame, rule.id):
        said += [str(failure) for failure in own.failures]
    if match.rule is None and not match.near:
        said += [f"nearest: {near.rule.id}" for near in nearest_rules(kit.book, match.frame)[:1]]
    return "; ".join(said)


def _differences(example: Example, fact: Fact) -> Iterator[str]:
    figures = (("value", fact.value), ("low", fact.low), ("high", fact.high))
    for name, got in figures:
        wanted = getattr(example, name)
        if wanted is not None and (None if wanted == "" else float(Decimal(wanted))) != got:
            yield f"{name}: wanted {wanted or 'open'}, got {'open' if got is None else _plain(got)}"
    if example.bound is not None and example.bound != fact.bound:
        yield f"bound: wanted {example.bound}, got {fact.bound}"
    for column, asked in example.sets.items():
        stands = getattr(fact, column) or "null"
        if (asked or "null") != stands:
            yield f"{column}: wanted {asked or 'null'}, got {stands}"


def _plain(value: float) -> str:
    return f"{value:.12g}"
