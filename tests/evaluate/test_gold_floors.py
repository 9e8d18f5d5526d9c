"""The annotated reports, extracted afresh: no score below its floor, and the same figures as the annotators' script."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluate.test_score import GOLD, ROOT, SCRIPT, figures, script_figures

from casekit.evaluate import Score, check_floors, read_floors, read_gold, read_split, score_parts, score_tables
from casekit.run import extract_corpus
from casekit.tables import read_table

SETS = {"corpus": ROOT / "corpus", "reports": ROOT / "tests" / "reports", "written": ROOT / "tests" / "written"}
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A folder of tables for each set of reports."""
    out = tmp_path_factory.mktemp("gold")
    for name, folder in SETS.items():
        extract_corpus([folder], out / name)
    return {name: out / name for name in SETS}


def scored(folder: Path, gold: Path) -> Score:
    return score_tables(
        read_table(folder, "facts").to_pylist(), read_table(folder, "cases").to_pylist(), read_gold(gold)
    )


@pytest.mark.parametrize("name", SETS)
def test_no_score_is_below_its_floor(tables: dict[str, Path], name: str) -> None:
    measures = scored(tables[name], GOLD / name).measures()
    floors = read_floors(GOLD / "floors.yaml", frozenset(measures))
    assert floors[name]
    assert [str(miss) for miss in check_floors(floors, name, measures)] == []


@pytest.mark.parametrize("name", ["reports", "written"])
def test_neither_half_is_below_its_floor(tables: dict[str, Path], name: str) -> None:
    check_halves(name, tables[name], GOLD / name)


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the press texts are not beside the project")
def test_neither_half_is_below_its_floor_with_the_press_texts(tmp_path: Path) -> None:
    extract_corpus([SHARED / "corpus"], tmp_path / "tables")
    check_halves("development", tmp_path / "tables", SHARED / "gold")


def check_halves(name: str, folder: Path, annotations: Path) -> None:
    gold = read_gold(annotations)
    facts, cases = read_table(folder, "facts").to_pylist(), read_table(folder, "cases").to_pylist()
    scores = score_parts(facts, cases, gold, read_split(GOLD / "split.yaml", gold))
    assert list(scores) == ["tuning", "measuring"]
    for part, score in scores.items():
        floors = read_floors(GOLD / "floors.yaml", frozenset(score.measures()))
        assert floors[f"{name}-{part}"]
        assert [str(miss) for miss in check_floors(floors, f"{name}-{part}", score.measures())] == []


@pytest.mark.shared
@pytest.mark.skipif(not SCRIPT.is_file(), reason="the scoring script is not beside the project")
@pytest.mark.parametrize("name", SETS)
def test_the_figures_are_those_of_the_script_on_extracted_tables(tables: dict[str, Path], name: str) -> None:
    assert figures(scored(tables[name], GOLD / name)) == script_figures(tables[name], GOLD / name)
