"""Annotated texts dealt into parts: each part scored by itself, nothing in two parts, nothing forgotten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casekit.core import CasekitError
from casekit.evaluate import Gold, part_lines, read_gold, read_split, score_parts

ROOT = Path(__file__).parents[2]


@pytest.fixture
def gold(tmp_path: Path, make_fact: Any) -> Gold:
    for stem in ("甲", "乙", "丙"):
        row = make_fact(0, 4, 86.0)
        (tmp_path / f"{stem}.facts.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    return read_gold(tmp_path)


def split_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "split.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_part_is_scored_by_itself_and_the_gap_is_said(tmp_path: Path, gold: Gold, make_fact: Any) -> None:
    split = read_split(split_file(tmp_path, "seen: [甲, 丁]\nunseen: [乙, 丙]\n"), gold)
    found = [make_fact(0, 4, 86.0, doc=f"{stem}.txt") for stem in ("甲", "乙")]
    scores = score_parts(found, [], gold, split)
    assert list(part_lines(scores)) == [
        "seen: 1 texts, 1 figures; fact P 1.000  R 1.000  F1 1.000; full F1 1.000",
        "unseen: 2 texts, 2 figures; fact P 1.000  R 0.500  F1 0.667; full F1 0.667",
        "gap between the parts: 33.3 points of fact F1",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("seen: [甲, 乙]\nunseen: [丙, 甲]\n", r'split.yaml:2:13  "甲" is in "seen" already'),
        ("seen: [甲, 乙]\n", 'the annotated text "丙" is in no part'),
        ("seen: 甲\n", "expected names of parts"),
        ("- 甲\n", "expected names of parts"),
    ],
)
def test_a_wrong_split_is_refused_with_its_place(tmp_path: Path, gold: Gold, text: str, said: str) -> None:
    with pytest.raises(CasekitError, match=said):
        read_split(split_file(tmp_path, text), gold)


def test_the_split_of_the_project_deals_all_its_reports() -> None:
    gold = read_gold(ROOT / "tests" / "gold" / "reports")
    parts = read_split(ROOT / "tests" / "gold" / "split.yaml", gold).deal(gold)
    assert {name: len(part.facts) for name, part in parts.items()} == {"tuning": 8, "measuring": 8}
