"""Drafts of rules pass their own example when they are loaded again."""

from __future__ import annotations

import pytest
from tests.workbench.conftest import KitOf

from casekit.core import CasekitError
from casekit.workbench.draft import draft_rule
from casekit.workbench.trial import run_trials


@pytest.mark.parametrize(
    "line",
    [
        "化解邻里纠纷【86起】",
        "社区新增养老床位【近120张】",
        "全村光伏装机容量【1.2万千瓦】",
        "藏书【3万余册】的图书馆",
        "年均调解矛盾【40件以上】",
        '小区有"共享"车位：【30个】',
        "- 加装电梯【12部】",
        "全长【3公里】",
    ],
)
def test_a_draft_passes_its_example(kit_of: KitOf, line: str) -> None:
    draft = draft_rule([line], "facilities", kit_of(), "mine")
    kit = kit_of(rules__mine=draft.text)
    assert [v.complaint for v in run_trials(kit, ["mine"])] == [""], draft.text


def test_a_rule_that_also_holds_is_beaten(kit_of: KitOf) -> None:
    more = "- {id: more, metric: grids, unit: [起], verb: [化解], left: [邻里], right: [在册]}\n"
    draft = draft_rule(["化解邻里纠纷【86起】在册"], "facilities", kit_of(rules__disputes=more), "mine")
    assert "beats: [more]" in draft.text
    assert any("more" in note for note in draft.notes)


def test_a_rule_that_gives_the_metric_already_is_named(kit_of: KitOf) -> None:
    draft = draft_rule(["化解邻里纠纷【86起】"], "disputes", kit_of())
    assert any("disputes already gives disputes" in note for note in draft.notes)
    assert draft.text.startswith("- id: disputes-2\n")


def test_several_sentences_make_one_rule(kit_of: KitOf) -> None:
    lines = ["调解邻里纠纷【86起】", "化解家庭矛盾【9件】"]
    draft = draft_rule(lines, "grids", kit_of(rules__disputes=""), "mine")
    assert draft.text.count("【") == 2
    kit = kit_of(rules__disputes="", rules__mine=draft.text)
    assert [v.complaint for v in run_trials(kit, ["mine"])] == ["", ""]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("化解邻里纠纷86起", "marks 0"),
        ("化解邻里纠纷【86】起", "no whole quantity"),
        ("【2023年】化解纠纷", "no whole quantity"),
    ],
)
def test_what_cannot_be_drafted_is_said(kit_of: KitOf, line: str, says: str) -> None:
    with pytest.raises(CasekitError, match=says):
        draft_rule([line], "facilities", kit_of())


def test_an_unknown_metric_is_refused(kit_of: KitOf) -> None:
    with pytest.raises(CasekitError, match="unknown metric"):
        draft_rule(["床位【9张】"], "beds", kit_of())


def test_a_figure_that_a_context_drops_is_refused(kit_of: KitOf) -> None:
    contexts = "- {id: growth, words: [增长], zone: left, drop: change}\n"
    with pytest.raises(CasekitError, match="growth drops"):
        draft_rule(["床位增长【9张】"], "facilities", kit_of(contexts=contexts))
