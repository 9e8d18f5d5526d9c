"""The county and street that a whole text is about, from its full names, its masthead and the streets it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from casekit.cases.gazetteer import Gazetteer, is_within
from casekit.cases.short_names import committee_stem
from casekit.cases.unit import COMMUNITY, Unit

STREET_LEVELS = ("街道", "镇")
_FEW = 6  # short names may be common words; a text with more of them says nothing
_UPPER_LEVELS = ("省", "市", "区县")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text says of places as a whole: codes that settle doubt, and its one county and street, if it has one.

    `counties` are the codes of all counties named in full.
    """

    hints: frozenset[int]
    chain: tuple[str, ...] = ()
    street: str | None = None
    counties: tuple[int, ...] = ()


def find_surroundings(
    units: Sequence[Unit],
    hints: Mapping[str, int],
    papers: Callable[[], Sequence[int]],
    gazetteer: Gazetteer,
    local: bool,
    main: str | None = None,
) -> Surroundings:
    """The county and street of a text that names one only, or of its `main` place, and is about communities (`local`).

    `hints` are codes of all names, short ones included; `papers` gives those of the places that the paper or a
    dateline is named after, and is asked only where the text itself does not say.
    """
    codes = frozenset(hints.values())
    if not local:
        return Surroundings(codes)
    chains = _chains(units)
    inner = {gazetteer.named(chain[-1]) for chain in chains}
    streets = {name: None for unit in units for name, level in _parts(unit) if level in STREET_LEVELS}
    chain = max(chains, key=len) if len(inner) == 1 else _own_county(main, units) or _leading(chains, units, gazetteer)
    if not inner:
        found = _county_of(tuple(streets), units, codes, gazetteer) or _paper(papers())
        chain = (gazetteer.names[found],) if found else _only_city(units)
        codes |= {found} if found else set()
    counties = tuple(sorted(found[0] for found in inner if len(found) == 1))
    street = next(iter(streets)) if len(streets) == 1 and (len(inner) <= 1 or chain) else None
    return Surroundings(codes, chain, street, counties)


def _parts(unit: Unit) -> list[tuple[str, str]]:
    return [*unit.uppers, (unit.name, unit.level)]


def _chains(units: Sequence[Unit]) -> Counter[tuple[str, ...]]:
    """How often each chain that ends with a county is named."""
    chains = Counter[tuple[str, ...]]()
    for unit in units:
        parts = _parts(unit)
        if any(level == "区县" for _, level in parts):
            chains[tuple(name for name, level in parts if level in _UPPER_LEVELS)] += 1
    return chains


def _own_county(main: str | None, units: Sequence[Unit]) -> tuple[str, ...]:
    """The chain up to the county that the text itself gives the place it is about."""
    chains = []
    for unit in units:
        parts = _parts(unit)
        names = [name for name, _ in parts]
        if main in names and any(level == "区县" for _, level in parts[: names.index(main)]):
            chains.append(tuple(name for name, level in parts[: names.index(main)] if level in _UPPER_LEVELS))
    return max(chains, key=len, default=())


def _leading(chains: Counter[tuple[str, ...]], units: Sequence[Unit], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The county of several that holds the communities of the text and is named far more often than the others."""
    counts = Counter[tuple[int, ...]]()
    for chain, count in chains.items():
        counts[gazetteer.named(chain[-1])] += count
    holders = _holders(units, COMMUNITY, gazetteer) or _holders(units, 3, gazetteer)
    if len(holders) != 1:
        return ()
    (best,) = holders
    near = [count for codes, count in counts.items() if codes != best and _share_province(codes, best)]
    others = max(near, default=0)
    if counts[best] <= 2 * others:
        return ()
    return max((chain for chain in chains if gazetteer.named(chain[-1]) == best), key=len)


def _holders(units: Sequence[Unit], rank: int, gazetteer: Gazetteer) -> set[tuple[int, ...]]:
    """The counties that stand before a place of that rank or further in."""
    inside = (unit.uppers for unit in units if unit.rank >= rank)
    return {gazetteer.named(name) for uppers in inside for name, level in uppers if level == "区县"}


def _share_province(some: Sequence[int], others: Sequence[int]) -> bool:
    """A county of another province helps or is where people come from."""
    return any(str(one)[:2] == str(other)[:2] for one in some for other in others)


def _county_of(
    streets: Sequence[str], units: Sequence[Unit], hints: Collection[int], gazetteer: Gazetteer
) -> int | None:
    """The county that a text names only in short (利川), where streets or communities of the text lie in it."""
    named = [hint for hint in hints if len(str(hint)) == 6]
    places = {code // 1000 for street in streets for code in gazetteer.streets_named(street)}
    within = {county for county in places for hint in hints if is_within(county, hint)}
    scores = {county: _score(county, streets, gazetteer) for county in {*within, *named}}
    if len(named) <= _FEW:
        stems = {committee_stem(unit.name) for unit in units if unit.rank == COMMUNITY}
        for county in named:
            scores[county] += sum(1 for stem in stems if gazetteer.committees_named(county, stem))
    if not any(scores.values()):  # two streets of one county are enough without its name
        together = Counter(code // 1000 for street in streets for code in gazetteer.streets_named(street))
        scores = {county: count for county, count in together.items() if count > 1}
    best = max(scores.values(), default=0)
    found = [county for county, score in scores.items() if score == best]
    return found[0] if best and len(found) == 1 else None


def _score(county: int, streets: Sequence[str], gazetteer: Gazetteer) -> int:
    return sum(street in gazetteer.streets_in(county) for street in streets)


def _paper(papers: Sequence[int]) -> int | None:
    """The innermost place that mastheads and datelines name, if all the others hold it."""
    inner = max(papers, key=lambda code: len(str(code)), default=None)
    return inner if inner is not None and all(is_within(inner, code) for code in papers) else None


def _only_city(units: Sequence[Unit]) -> tuple[str, ...]:
    """The one city that a text names in full, where it names no county."""
    cities = {name: None for unit in units for name, level in _parts(unit) if level == "市"}
    return tuple(cities) if len(cities) == 1 else ()


def find_papers(text: str, names: Mapping[str, int], medium: re.Pattern[str]) -> list[int]:
    """The codes of those of the `names` that a paper is named after or a dateline gives: 宝鸡日报, 本报合作讯."""
    found = {hit["before"] or hit["after"] for hit in medium.finditer(text)}
    return [code for name, code in names.items() if any(part.endswith(name) for part in found if part)]
