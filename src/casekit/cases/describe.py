"""One case from everything a text says about it: where it is, its id, when it was founded, who lives there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from casekit.cases.case import Case
from casekit.cases.draft import Draft
from casekit.cases.gazetteer import Gazetteer, is_within
from casekit.cases.place import Place, resolve_place
from casekit.cases.short_names import committee_stem
from casekit.cases.surroundings import STREET_LEVELS, Surroundings
from casekit.cases.unit import COMMUNITY, COUNTY, STREET


def describe_case(draft: Draft, around: Surroundings, gazetteer: Gazetteer) -> tuple[Case, Place]:
    """The case in the text's own script, and its place with what is left open."""
    place = _place(draft, around, gazetteer)
    code = _official(draft, place, gazetteer)
    if draft.rank == COMMUNITY and code is not None and place.street is None:
        place = _with_street_of(code, place, gazetteer)
    case = Case(
        case_id=_case_id(draft, place, code),
        name=draft.name,
        level=draft.level,
        start=draft.start,
        end=draft.end,
        province=place.province,
        city=place.city,
        district=place.district,
        street=place.street,
        adcode=place.adcode,
        founded=draft.founded,
        groups=tuple(draft.groups),
    )
    return case, place


def _place(draft: Draft, around: Surroundings, gazetteer: Gazetteer) -> Place:
    chain = [name for name, level in draft.uppers if level not in STREET_LEVELS]
    street = next((name for name, level in draft.uppers if level in STREET_LEVELS), None)
    if draft.rank < STREET:
        chain.append(draft.name)
    elif draft.rank == STREET:
        street = draft.name
    chain = sorted(dict.fromkeys(chain), key=lambda name: _depth(name, gazetteer))
    if not chain and street:
        holders = [county for county in around.counties if street in gazetteer.streets_in(county)]
        chain += [gazetteer.names[county] for county in holders if len(holders) == 1]
    if draft.rank >= STREET and _lies_around(chain, around, gazetteer):
        chain += [name for name in around.chain if name not in chain]
        street = street or (around.street if draft.rank > STREET else None)
    return resolve_place(chain, street, around.hints, gazetteer)


def _lies_around(chain: Sequence[str], around: Surroundings, gazetteer: Gazetteer) -> bool:
    """Whether a place of this chain can lie in the one county, or else the one street, of the text."""
    if not chain or not around.chain:
        return not chain
    outers = gazetteer.named(chain[-1])
    return any(is_within(code, outer) for code in gazetteer.named(around.chain[-1]) for outer in outers)


def _depth(name: str, gazetteer: Gazetteer) -> int:
    """1 for a province, 2 for a city, 3 for a county."""
    codes = gazetteer.named(name)
    whole = [code for code in codes if gazetteer.names.get(code) == name]
    return max((len(str(code)) for code in whole or codes), default=6) // 2


def _official(draft: Draft, place: Place, gazetteer: Gazetteer) -> int | None:
    """The code of a place in the gazetteer; a community is looked up in its county and, where stated, street."""
    if draft.name == "全国":
        return 0
    if draft.rank <= COUNTY:
        return place.code
    if draft.rank == STREET:
        return place.code if place.code is not None and place.code > 100_000_000 else None
    if draft.rank != COMMUNITY or place.code is None or place.code < 100_000:
        return None
    county, street = int(str(place.code)[:6]), place.code if place.code > 100_000_000 else None
    if place.street is not None and street is None:
        return None
    return gazetteer.find_committee(county, committee_stem(draft.name), draft.level == "社区", street)


def _with_street_of(code: int, place: Place, gazetteer: Gazetteer) -> Place:
    street = gazetteer.names.get(code // 1000)
    return Place(place.province, place.city, place.district, street, place.code)


def _case_id(draft: Draft, place: Place, code: int | None) -> str:
    """Twelve digits where the code is known; else a hash of county and name, which every report of a place gives."""
    if code is not None:
        return str(code).ljust(12, "0")
    where = place.adcode or "".join(filter(None, (place.province, place.city, place.district)))
    return "x" + hashlib.sha256(f"{where}/{draft.name}".encode()).hexdigest()[:11]
