"""A figure of no community is left over; in a report on communities that names none it is kept as a problem."""

import pytest

from casekit.cases import CaseReading
from casekit.documents import Document
from casekit.extract import document as one_document
from casekit.extract import extract_document
from casekit.extract.subject import subject_of

ECONOMY = "入秋以来，全国造纸行业大中企业出口总额增长平稳，新建项目130个，投入资金458亿元，培训职工2.6万人次。" * 5
FIREMEN = "火灾发生后，消防部门投入力量扑救，现场有消防员2000名，附近村民已经疏散。" * 8


@pytest.mark.parametrize(
    ("text", "is_about"),
    [
        (ECONOMY, False),
        (FIREMEN[:180], True),
        ("全年化解矛盾纠纷86起。", True),
        (ECONOMY + "附近居民已经疏散。", False),
    ],
)
def test_what_a_text_is_about(text, is_about):
    assert subject_of(text, CaseReading((), ())).local is is_about


def test_what_presents_communities_is_about_them():
    assert subject_of(ECONOMY, CaseReading((), (), local=True)).local


def test_in_news_of_another_kind_a_named_community_keeps_its_own_figures(kit):
    extraction = extract_document(Document("a", ECONOMY + "柳园社区化解矛盾纠纷86起。", ""), kit)
    assert [(fact.case, fact.quote) for fact in extraction.facts] == [("柳园社区", "86起")]
    assert [left for left in extraction.leftovers if left.reason == "no-community"]


PRAISE = "桂花飘香，邻里和睦，大家的日子越过越有滋味，老人孩子都爱到院里坐坐，说说家常，晒晒太阳，听听小曲。" * 5


def test_in_a_report_that_names_its_community_nothing_is_a_fact_of_nobody(kit):
    text = f"义诊车开来了，体检居民46名。{PRAISE}\n柳园社区化解矛盾纠纷86起。\n桃园社区化解矛盾纠纷35起。"
    extraction = extract_document(Document("a", text, ""), kit)
    assert [(fact.case, fact.quote) for fact in extraction.facts] == [("柳园社区", "86起"), ("桃园社区", "35起")]
    assert [(left.quote, left.reason) for left in extraction.leftovers] == [("46名", "no-community")]


def test_where_no_community_is_named_its_figures_are_kept_with_a_problem(kit):
    text = f"社区里义诊车开来了，社区体检居民46名。{PRAISE}\n社区居民都说好。社区化解矛盾纠纷86起。"
    extraction = extract_document(Document("a", text, ""), kit)
    assert [(fact.case, fact.quote) for fact in extraction.facts] == [(None, "46名"), (None, "86起")]
    assert [problem.code for problem in extraction.problems] == ["no-case", "no-case"]


def test_figures_of_another_subject_are_left_over_and_no_rule_is_asked(kit):
    extraction = extract_document(Document("a", ECONOMY, ""), kit)
    assert [fact for fact in extraction.facts if fact.case is None] == []
    left = [left for left in extraction.leftovers if left.reason == "no-community"]
    assert left
    assert all(not left.near and left.quote in left.sentence for left in left)


WIDE = [
    ECONOMY,
    ECONOMY + "\n来源：中原日报 点击数：2917\n第3版 2023年5月6日",
    "新增13个；" * 40 + "其中5个在建。\n其中跨省务工1480人。" + ECONOMY,
    "广东省新建港口8个。\n" + ECONOMY + "\n▲图为工地，人员１２０名。",
    "１月新增５ ００户\n" * 30 + "收集意\n见 50 条，涉及３省",
]


@pytest.mark.parametrize("text", WIDE)
def test_where_no_figure_can_be_kept_asking_no_rule_gives_what_asking_gives(kit, monkeypatch, text):
    document = Document("a", text, "")
    short = extract_document(document, kit)
    monkeypatch.setattr(one_document._Extractor, "_can_keep_figures", lambda self: True)
    assert extract_document(document, kit) == short
    assert short.leftovers and not short.facts
