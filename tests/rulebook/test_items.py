"""An item of a list that no rule knows is taken as the one beside it; what a clause of its own tells is not."""

import pytest

from casekit.core import Place
from casekit.rulebook import RuleBook
from casekit.rulebook.rule import Rule
from tests.rulebook.marked import files, read

AT = Place("x.yaml")
FACILITIES = Rule("facilities", "facilities", AT, unit=("件数",), noun=("凉亭", "球场"))
PEOPLE = Rule("people", "population", AT, unit=("人数",), noun=("居民",))
MENDED = Rule("mended", "other_service", AT, unit=("件数",), verb=("修好",))


def taken(text):
    matches = read(text, RuleBook(files(FACILITIES, PEOPLE, MENDED)))
    return [match.rule.metric if match.rule else match.reason for match in matches]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("有凉亭【3座】、石磨【9盘】", ["facilities", "facilities"]),
        ("有石磨【9盘】、凉亭【3座】", ["facilities", "facilities"]),
        ("有石磨【9盘】、木犁【4架】和凉亭【3座】", ["facilities", "facilities", "facilities"]),
        ("有【3座】凉亭、【9盘】石磨", ["facilities", "facilities"]),
        ("有【3座】凉亭以及【9盘】石磨", ["facilities", "facilities"]),
        ("有凉亭【3座】，石磨转了【9盘】", ["facilities", "no-rule"]),  # a clause of its own
        ("有凉亭【3座】、石磨【9人】", ["facilities", "no-rule"]),  # another kind of figure
        ("有居民【30人】、石磨【9盘】", ["population", "no-rule"]),
        ("有凉亭【3座】、去年赶集用的石磨一共【9盘】", ["facilities", "no-rule"]),  # no name, a story
        ("修好石磨【9盘】、木犁【4架】", ["other_service", "other_service"]),
    ],
)
def test_items_of_a_list(text, metrics):
    assert taken(text) == metrics
