"""Plurals that only take up the communities a text tells of."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas, read_cases
from casekit.extract import extract_text
from casekit.quantities import read_quantities
from casekit.text import read_page

_TWO = "建昌里社区有2400户，靖江里社区有3100户。"


@pytest.mark.parametrize(
    ("text", "summed"),
    [
        (f"{_TWO}两个社区合办集市12场。", ["两个"]),
        (f"{_TWO}两个老社区都在改。", ["两个"]),
        (f"{_TWO}这两个社区各有一本账。", ["两个"]),
        (f"两个社区，一条街\n\n{_TWO}", ["两个"]),
        (f"——河北区两个社区的账\n\n{_TWO}", ["两个"]),
        (f"{_TWO}三个社区来取经。", []),
        (f"{_TWO}街道新建两个社区。", []),
        (f"{_TWO}两个小区加装了电梯。", []),
        ("海滩村有210户，山口村有160户，白沙村有90户。三个村一条心。", ["三个"]),
        ("海滩村有210户，山口村有160户。镇里有三个村通了水。", []),
        ("乌兰嘎查养羊，巴彦嘎查养牛，乌兰嘎查的牧民常去巴彦嘎查。两个嘎查挨着。", ["两个"]),
    ],
)
def test_they_are_found(text: str, summed: list[str], atlas: Atlas) -> None:
    page = read_page(text)
    reading = read_quantities(page.text)
    found = read_cases(page, reading, None, atlas).summed
    assert [q.of(page.text) for q in (q.span for q in reading.quantities if q.start in found)] == summed


def test_they_are_no_facts() -> None:
    facts = extract_text(f"{_TWO}两个社区去年办集市12场。")
    assert [fact.quote for fact in facts] == ["2400户", "3100户", "12场"]
