"""Explanations: the frame, the rule with its conditions, or what stood in the way."""

from __future__ import annotations

from tests.workbench.conftest import KitOf

from casekit.documents import Document
from casekit.extract import Kit, extract_document
from casekit.workbench.explain import Explanation, at_offset, explain_document
from casekit.workbench.telling import as_data, told

_TEXT = "荷城社区：2023年以来，化解邻里纠纷86起，组建巡逻队3支，计划化解矛盾9件。"
_MORE = """\
- id: any-dispute
  metric: grids
  unit: [起]
  left: [纠纷]
"""
_CONTEXTS = "- {id: plan, words: [计划], zone: left, drop: plan}\n"


def _explained(kit: Kit, text: str = _TEXT) -> dict[str, Explanation]:
    return {e.quote: e for e in explain_document(Document(doc="", text=text, sha256=""), kit)}


def test_every_number_is_explained_in_order(kit_of: KitOf) -> None:
    found = _explained(kit_of(contexts=_CONTEXTS))
    assert {quote: e.reason for quote, e in found.items()} == {
        "2023年": "year",
        "86起": "",
        "3支": "no-rule",
        "9件": "plan",
    }
    assert all(e.span.of(_TEXT) == quote for quote, e in found.items())
    assert [e.span.start for e in found.values()] == sorted(e.span.start for e in found.values())


def test_explanations_agree_with_extraction(kit_of: KitOf) -> None:
    kit = kit_of(contexts=_CONTEXTS, rules__more=_MORE)
    extraction = extract_document(Document(doc="a", text=_TEXT, sha256=""), kit)
    found = explain_document(Document(doc="a", text=_TEXT, sha256=""), kit)
    facts = [(e.span.start, e.fact.rule, e.case, e.how) for e in found if e.fact]
    assert facts == [(f.start, f.rule, f.case, f.how) for f in extraction.facts]
    left = [(e.span.start, e.reason) for e in found if not e.fact]
    assert left == [(x.start, x.reason) for x in extraction.leftovers]


def test_the_rule_that_took_it_is_shown_with_its_words(kit_of: KitOf) -> None:
    kit = kit_of(rules__more=_MORE)
    lines = "\n".join(told(_explained(kit)["86起"], kit))
    assert "✓ disputes → disputes 化解纠纷" in lines
    assert "✓ unit 起  ✓ verb 化解  ✓ noun 纠纷" in lines
    assert "case 荷城社区" in lines
    assert "also held: any-dispute → grids, fits less" in lines


def test_what_stood_in_the_way_is_shown_with_its_word(kit_of: KitOf) -> None:
    kit = kit_of(contexts=_CONTEXTS)
    left = _explained(kit, "调处邻里纠纷86起。化解邻里纠纷3支。")
    assert "near disputes → disputes" in "\n".join(told(left["86起"], kit))
    assert "✗ verb: asks 化解、调解; found 「" in "\n".join(told(left["86起"], kit))
    assert "✗ unit: asks 件、起; found 「支 (件数)」" in "\n".join(told(left["3支"], kit))
    assert "context plan: drop plan" in "\n".join(told(_explained(kit)["9件"], kit))


def test_a_tie_names_both_rules(kit_of: KitOf) -> None:
    kit = kit_of(rules__more=_MORE.replace("left: [纠纷]", "verb: [化解]\n  noun: [邻里, 纠纷]"))
    found = _explained(kit)["86起"]
    assert found.reason == "contested"
    assert {rule.id for rule in found.lost} == {"any-dispute", "disputes"}


def test_an_offset_chooses_the_number_there_or_the_nearest(kit_of: KitOf) -> None:
    found = list(_explained(kit_of()).values())
    assert [e.quote for e in at_offset(found, _TEXT.index("86起") + 1)] == ["86起"]
    assert [e.quote for e in at_offset(found, _TEXT.index("，组建"))] == ["86起"]
    assert [e.quote for e in at_offset(found, 10_000)] == ["9件"]
    assert at_offset([], 3) == []


def test_the_data_names_columns_as_the_tables_do(kit_of: KitOf) -> None:
    kit = kit_of()
    found = _explained(kit)
    data = as_data(found["86起"], kit)
    assert (data["start"], data["value"]) == (found["86起"].span.start, 86.0)
    assert (data["rule"], data["metric"]) == ("disputes", "disputes")
    assert {"name": "noun", "holds": True, "word": "纠纷"} in data["conditions"]
    near = as_data(found["3支"], kit)
    assert near["reason"] == "no-rule" and near["frame"]["noun"] == "组建巡逻队"


def test_words_and_numbers_in_names_count_for_nothing_here_too(kit_of: KitOf) -> None:
    text = "六棵槐镇纠纷岭村的账：去年开会86起。"
    kit = kit_of(rules__more=_MORE)
    found = _explained(kit, text)
    assert {quote: e.reason for quote, e in found.items()} == {"六棵": "name", "86起": "no-rule"}
    extraction = extract_document(Document(doc="a", text=text, sha256=""), kit)
    assert {leftover.quote: leftover.reason for leftover in extraction.leftovers} == {"六棵": "name", "86起": "no-rule"}
