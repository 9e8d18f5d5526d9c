"""What no example notices is named; what one does is not."""

from __future__ import annotations

from tests.workbench.conftest import KitOf

from casekit.workbench.mutate import mutate

_RULE = """\
- id: beds
  metric: facilities
  unit: [张, 个]
  verb: [新增, 建成]
  noun: [床位, 铺位]
  not_left: [病房, 医院]
  set: {{status: planned, per: 年}}
  examples:
    - 新增养老床位【86张】 => 86; status=planned
    {more}
  counter_examples:
    - 病房新增床位【9张】
"""


def _idle(kit_of: KitOf, more: str) -> set[tuple[str, str]]:
    kit = kit_of(rules__beds=_RULE.format(more=more), rules__disputes="")
    return {(m.key, m.word) for m in mutate(kit, ["beds"]) if not m.needed}


def test_conditions_that_no_example_needs_are_named(kit_of: KitOf) -> None:
    idle = _idle(kit_of, "- 养老中心建成铺位【9个】 => 9")
    # Nothing shows that other units, verbs and nouns are to be left alone.
    assert idle == {("unit", ""), ("verb", ""), ("noun", ""), ("not_left", "医院"), ("set: per", "")}


def test_the_examples_of_other_rules_count_too(kit_of: KitOf) -> None:
    desks = "- {id: desks, metric: grids, unit: [张], left: [桌], examples: [新增桌【9张】 => 9]}\n"
    kit = kit_of(rules__beds=_RULE.format(more="- 建成铺位【9个】 => 9"), rules__disputes=desks)
    idle = {(m.key, m.word) for m in mutate(kit, ["beds"]) if not m.needed}
    # Without its noun it would take the desks: its verb is longer than 桌.
    assert ("noun", "") not in idle
    assert ("verb", "") in idle


def test_words_needed_by_an_example_are_needed(kit_of: KitOf) -> None:
    idle = _idle(kit_of, "- 养老中心建成铺位【9个】 => 9")
    for key, word in [("unit", "张"), ("unit", "个"), ("verb", "建成"), ("noun", "床位"), ("not_left", "病房")]:
        assert (key, word) not in idle
    assert ("verb", "建成") in _idle(kit_of, "- 新增铺位【9个】 => 9")


def test_what_a_rule_beats_is_needed_where_the_other_would_win(kit_of: KitOf) -> None:
    rules = "- {id: a, metric: grids, unit: [张], left: [床], beats: [b], examples: [床位【9张】 => 9]}\n"
    rules += "- {id: b, metric: facilities, unit: [张], left: [床], right: [在], examples: [床位【9张】在 => 9]}\n"
    kit = kit_of(rules__beds=rules)
    assert [(m.key, m.needed) for m in mutate(kit, ["a"]) if m.key == "beats"] == [("beats", False)]
    kit = kit_of(rules__beds=rules.replace("[床位【9张】 => 9]", "[床位【9张】 => 9, 床位【8张】在 => 8]"))
    assert [(m.key, m.needed) for m in mutate(kit, ["a"]) if m.key == "beats"] == [("beats", True)]


def test_an_example_that_fails_anyway_tells_nothing(kit_of: KitOf) -> None:
    kit = kit_of(rules__beds="- {id: a, metric: grids, unit: [张], noun: [桌], examples: [床位【9张】 => 9]}\n")
    assert not any(m.needed for m in mutate(kit, ["a"]))


def test_a_word_list_is_taken_away_as_a_whole(kit_of: KitOf) -> None:
    rule = "- {id: a, metric: grids, unit: [张], noun: [‹桌名词›, 床位], examples: [新增圆桌【9张】 => 9]}\n"
    kit = kit_of(rules__beds=rule, lists__more="桌名词: [圆桌, 方桌, 条桌]\n")
    needed = {(m.key, m.word): m.needed for m in mutate(kit, ["a"])}
    assert needed == {("unit", ""): False, ("noun", ""): False, ("noun", "‹桌名词›"): True, ("noun", "床位"): False}
