"""Communities, their places and their ethnic groups."""

from __future__ import annotations

from casekit.evaluate.cases import tally_cases
from casekit.evaluate.gold import GoldCase

GOLD = [
    GoldCase("荷城社区", {"city": "贵港市", "district": "港北区"}, frozenset({"汉族", "壮族"})),
    GoldCase("金晖社区", {"city": "安宁市"}, frozenset()),
    GoldCase("港北区", {}, frozenset(), optional=True),
]


def test_communities_places_and_groups_are_counted_apart() -> None:
    found = [
        {"case": "荷城社区", "city": "贵港市", "district": None, "groups": ["壮族", "瑶族"]},
        {"case": "港北区", "city": "贵港市", "groups": None},
        {"case": "乐堂村", "groups": ["苗族"]},
    ]
    tally = tally_cases(GOLD, found)
    assert (tally.cases.found, tally.cases.wanted, tally.cases.right) == (2, 2, (1,))
    assert (tally.groups.found, tally.groups.wanted, tally.groups.right) == (2, 2, (1,))
    assert (tally.places["city"].right, tally.places["city"].asked) == (1, 2)
    assert tally.places["district"].accuracy == 0.0
    assert tally.places["founded"].accuracy == 1.0


def test_a_community_found_twice_counts_once() -> None:
    assert tally_cases(GOLD, [{"case": "金晖社区"}, {"case": "金晖社区"}]).cases.found == 1
