"""What the workbench tells of a whole corpus: leftovers, statistics, differences."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rulebook.folders import DISPUTES
from tests.workbench.conftest import KitOf

from casekit.workbench.diff import change_row, compare_rules
from casekit.workbench.leftovers import corpus_leftovers, group_row, grouped, table_leftovers
from casekit.workbench.stats import corpus_stats, rule_stats_rows

_TEXTS = {
    "a.txt": "荷城社区化解邻里纠纷86起，新增床位9张，组建巡逻队3支。\n社区又新增床位8张。",
    "b.txt": "柳岸社区化解矛盾7件，新增床位5张。2023年，社区新增长椅4条。",
}
_BEDS = "- {id: beds, metric: facilities, unit: [张], noun: [床位]}\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_leftovers_are_grouped_most_frequent_first(kit_of: KitOf, corpus: Path) -> None:
    kit = kit_of(rules__verbs="- {id: v, metric: grids, unit: [吨], verb: [新增, 组建], noun: [床位]}\n")
    groups = grouped(corpus_leftovers([corpus], kit))
    assert [(g.verb, g.noun, g.unit, g.count, sorted(g.docs)) for g in groups] == [
        ("新增", "床位", "张", 3, ["a.txt", "b.txt"]),
        ("新增", "长椅", "条", 1, ["b.txt"]),
        ("组建", "巡逻队", "支", 1, ["a.txt"]),
    ]
    row = group_row(groups[0], kit)
    assert row["example"].count("【9张】") == 1
    assert row["nearest"] == "v (unit: asks 吨; found 「张 (件数)」)"


def test_noun_phrases_that_end_alike_are_one_noun(kit_of: KitOf, tmp_path: Path) -> None:
    nouns = ["健身长椅", "木制长椅", "休闲长椅", "石凳"]
    text = "".join(f"广场上有{noun}{number}条。" for number, noun in enumerate(nouns, 3))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    groups = grouped(corpus_leftovers([tmp_path / "a.txt"], kit_of()))
    assert [(g.noun[-2:], g.count) for g in groups] == [("长椅", 3), ("石凳", 1)]
    assert groups[0].noun == "长椅"


def test_leftovers_of_tables_are_read_with_the_rules_of_today(kit_of: KitOf) -> None:
    rows = [
        ("a.txt", "9张", "荷城社区新增床位9张，组建巡逻队3支。", "no-rule"),
        ("a.txt", "3支", "荷城社区新增床位9张，组建巡逻队3支。", "no-rule"),
        ("a.txt", "2023年", "2023年，社区新增长椅4条。", "year"),
    ]
    assert [x.quote for x in table_leftovers(rows, kit_of())] == ["9张", "3支"]
    assert [x.quote for x in table_leftovers(rows, kit_of(rules__beds=_BEDS))] == ["3支"]


def test_statistics_count_what_rules_took_lost_and_tied(kit_of: KitOf, corpus: Path) -> None:
    rules = _BEDS + "- {id: any, metric: grids, unit: [张, 支]}\n- {id: as-well, metric: disputes, unit: [支]}\n"
    kit = kit_of(rules__beds=rules)
    stats = corpus_stats([corpus], kit)
    assert (stats.documents, stats.quantities) == (2, 7)
    assert stats.took == {"disputes": 2, "beds": 3}
    assert stats.yielded == {"any": 3}
    assert stats.ties == {("any", "as-well"): 1}
    assert (stats.reasons["contested"], stats.reasons["no-rule"]) == (1, 1)
    assert stats.claimed == pytest.approx(5 / 7)
    rows = list(rule_stats_rows(stats, kit.book.files))
    assert [(r["rule"], r["took"], r["documents"]) for r in rows][:2] == [("beds", 3, 2), ("disputes", 2, 2)]


def test_differences_are_gained_lost_and_changed(kit_of: KitOf, corpus: Path) -> None:
    old = kit_of()
    other = DISPUTES.replace("metric: disputes", "metric: grids").replace("[件, 起]", "[起]")
    new = kit_of(rules__disputes=other, rules__beds=_BEDS)
    changes = list(compare_rules([corpus], old, new))
    assert [(c.kind, c.fact.quote, c.columns) for c in changes] == [
        ("changed", "86起", ("metric", "unit")),
        ("gained", "9张", ()),
        ("gained", "8张", ()),
        ("lost", "7件", ()),
        ("gained", "5张", ()),
    ]
    assert "metric: disputes → grids" in str(changes[0])
    assert str(changes[3]).startswith("- b.txt:") and "化解矛盾7件" in str(changes[3])
    row = change_row(changes[0])
    assert (row["old_metric"], row["new_metric"], row["differs"]) == ("disputes", "grids", "metric unit")


def test_the_same_rules_differ_in_nothing(kit_of: KitOf, corpus: Path) -> None:
    assert list(compare_rules([corpus], kit_of(), kit_of())) == []
