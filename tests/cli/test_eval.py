"""`casekit eval` as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.run import extract_corpus

RUN = CliRunner()
TEXT = "荷城社区常住居民5.9万人。"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Tables of one report, and annotations of which one is right and one is nowhere in the text."""
    base = tmp_path_factory.mktemp("eval")
    (base / "甲.txt").write_text(TEXT, encoding="utf-8")
    extract_corpus([base / "甲.txt"], base / "outputs")
    at = TEXT.index("5.9")
    fact = {"start": at, "end": at + 5, "quote": "5.9万人", "value": 59000, "unit": "人", "metric": "population"}
    fact |= {"case": "荷城社区", "bound": "exact", "low": 59000, "high": 59000, "per": None}
    other = fact | {"start": 0, "end": 2, "value": 3, "quote": "荷城"}
    gold = base / "gold"
    gold.mkdir()
    lines = [json.dumps(row, ensure_ascii=False) for row in (fact, other)]
    (gold / "甲.facts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (gold / "甲.cases.jsonl").write_text('{"case": "荷城社区"}\n', encoding="utf-8")
    return base / "outputs", gold


def test_the_score_is_printed_with_its_mistakes(folders: tuple[Path, Path]) -> None:
    tables, gold = folders
    done = RUN.invoke(app, ["eval", str(gold), "--from", str(tables), "--errors"])
    assert done.exit_code == 0
    assert "full     P 1.000  R 0.500  F1 0.667" in done.stdout
    assert "甲:0  missed" in done.stdout


def test_json_holds_the_whole_card(folders: tuple[Path, Path]) -> None:
    tables, gold = folders
    card = json.loads(RUN.invoke(app, ["eval", str(gold), "--from", str(tables), "--json", "--errors"]).stdout)
    assert card["facts"]["fact"]["recall"] == 0.5
    assert card["mistakes"]["missed"] == 1
    assert [error["kind"] for error in card["errors"]] == ["missed"]


def test_floors_go_up_by_themselves_and_down_only_when_told(folders: tuple[Path, Path], tmp_path: Path) -> None:
    tables, gold = folders
    floors = tmp_path / "floors.yaml"
    floors.write_text("gold:\n  fact: 0.600\n", encoding="utf-8")
    call = ["eval", str(gold), "--from", str(tables), "--floors", str(floors)]
    assert RUN.invoke(app, call).exit_code == 0
    assert RUN.invoke(app, [*call, "--raise-floors"]).exit_code == 0
    assert "  fact: 0.666\n" in floors.read_text(encoding="utf-8")
    floors.write_text("gold:\n  fact: 0.900\n", encoding="utf-8")
    for more in ([], ["--raise-floors"]):
        missed = RUN.invoke(app, [*call, *more])
        assert missed.exit_code == 1
        assert "gold: fact F1 0.6667 is below its floor 0.900" in missed.stderr
        assert floors.read_text(encoding="utf-8") == "gold:\n  fact: 0.900\n"
    assert RUN.invoke(app, [*call, "--lower-floors"]).exit_code == 0
    assert "  fact: 0.666\n" in floors.read_text(encoding="utf-8")
