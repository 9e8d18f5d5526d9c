"""Facts chosen for showing, and the place of their quotes in their sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.compare.browse import Filter, find_facts, marked, texts_of


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(), 133),
        (Filter(cases=("荷城",)), 31),
        (Filter(cases=("荷城", "宁湖社区"), metrics=("population",)), 3),
        (Filter(families=("ethnicity",)), 8),
        (Filter(docs=("nanning",)), 14),
        (Filter(cases=("无此社区",)), 0),
    ],
)
def test_filters(ten: Path, wanted: Filter, count: int) -> None:
    found = find_facts(ten, wanted).facts
    assert found.num_rows == count
    assert find_facts(ten, wanted, 2).facts.num_rows == min(count, 2)


def test_every_quote_is_marked_where_it_stands(all_gold: Path) -> None:
    found = find_facts(all_gold, Filter()).facts
    texts = texts_of(all_gold, found["doc"].unique().to_pylist())
    for fact in found.to_pylist():
        before, quote, after = marked(fact, texts[fact["doc"]])
        assert (before + quote + after, quote) == (fact["sentence"], fact["quote"])
        begin = texts[fact["doc"]].rfind(fact["sentence"], 0, fact["start"] + len(fact["sentence"]))
        assert begin + len(before) == fact["start"]
