"""`casekit cases` and `casekit conflicts` on a small corpus of one community in two reports."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Casekit

from casekit.run import extract_corpus

ONE = "荷城社区位于贵港市港北区，常住人口5.9万人，壮、汉、瑶等民族同住。"
TWO = "贵港市港北区荷城社区常住人口6.3万人，苗族群众不少。\n\n街坊们常去的中华中路社区在南宁市西乡塘区衡阳街道。"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    (folder / "two.txt").write_text(TWO, encoding="utf-8")
    out = folder / "outputs"
    extract_corpus([folder], out)
    return out


def test_a_community_is_listed_once_with_its_reports(casekit: Casekit, outputs: Path) -> None:
    done = casekit("cases", "--from", outputs, "--format", "json")
    row = next(row for row in json.loads(done.stdout) if row["case"] == "荷城社区")
    assert (row["case_id"], row["documents"], row["docs"]) == ("450802001013", 2, ["one.txt", "two.txt"])
    assert row["groups"] == ["壮族", "汉族", "瑶族", "苗族"]
    assert (row["district"], row["street"]) == ("港北区", "贵城街道")


def test_communities_can_be_chosen(casekit: Casekit, outputs: Path) -> None:
    done = casekit("cases", "--from", outputs, "--case", "荷城", "--level", "社区", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["case"] for row in rows] == ["荷城社区"]
    none = casekit("cases", "--from", outputs, "--level", "村", "--format", "csv")
    assert none.returncode == 0
    assert "no community meets" in none.stderr


def test_two_figures_that_cannot_both_be_right_are_shown_with_their_sentences(casekit: Casekit, outputs: Path) -> None:
    done = casekit("conflicts", "--from", outputs, "--format", "json")
    (row,) = json.loads(done.stdout)
    assert (row["metric"], row["where"], row["quote_1"], row["quote_2"]) == (
        "population",
        "across",
        "5.9万人",
        "6.3万人",
    )
    assert row["gap"] == 4000
    assert row["sentence_1"] == ONE
    assert row["sentence_2"].startswith("贵港市港北区荷城社区")
    assert "1 conflict" in done.stderr


def test_missing_tables_are_told_in_one_line(casekit: Casekit, tmp_path: Path) -> None:
    for command in ("cases", "conflicts"):
        done = casekit(command, "--from", tmp_path / "none")
        assert done.returncode == 2
        assert "no such folder" in done.stderr
        assert done.stdout == ""
