"""From one report to its facts: grounded, accounted for, the same every time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.documents import Document
from casekit.extract import extract_document

REPORT = """石榴社区里的账本

本报讯 石榴社区位于城东，面积1.2平方公里，现有居民2100户、6300多人，其中少数民族居民410人。
2023年以来，社区化解矛盾纠纷86起，为老人送餐上门1200余人次。
"""


def document(text):
    return Document("a.txt", text, "0" * 64)


def test_facts_have_their_figures_intervals_and_quotes(kit):
    facts = extract_document(document(REPORT), kit).facts
    found = {f.metric: (f.value, f.low, f.high, f.unit, f.quote) for f in facts}
    assert found["area"] == (1.2, 1.2, 1.2, "平方公里", "1.2平方公里")
    assert found["households"] == (2100, 2100, 2100, "户", "2100户")
    assert found["population"] == (6300, 6300, 6400, "人", "6300多人")
    assert found["minority_population"] == (410, 410, 410, "人", "410人")
    assert found["disputes_mediated"] == (86, 86, 86, "起", "86起")


def test_every_number_is_a_fact_or_a_leftover_with_a_reason(kit):
    extraction = extract_document(document(REPORT), kit)
    assert [(x.quote, x.reason) for x in extraction.leftovers if "2023" in x.quote]
    taken = [(x.start, x.end) for x in (*extraction.facts, *extraction.leftovers)]
    for at, character in enumerate(REPORT):
        if character.isdigit():
            assert sum(start <= at < end for start, end in taken) == 1, REPORT[at - 5 : at + 5]


def test_quotes_are_the_characters_under_their_spans(kit):
    extraction = extract_document(document(REPORT), kit)
    for mention in (*extraction.facts, *extraction.leftovers):
        assert REPORT[mention.start : mention.end] == mention.quote


def test_a_document_that_could_not_be_read_is_a_problem(kit):
    broken = Document("b.txt", "", "0" * 64, status="unreadable", error="no known encoding fits")
    extraction = extract_document(broken, kit)
    assert extraction.facts == ()
    assert [p.code for p in extraction.problems] == ["unreadable"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="石榴社区居民共有 1234567890百千万余户人件，。、；\n（）“”%元", max_size=80))
def test_any_text_is_read_without_a_crash_and_grounded(kit, text):
    extraction = extract_document(document(text), kit)
    for mention in (*extraction.facts, *extraction.leftovers):
        assert text[mention.start : mention.end] == mention.quote
    assert extraction == extract_document(document(text), kit)
