"""Annotations from files; what is wrong in them is said with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from casekit.core import CasekitError
from casekit.evaluate import read_gold


def write(folder: Path, name: str, *rows: Any) -> None:
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_facts_and_cases_are_read_by_document(tmp_path: Path, make_fact: Any) -> None:
    write(tmp_path, "乙.facts.jsonl", make_fact(0, 3, 5.0, metric_also=["visits"], case_also=["港北区"], optional=True))
    write(tmp_path, "甲.facts.jsonl", make_fact(0, 3, 5.0), "", make_fact(4, 6, 7.0))
    write(tmp_path, "甲.cases.jsonl", {"case": "荷城社区", "city": "贵港市", "street": None, "groups": ["壮族"]})
    gold = read_gold(tmp_path)
    assert list(gold.facts) == sorted(["乙", "甲"])
    assert [fact.value for fact in gold.facts["甲"]] == [5.0, 7.0]
    (fact,) = gold.facts["乙"]
    assert (fact.metrics, fact.cases, fact.optional) == (("population", "visits"), ("荷城社区", "港北区"), True)
    (case,) = gold.cases["甲"]
    assert (case.places, case.groups) == ({"city": "贵港市"}, frozenset({"壮族"}))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"start": 1,', "not JSON"),
        ("{}", "the key 'start' is missing"),
        ('{"start": "一"}', "not an annotation"),
        ("[1]", "not an annotation"),
    ],
)
def test_a_broken_line_is_named_by_file_and_line(tmp_path: Path, make_fact: Any, line: str, said: str) -> None:
    write(tmp_path, "甲.facts.jsonl", make_fact(0, 3, 5.0), line)
    with pytest.raises(CasekitError, match=rf"甲\.facts\.jsonl:2:\d+  {said}"):
        read_gold(tmp_path)


def test_a_folder_without_annotations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match="no annotations here"):
        read_gold(tmp_path)
    with pytest.raises(CasekitError, match="no such folder"):
        read_gold(tmp_path / "missing")
