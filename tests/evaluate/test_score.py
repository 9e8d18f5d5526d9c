"""Whole score cards, and the same figures as the scoring script that annotators use."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from casekit.evaluate import Score, read_gold, score_tables
from casekit.evaluate.card import mistake_as_json, mistake_line, score_as_json, score_lines

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT.parent / "shared" / "tools" / "score.py"
GOLD = ROOT / "tests" / "gold"
UNITS = ("人", "名", "户", "件", "%")
NAMES = ("荷城社区", "港北区", "金晖社区", None)


def made_fact(chance: random.Random, doc: str, at: int) -> dict[str, Any]:
    value = float(chance.choice([1, 2, 3]))
    return {
        "doc": doc,
        "case": chance.choice(NAMES),
        "metric": chance.choice(["population", "households"]),
        "value": value,
        "unit": chance.choice(UNITS[:3]),
        "bound": chance.choice(["exact", "about"]),
        "low": chance.choice([value, value, None]),
        "high": value,
        "per": chance.choice([None, None, "年", ""]),
        "start": at,
        "end": at + chance.randint(1, 6),
        "quote": "…",
        "rule": "r",
    }


def made_case(chance: random.Random, doc: str, name: str | None) -> dict[str, Any]:
    groups = chance.sample(["汉族", "壮族", "苗族"], chance.randint(0, 3))
    city = chance.choice([None, "贵港市", "安宁市"])
    row = {"doc": doc, "case": name, "province": None, "city": city, "district": chance.choice(["港北区", None])}
    return row | {"street": None, "founded": chance.choice(["2005", None]), "groups": groups}


def made_set(chance: random.Random, folder: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Annotations in `folder/gold` and found rows that resemble them."""
    facts: list[dict[str, Any]] = []
    cases: list[dict[str, Any]] = []
    for doc in ("甲", "乙", "丙"):
        wanted = [made_fact(chance, doc, at * 4) for at in range(chance.randint(0, 12))]
        for row in wanted:
            row |= chance.choice([{}, {}, {"optional": True}, {"metric_also": ["households"]}])
            row |= chance.choice([{}, {}, {"case_also": ["港北区"]}])
        named = [made_case(chance, doc, name) for name in NAMES[: chance.randint(0, 3)]]
        for row in named:
            row |= chance.choice([{}, {}, {"optional": True}])
        for kind, rows in (("facts", wanted), ("cases", named)):
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / f"{doc}.{kind}.jsonl").write_text(text, encoding="utf-8")
        facts += [made_fact(chance, f"某地/{doc}.txt", chance.randint(0, 40)) for _ in range(chance.randint(0, 12))]
        cases += [made_case(chance, f"某地/{doc}.txt", name) for name in chance.sample(NAMES, 2)]
    facts.append(made_fact(chance, "不在册.txt", 0))
    return facts, cases


def figures(score: Score) -> dict[str, Any]:
    card = score_as_json(score)
    for level in card["facts"].values():
        del level["f1_interval"]
    return {key: card[key] for key in ("found", "wanted", "facts", "cases")}


def script_figures(outputs: Path, gold: Path) -> Any:
    command = [sys.executable, str(SCRIPT), str(outputs), str(gold), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.mark.shared
@pytest.mark.skipif(not SCRIPT.is_file(), reason="the scoring script is not beside the project")
@pytest.mark.parametrize("seed", range(8))
def test_the_figures_are_those_of_the_script_on_made_tables(tmp_path: Path, seed: int) -> None:
    facts, cases = made_set(random.Random(seed), tmp_path)
    pq.write_table(pa.Table.from_pylist(facts), tmp_path / "facts.parquet")
    pq.write_table(pa.Table.from_pylist(cases), tmp_path / "cases.parquet")
    assert figures(score_tables(facts, cases, read_gold(tmp_path))) == script_figures(tmp_path, tmp_path)


def perfect(kind: str, which: str) -> list[dict[str, Any]]:
    rows = []
    for path in sorted((GOLD / which).glob(f"*.{kind}.jsonl")):
        rows += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return rows


@pytest.mark.parametrize("which", ["corpus", "reports"])
def test_the_annotations_themselves_score_one_everywhere(which: str) -> None:
    score = score_tables(perfect("facts", which), perfect("cases", which), read_gold(GOLD / which))
    assert set(score.measures().values()) == {1.0}
    assert score.interval("full") == (1.0, 1.0)
    assert score.mistakes == ()


def test_documents_not_found_count_as_missed() -> None:
    score = score_tables([], [], read_gold(GOLD / "corpus"))
    assert score.facts.found == 0
    assert score.mistake_counts()["missed"] == score.facts.wanted > 100
    assert set(score.measures().values()) == {0.0}


def test_the_card_says_what_went_wrong(make_fact: Any, tmp_path: Path) -> None:
    wanted = make_fact(0, 4, 13800.0, quote="1.38万人", low=13700.0, high=None, per="年")
    (tmp_path / "甲.facts.jsonl").write_text(json.dumps(wanted), encoding="utf-8")
    score = score_tables([wanted | {"doc": "甲.txt", "value": 1.38}], [], read_gold(tmp_path))
    (mistake,) = score.mistakes
    line = mistake_line(mistake)
    assert line.startswith("甲:0  wrong value")
    assert "荷城社区 population 「1.38万人」 = 13800 人 exact [13700, …] per 年" in line
    assert mistake_as_json(mistake)["found"]["value"] == 1.38
    text = "\n".join(score_lines(score))
    assert "1 documents, 1 figures annotated, 1 found" in text
    assert "1 wrong value" in text
