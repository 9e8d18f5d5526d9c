"""Every word of every rule in one automaton: text in, the words that stand in it out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick


class Hit(NamedTuple):
    """The word with number `term` stands at `[start, end)`."""

    term: int
    start: int
    end: int


class Hits:
    """The hits of one sentence by start, then end; looking at a zone costs what stands in it, not the whole sentence.

    `far` are the numbers of words that rules look for anywhere before a clause.
    """

    __slots__ = ("_far", "_hits", "_last", "_starts")

    def __init__(self, hits: list[Hit], far: frozenset[int] = frozenset()) -> None:
        self._hits = hits
        self._starts = [hit[1] for hit in hits]
        self._last: dict[tuple[int, int], dict[int, Hit]] = {}
        self._far = far

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._hits)

    def with_hits(self, hits: list[Hit]) -> Hits:
        """These hits instead, sorted by start."""
        return Hits(hits, self._far)

    def at(self, start: int, end: int) -> Hit | None:
        """The hit that stands exactly there."""
        for number in range(bisect_left(self._starts, start), len(self._hits)):
            hit = self._hits[number]
            if hit[1] != start:
                return None
            if hit[2] == end:
                return hit
        return None

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits that lie in `[start, end)`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [hit for hit in self._hits[first:last] if hit[2] <= end] if first < last else []

    def last_in(self, start: int, end: int) -> dict[int, Hit]:
        """Term number to the last hit of that term in `[start, end)`; kept, since frames share their zones."""
        found = self._last.get((start, end))
        if found is None:
            found = self._last[start, end] = {hit[0]: hit for hit in self.within(start, end)}
        return found

    def far_in(self, start: int, end: int) -> dict[int, Hit]:
        """The same for the words that rules look for anywhere before a clause."""
        far = self._far
        return {hit[0]: hit for hit in self.within(start, end) if hit[0] in far} if start < end else {}

    def covering(self, hit: Hit, longest: int) -> list[Hit]:
        """The hits that hold every character of `hit`, itself included, none longer than `longest`."""
        first = bisect_left(self._starts, hit.end - longest)
        last = bisect_left(self._starts, hit.start + 1, first)
        return [other for other in self._hits[first:last] if other.end >= hit.end]


class TermIndex:
    """Words to numbers, and one pass over a text that finds them all, nested and overlapping ones too.

    >>> index = TermIndex(["化解", "矛盾纠纷", "纠纷"])
    >>> [index.words[hit.term] for hit in index.scan("化解矛盾纠纷217起")]
    ['化解', '矛盾纠纷', '纠纷']

    Inside the `whole` words no other of two characters and more is found: the guards (保安) of 保安族 are none.
    """

    def __init__(self, words: Iterable[str], far: Iterable[str] = (), whole: Iterable[str] = ()) -> None:
        self.words: tuple[str, ...] = tuple(sorted({w for w in words if w}))
        self.numbers: Mapping[str, int] = {w: i for i, w in enumerate(self.words)}
        self._automaton = AhoCorasick(list(self.words)) if self.words else None
        self.longest = max(map(len, self.words), default=0)
        self._far = self.ids(far)
        held = {name: [w for w in self.words if len(w) > 1 and w != name and w in name] for name in whole}
        self._whole = self.ids(name for name in held if held[name])
        self._inner = self.ids(w for words in held.values() for w in words)

    def scan(self, text: str, shift: int = 0) -> Hits:
        """All hits in order of their start; `shift` is added to every offset."""
        if self._automaton is None:
            return Hits([])
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not self._inner.isdisjoint(map(itemgetter(0), found)):
            found = self._outside(found)
        found.sort(key=itemgetter(1))  # they come by their ends, and stay so where they begin together
        made = tuple.__new__  # half the time of Hit(...), which does the same one call further
        return Hits([made(Hit, (term, start + shift, end + shift)) for term, start, end in found], self._far)

    def _outside(self, found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """Those that do not lie inside a word that is to be taken as a whole."""
        whole = [(start, end) for term, start, end in found if term in self._whole]
        return [
            hit
            for hit in found
            if hit[0] not in self._inner or not any(start <= hit[1] and hit[2] <= end for start, end in whole)
        ]

    def ids(self, words: Iterable[str]) -> frozenset[int]:
        """The numbers of the given words."""
        return frozenset(self.numbers[w] for w in words if w)
