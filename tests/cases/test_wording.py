"""rules/places.yaml: what is wrong in it is told by line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.cases.clauses import opens_clause
from casekit.cases.wording import load_wording
from casekit.core import RuleError
from casekit.core.rules_folder import rule_file

WORDING = load_wording()


def _with(tmp_path: Path, old: str, new: str) -> Path:
    text = rule_file("places.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "places.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


def test_an_unknown_key_has_its_place_and_the_nearest_word(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r'places\.yaml:\d+:1  unknown key "joint"\. Did you mean "joints"\?'):
        load_wording(_with(tmp_path, "joints:", "joint:"))


def test_an_unknown_level_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match='unknown level "社群"'):
        load_wording(_with(tmp_path, "  社区: 社区", "  社区: 社群"))


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text("units: {社区: 社区}\n", encoding="utf-8")
    with pytest.raises(RuleError, match="missing: anchored_only"):
        load_wording(tmp_path)


def test_a_list_in_place_of_a_mapping_is_refused(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text("- 社区\n", encoding="utf-8")
    with pytest.raises(RuleError, match="not a mapping"):
        load_wording(tmp_path)


@pytest.mark.parametrize(
    "prefix",
    [
        "",
        "今年以来",
        "2024年",
        "截至2023年11月底",
        "今年1—9月",
        "其中",
        "“",
        "近日，".rstrip("，"),
        "最远的",
        "（一）",
        "记者走进",
    ],
)
def test_times_and_joints_leave_the_subject_open(prefix: str) -> None:
    assert opens_clause(prefix, WORDING)


@pytest.mark.parametrize("prefix", ["志愿者走进", "他们还走进附近的", "食堂由", "这条路连着", "老张搬到了"])
def test_a_subject_or_verb_does_not(prefix: str) -> None:
    assert not opens_clause(prefix, WORDING)
