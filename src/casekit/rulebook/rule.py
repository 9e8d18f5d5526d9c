"""The shapes that rule files load into: metrics, rules, contexts, and the book of them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casekit.core import Place


@dataclass(frozen=True, slots=True)
class Metric:
    """What a figure measures. `unit` is the canonical unit, `任意` where the classifier as written is kept."""

    id: str
    family: str
    unit: str
    title: str
    english: str
    definition: str
    english_definition: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """`text` without the 【】 marks, the marked quantity's span, and what is wanted of it.

    `value`, `low`, `high`, `bound` and `sets` are None or empty where the example does not state them.
    """

    text: str
    start: int
    end: int
    value: str | None
    low: str | None
    high: str | None
    bound: str | None
    sets: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say one metric. Word tuples are flat: word lists are already put in their place.

    A condition with no words is not asked. Positive conditions: at least one of the words stands in its
    zone. Negative ones (`not_…`): none does. `not_any` looks at the left zone, the noun and the right zone.
    """

    id: str
    metric: str
    place: Place
    unit: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_any: tuple[str, ...] = ()
    not_unit: tuple[str, ...] = ()
    not_verb: tuple[str, ...] = ()
    not_noun: tuple[str, ...] = ()
    not_left: tuple[str, ...] = ()
    not_right: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    predicate: str = ""  # "", "required" (the counted ones do or get something) or "none" (they are only there)
    group: str = ""  # "", "required" (a named group must stand near), "several" (two on the left), "none"
    beside: str = ""  # class of the quantity that must stand right before, "" where none need
    sets: Mapping[str, str] = field(default_factory=dict)
    beats: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()
    todo_examples: tuple[Example, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Words that change what any figure near them is: `drop` names the leftover reason, `sets` fills fact columns.

    `zone` is where the words are looked for: left, right, noun, before, clause (left + noun + right) or sentence.
    Words in `unless` are look-alikes that cancel a cue they contain (计划生育 is no 计划). A word of `not_left`
    in the left zone or the noun of the figure keeps the context away (他记着账：户均2万元 is no figure of his).
    """

    id: str
    place: Place
    words: tuple[str, ...]
    zone: str
    unit: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    not_left: tuple[str, ...] = ()
    drop: str = ""
    sets: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """Everything read from a rules folder, before it is compiled for matching.

    `lists` maps the name of each word list to its words; `verbs` and `nouns` are all words that any rule
    or list uses as such, which is how a frame knows where a noun phrase ends. `digest` is a SHA-256 over
    what they say that can change a table, whatever the order of files, entries and words.
    """

    metrics: Mapping[str, Metric]
    rules: tuple[Rule, ...]
    contexts: tuple[Context, ...]
    lists: Mapping[str, tuple[str, ...]]
    verbs: frozenset[str]
    nouns: frozenset[str]
    digest: str
