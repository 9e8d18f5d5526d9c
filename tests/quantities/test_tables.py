"""The word tables: what ships is whole, and a wrong table says where and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.core import CasekitError, RuleError
from casekit.core.rules_folder import rule_file
from casekit.quantities import load_tables, read_quantities

WRONG = [
    ("units.yaml", "kinds:\n  人数:\n    人: [人, 人]\n", "rules/units.yaml", "stands twice"),
    ("units.yaml", "kinds:\n  人数: [人]\nno_figure:\n  岁: age\n", ":4:3", "no unit word"),
    ("units.yaml", "sorts: {}\n", ":1:1", 'unknown key "sorts"'),
    ("units.yaml", "- 人\n", ":1:1", "expected a mapping"),
    ("hedges.yaml", "before:\n  - words: [约]\n    policy: abuot\n", ":3:", 'unknown policy "abuot"'),
    ("hedges.yaml", "before:\n  - words: [约]\n    policy: about\n    side: left\n", ":4:5", 'unknown key "side"'),
    ("hedges.yaml", "behind: []\n", ":1:1", 'unknown key "behind"'),
    ("numbers-words.yaml", "idiom: [一家亲]\nname: [一家亲]\n", ":2:8", "stands twice"),
    ("numbers-words.yaml", "idioms: [一家亲]\n", ":1:1", 'Did you mean "idiom"?'),
    ("numbers.yaml", "counter: [阅读]\n", ":1:1", 'Did you mean "counters"?'),
    ("numbers.yaml", "counters: [阅读]\nbuild: [楼]\n", ":2:1", 'Did you mean "built"?'),
    ("periods.yaml", "years: {去年: last}\n", ":1:", "no number of years"),
    ("rates.yaml", "per:\n  年: [年均]\n  月: [年均]\n", ":3:", "stands twice"),
]


@pytest.mark.parametrize(("name", "text", "place", "message"), WRONG)
def test_wrong_table_says_where(tmp_path: Path, name: str, text: str, place: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_tables(tmp_path)
    assert message in str(caught.value)
    assert name in str(caught.value)
    assert place.removeprefix("rules/") in str(caught.value)


def test_own_table_wins_and_the_rest_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "numbers-words.yaml").write_text("idiom: [三足乌]\n", encoding="utf-8")
    own = read_quantities("三足乌和【三门峡】，共3户", tables=load_tables(tmp_path))
    assert [(o.text, o.reason) for o in own.others] == [("三足乌", "idiom"), ("三门", "name")]
    assert [q.unit for q in own.quantities] == ["户"]


@pytest.mark.parametrize(
    ("key", "word", "text", "found"),
    [
        ("built", "阁", "牌子挂在7阁，来的有3户", "7"),
        ("after_number_of", "茶坊", "就在16号茶坊里，来的有3户", "16号茶坊"),
        ("streets", "坞", "就在柳坞16号，来的有3户", "16号"),
        ("points", "论", "三论勤，来的有3户", "三论"),
    ],
)
def test_a_word_added_to_a_copy_makes_an_address_or_a_point(
    tmp_path: Path, key: str, word: str, text: str, found: str
) -> None:
    shipped = rule_file("numbers.yaml").read_text(encoding="utf-8")
    (tmp_path / "numbers.yaml").write_text(shipped.replace(f"\n{key}: [", f"\n{key}: [{word}, "), encoding="utf-8")
    label = ("list-number" if key == "points" else "address", found)
    before, after = (
        [(o.reason, o.text) for o in read_quantities(text, tables=load_tables(rules)).others]
        for rules in (None, tmp_path)
    )
    assert (label in before, label in after) == (False, True)


def test_missing_folder_is_the_shipped_one(tmp_path: Path) -> None:
    assert load_tables(tmp_path / "none").words == load_tables().words


def test_broken_yaml_is_an_error_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_text("kinds: [\n", encoding="utf-8")
    with pytest.raises(CasekitError, match="not valid YAML"):
        load_tables(tmp_path)


def test_every_policy_and_reason_of_the_tables_is_used() -> None:
    tables = load_tables()
    assert {h.policy for h in tables.hedges} == {"about", "more", "near", "at_least", "at_most"}
    assert {"人数", "户数", "人次", "户次", "金额", "比例", "面积", "件数", "次数", "长度", "重量", "时间"} <= {
        u.kind for u in tables.units
    }
