"""The known words of one sentence, by their part in a frame."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from casekit.core import Span
from casekit.core.settled import settled
from casekit.rulebook.terms import Hit
from casekit.rulebook.wording import Phrases, Series
from casekit.rulebook.zones import clause_starts


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


WordT = TypeVar("WordT", bound=_Placed)

# What a term can be in a frame; one may be several of them.
VERB, NOUN, GROUP = 1, 2, 4


class Words(Generic[WordT]):
    """Words of one sentence in text order; looking at a place costs what stands there, not the whole sentence."""

    __slots__ = ("_found", "_longest", "_starts", "_words")

    def __init__(self, words: Sequence[WordT]) -> None:
        self._words = words
        self._starts = [word.start for word in words]
        self._longest = max([word.end - word.start for word in words]) if words else 0
        self._found: dict[tuple[int, int], tuple[WordT, ...]] = {}

    def __iter__(self) -> Iterator[WordT]:
        return iter(self._words)

    def within(self, start: int, end: int) -> tuple[WordT, ...]:
        """Those that lie in `[start, end)`; kept, since a frame asks for the same phrase several times."""
        if start >= end or not self._longest:
            return ()
        found = self._found.get((start, end))
        if found is None:
            first = bisect_left(self._starts, start)
            last = bisect_left(self._starts, end, first)
            found = tuple([word for word in self._words[first:last] if word.end <= end]) if first < last else ()
            self._found[start, end] = found
        return found

    def beginning(self, start: int, end: int) -> WordT | None:
        """The first that begins in `[start, end)`."""
        first = bisect_left(self._starts, start)
        return self._words[first] if first < len(self._starts) and self._starts[first] < end else None

    def over(self, at: int) -> Sequence[WordT]:
        """Those that hold the character at `at`."""
        if not self._longest:
            return ()
        first = bisect_right(self._starts, at - self._longest)
        last = bisect_right(self._starts, at, first)
        return [word for word in self._words[first:last] if word.end > at] if first < last else ()


@settled
@dataclass(frozen=True, slots=True)
class Marks:
    """Where verbs, nouns (none inside a longer one) and names of ethnic groups stand in a sentence of `text`.

    `clauses` is where its clauses begin, `phrases` and `series` the words by which frames are made of it, `names`
    where names of places stand in it.
    """

    text: str
    sentence: Span
    clauses: Sequence[int]
    verbs: Words[Span]
    nouns: Words[Span]
    groups: Words[Hit]
    phrases: Phrases
    series: Series
    names: tuple[Span, ...] = ()


def read_marks(
    text: str,
    sentence: Span,
    hits: Sequence[Hit],
    parts: bytes,
    phrases: Phrases,
    series: Series,
    names: tuple[Span, ...] = (),
) -> Marks:
    """The marks of a sentence, in text order; `parts` tells of each term by its number if it is a VERB, NOUN, GROUP."""
    things = Words(_outermost([hit for hit in hits if parts[hit[0]] & NOUN]))
    acts = [Span(hit[1], hit[2]) for hit in hits if parts[hit[0]] & VERB]
    # 夜巡|队, 宣讲|员, 回收|率 are nouns; 服务|队员 and 培训|员工 are none.
    acts = [verb for verb in acts if _governs(verb, things) and phrases.noun_making.match(text, verb.end) is None]
    groups = [hit for hit in hits if parts[hit[0]] & GROUP]
    # 芷江侗族|自治县, 黔东南苗族|侗族自治州 are places, nobody's number.
    named = Words([hit for hit in groups if phrases.of_a_place.match(text, hit[2]) is None])
    return Marks(text, sentence, clause_starts(text, sentence), Words(acts), things, named, phrases, series, names)


def within(words: Words[WordT], zone: Span) -> tuple[WordT, ...]:
    """Those of the words that lie in the zone."""
    return words.within(zone.start, zone.end)


def _governs(verb: Span, nouns: Words[Span]) -> bool:
    """False for a verb inside a longer known noun (培训|班) and for one that runs into a noun (引[进|项]目).

    A noun that itself runs into another takes no verb away: 翻新 in 翻[新居民]楼 stands.
    """
    for noun in nouns.over(verb.start):
        if noun.end > verb.end or (noun.end == verb.end and noun.start != verb.start):
            return False
    run_into = _run_into_by(verb, nouns)
    return not run_into or all(_runs_into(noun, nouns) for noun in run_into)


def _runs_into(one: Span, nouns: Words[Span]) -> bool:
    return bool(_run_into_by(one, nouns))


def _run_into_by(one: Span, nouns: Words[Span]) -> list[Span]:
    """The nouns whose beginning is the end of `one`."""
    return [noun for noun in nouns.over(one.end) if one.start < noun.start < one.end]


def _outermost(hits: Sequence[Hit]) -> list[Span]:
    """Where those stand that are inside no longer one, in text order; `hits` are sorted by start, then end."""
    out: list[Hit] = []
    for hit in hits:
        # Sorted as they are, the last one kept reaches furthest, and only one that begins where it does holds it.
        while out and out[-1][1] == hit[1]:
            out.pop()
        if not out or out[-1][2] < hit[2]:
            out.append(hit)
    return [Span(hit[1], hit[2]) for hit in out]
