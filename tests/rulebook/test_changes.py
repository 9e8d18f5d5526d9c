"""The figure a change set out from is left over; what it came to stays."""

import pytest

from casekit.rulebook import RuleBook
from tests.rulebook.marked import files, read


@pytest.fixture(scope="module")
def book():
    return RuleBook(files(verbs="招募 分发", nouns="护河员 站点 学员"), [])


def reasons(text, book):
    return [match.reason for match in read(text, book)]


@pytest.mark.parametrize(
    "text",
    [
        "护河员从春上的【35人】到眼下的【60人】",
        "护河员由开头那年的【4人】配到了【26人】",
        "护河员从2016年的【3名】，一步步添到现在的【26名】",
        "站点由最先的【2个】办成【17个】",
        "学员从【90人】到【180人】",
    ],
)
def test_first_of_two_is_left_behind(text, book):
    first, second = reasons(text, book)
    assert first == "change"
    assert second != "change"


@pytest.mark.parametrize(
    "text",
    [
        "租一天从【15元】到【60元】不等",
        "站点从省里要来【3个】，从县里争取到【5个】",
        "护河员【35人】，走到【60个】站点",
        "从【12个】站点到【60人】",
        "护河员从【35人】里挑。学员到【60人】",
    ],
)
def test_ends_of_a_range_and_figures_of_two_sources_stay(text, book):
    assert "change" not in reasons(text, book)
