"""How long the gazetteer takes to load, and a chain of places to be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from casekit.cases import load_atlas
from casekit.cases.place import resolve_place
from tests.bench.clock import Subject, in_turns, processor
from tests.bench.plan import Plan, check

_TIMES = 2_000
# Divisions above, street or none, and the code that the chain must lead to.
_CHAINS = (
    (("贵港市", "港北区"), "港城街道", "450802"),
    (("贵港市", "港北区"), None, "450802"),
    (("内蒙古自治区", "巴彦淖尔市", "临河区"), None, "150802"),
    (("南明区",), None, "520102"),
    (("鼓楼区",), None, None),
)


def places(plan: Plan) -> Iterator[str]:
    """Loading, and look-ups of chains that are whole, short, and that many places could be."""
    atlas = load_atlas()
    for uppers, street, code in _CHAINS:
        found = resolve_place(uppers, street, (), atlas.gazetteer).adcode
        check((found or "")[: len(code or "")] == (code or ""), f"{uppers} is not {code} but {found}")
    subjects: dict[str, Subject] = {"load": processor(lambda _: load_atlas())}
    for uppers, street, _ in _CHAINS:
        subjects[" ".join(filter(None, (*uppers, street)))] = processor(
            lambda _, u=uppers, s=street: [resolve_place(u, s, (), atlas.gazetteer) for _ in range(_TIMES)]
        )
    times = in_turns(subjects, plan.goes)
    yield f"Loaded: {len(atlas.gazetteer.names):,} divisions; committees are read county by county when asked for.\n"
    yield "| what | processor time |"
    yield "|---|---|"
    yield f"| gazetteer, names and word lists, loaded | {times.pop('load').text(0, 1000)} ms |"
    for name, taken in times.items():
        yield f"| {name} | {taken.text(1, 1e6 / _TIMES)} µs |"
