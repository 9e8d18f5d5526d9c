"""Where names of places stand, and that no number and no word in them counts."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas, read_cases, without_names
from casekit.core import Span
from casekit.extract import extract_text
from casekit.quantities import read_quantities
from casekit.text import read_page


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("石塘村有310户。走进石塘村，", ["石塘", "石塘"]),
        ("柳溪镇石塘村有310户。", ["柳溪镇石塘"]),  # with the town before it
        ("石塘村有310户，山口村有160户。", ["石塘", "山口"]),
        ("松岚村有310户。松岚160人外出打工。", ["松岚", "松岚"]),  # without its class word
        ("贵港市有310个村。", ["贵港"]),
        ("下山塘村有310户，像下山塘这样的村不多。", ["下山塘", "下山塘"]),  # a long one wherever it stands
        ("东门市场有310个摊位，住户160户。", []),  # says itself what it is
    ],
)
def test_names_stand_without_their_class_words(atlas: Atlas, text: str, names: list[str]) -> None:
    page, reading = read_page(text), read_quantities(text)
    assert [span.of(text) for span in read_cases(page, reading, None, atlas).names] == names


@pytest.mark.parametrize(
    ("text", "figures", "others"),
    [
        ("六棵槐镇有社区12个。", ["12个"], [("六棵", "name")]),
        ("六棵槐12棵。", ["六棵", "12棵"], []),
    ],
)
def test_numbers_in_names_are_none(text: str, figures: list[str], others: list[tuple[str, str]]) -> None:
    reading = read_quantities(text)
    found = without_names(reading, [Span(0, 3)] if others else [])
    assert [quantity.text for quantity in found.quantities] == figures
    assert [(other.text, other.reason) for other in found.others] == others
    assert reading.quantities[0].text == "六棵"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("下山塘村在坡上，310户1,050人。", ["households", "population"]),  # no wells, no ponds
        ("九堂镇石井塘村有310户。", ["households"]),
        ("三门坝村有310户。照三门坝的样子，镇里推开。", ["households"]),
        ("南城区有社区12个。", ["other_count"]),
    ],
)
def test_words_in_names_call_no_rule(text: str, metrics: list[str]) -> None:
    assert [fact.metric for fact in extract_text(text)] == metrics
