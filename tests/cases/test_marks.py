"""What points at places: each way of finding it gives what the plain pattern for it gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from casekit.cases.marks import _plurals
from casekit.cases.near_words import load_near_words

WORDS = load_near_words().pointing

# Number and class word in one, as the language has them.
PLURAL = re.compile(
    r"(?P<count>[两二三四五六七八九十几\d](?:(?<=\d)\d)?)个?(?:[老渔山苗侗彝瑶畲古]|行政|自然)?"
    r"(?P<class>社区|居民区|嘎查|小区|安置点|村|寨|屯|庄)(?![级干])"
)


@given(st.text(alphabet="12３十二两几个社区居民小安置点村寨屯庄级干的老苗行政自然嘎查", max_size=24))
def test_a_number_of_communities_is_found_by_its_class_word(text: str) -> None:
    plain = [(found.start(), found.end(), found["class"]) for found in PLURAL.finditer(text)]
    assert [(mark.start, mark.end, mark.word) for mark in _plurals(text, WORDS)] == plain


def test_how_many_they_are() -> None:
    counts = [(mark.word, mark.count) for mark in _plurals("12个社区、三个村、几个寨、312小区和村级", WORDS)]
    assert counts == [("社区", 12), ("村", 3), ("寨", 0), ("小区", 12)]
