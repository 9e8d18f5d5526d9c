"""Rule folders: what loads, how the user's folder is laid over the shipped one, what is refused and how."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml

from casekit.core import CasekitError, RuleError
from casekit.rulebook.load import load_rule_files
from tests.rulebook.broken import BROKEN, Broken
from tests.rulebook.folders import DISPUTES, write

BED = "- id: beds\n  metric: facilities\n  unit: [张]\n"


@pytest.mark.parametrize("broken", BROKEN, ids=lambda b: b.name)
def test_a_broken_file_is_refused_at_its_place(broken: Broken, base: Path, own: Path) -> None:
    path = own / broken.file
    path.parent.mkdir(parents=True)
    path.write_bytes(broken.text.encode("gb18030" if broken.name == "not UTF-8" else "utf-8"))
    with pytest.raises(RuleError) as error:
        load_rule_files(own, base)
    first = str(error.value).splitlines()[0]
    assert first.startswith(f"{path}:{broken.line}:{broken.column}  ")
    for words in broken.says:
        assert words in str(error.value)
    assert re.search("[\u4e00-\u9fff]|Did you mean|Known", first), "a hint belongs to every message"


def test_the_table_holds_more_than_twenty_kinds() -> None:
    assert len({b.name for b in BROKEN}) == len(BROKEN) > 20


def test_all_errors_are_told_at_once(base: Path, own: Path) -> None:
    write(own, rules__a=BED + "  nuon: [床位]\n", rules__b=BED.replace("beds", "b") + "  left: [‹无›]\n  rihgt: [x]\n")
    with pytest.raises(RuleError) as error:
        load_rule_files(own, base)
    assert [line.split("  ")[0][-8:] for line in str(error.value).splitlines()] == ["yaml:4:3", "yaml:5:3"]


def test_words_lists_and_examples_are_in_their_place(base: Path) -> None:
    rule = load_rule_files(None, base).rules[0]
    assert rule.verb == ("化解", "调解")
    assert [(e.text[e.start : e.end], e.value) for e in rule.examples] == [("86起", "86"), ("9件", "9")]
    assert rule.counter_examples[0].text == "组建纠纷调解队3支"


def test_lists_include_lists_each_word_once(base: Path, own: Path) -> None:
    write(own, lists__more="大名词: {words: [病床, <床位名词>, 床位], note: 说明}\n")
    assert load_rule_files(own, base).lists["大名词"] == ("病床", "床位")


def test_verbs_and_nouns_come_from_conditions_and_from_lists_by_name(base: Path, own: Path) -> None:
    write(own, rules__beds=BED + "  not_verb: [拆除]\n  noun: [铺]\n  left: [养老]\n")
    files = load_rule_files(own, base)
    assert files.verbs == {"化解", "调解", "拆除"}
    assert files.nouns == {"床位", "矛盾", "纠纷", "铺"}


@pytest.mark.parametrize("word", ["yes", "no", "on", "3:20", "0123", "2024-01-01", "1e3", "null", ".5"])
def test_a_word_stays_the_word_that_was_written(word: str, base: Path, own: Path) -> None:
    write(own, rules__beds=BED + f"  noun: [{word}, 床位]\n")
    assert load_rule_files(own, base).rules[0].noun == (word, "床位")


def test_a_file_of_the_same_name_stands_for_the_shipped_one(base: Path, own: Path) -> None:
    write(own, rules__disputes=BED)
    assert [rule.id for rule in load_rule_files(own, base).rules] == ["beds"]


def test_an_empty_file_takes_the_shipped_rules_away(base: Path, own: Path) -> None:
    write(own, rules__disputes="# nothing\n")
    assert load_rule_files(own, base).rules == ()


def test_a_file_of_another_name_adds_and_its_ids_win(base: Path, own: Path) -> None:
    write(own, rules__mine=BED + "- id: disputes\n  metric: disputes\n  unit: [宗]\n")
    rules = load_rule_files(own, base).rules
    assert [(rule.id, rule.unit) for rule in rules] == [("beds", ("张",)), ("disputes", ("宗",))]


def test_metrics_can_be_added_in_a_folder_of_their_own(base: Path, own: Path) -> None:
    write(own, metrics__care="care:\n  care_beds: {unit: 张, zh: 养老床位, en: Care beds, definition: 床位}\n")
    metric = load_rule_files(own, base).metrics["care_beds"]
    assert (metric.family, metric.unit, metric.title) == ("care", "张", "养老床位")
    assert "facilities" in load_rule_files(own, base).metrics


def test_a_shipped_rule_may_beat_one_that_was_replaced(base: Path, own: Path) -> None:
    write(base, rules__other=BED + "  beats: [disputes]\n")
    write(own, rules__disputes="")
    assert [rule.id for rule in load_rule_files(own, base).rules] == ["beds"]


def test_order_of_files_and_rules_changes_nothing(base: Path, own: Path, tmp_path: Path) -> None:
    rules = yaml.load(DISPUTES + BED + "- {id: a, metric: grids}\n- {id: z, metric: grids}\n", yaml.BaseLoader)
    wanted = None
    for seed in range(5):
        random.Random(seed).shuffle(rules)
        cut = random.Random(seed).randint(1, 3)
        first, second = (yaml.safe_dump(part, allow_unicode=True) for part in (rules[:cut], rules[cut:]))
        folder = write(tmp_path / str(seed), rules__x=second, rules__a=first, rules__disputes="")
        files = load_rule_files(folder, base)
        got = ([rule.id for rule in files.rules], files.verbs, files.nouns, files.digest)
        wanted = wanted or got
        assert got == wanted


@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("rules__disputes", "# a comment\n" + DISPUTES, True),
        ("rules__disputes", DISPUTES.replace("[矛盾, 纠纷]", "[纠纷, 矛盾]"), True),
        ("rules__disputes", DISPUTES.replace("86", "87"), True),  # an example changes no table
        ("rules__disputes", DISPUTES.replace("[矛盾, 纠纷]", "[纠纷]"), False),
        ("rules__disputes", DISPUTES.replace("id: disputes", "id: x"), False),
        ("lists__base", "床位名词: [床位, 病床]\n化解动词: [化解, 调解]\n", False),
        ("contexts", "- {id: plan, words: [拟], zone: left, drop: plan}\n", False),
        ("units", "kinds: {}\n", False),
    ],
)
def test_the_digest_minds_what_can_change_a_table(name: str, text: str, same: bool, base: Path) -> None:
    before = load_rule_files(None, base).digest
    write(base, **{name: text})
    assert (load_rule_files(None, base).digest == before) == same


def test_a_folder_that_is_none_is_refused(base: Path, tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match="no such folder"):
        load_rule_files(tmp_path / "nowhere", base)
    (tmp_path / "empty").mkdir()
    with pytest.raises(CasekitError, match="holds no"):
        load_rule_files(tmp_path / "empty", base)


def test_the_shipped_rules_load() -> None:
    files = load_rule_files()
    assert len(files.metrics) > 50
    assert {rule.metric for rule in files.rules} <= set(files.metrics)
    assert all(metric.english and metric.english_definition for metric in files.metrics.values())
