"""`casekit rules`, `explain` and `leftovers` as a user calls them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Casekit
from tests.rulebook.folders import write
from typer.testing import CliRunner, Result

from casekit.cli.app import app

_METRICS = "boats:\n  canoes: {unit: 艘, zh: 独木舟, en: Canoes, definition: 独木舟数}\n"
_CANOES = """\
- id: canoes
  metric: canoes
  unit: [艘]
  noun: [独木舟]
  examples:
    - 新增独木舟【86艘】 => 86
    - 现有独木舟【近90艘】 => [89, 90] at_most
  counter_examples:
    - 新增舢板【9艘】
"""


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def _shell(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as a shell starts it."""
    code = "from casekit.cli import main; main()"
    command = [sys.executable, "-c", code, *(str(a) for a in arguments)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder that adds one metric and one rule to the shipped ones; no test writes here."""
    return write(tmp_path_factory.mktemp("boats"), metrics__boats=_METRICS, rules__boats=_CANOES)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The same, for a test that changes it."""
    return write(tmp_path / "rules", metrics__boats=_METRICS, rules__boats=_CANOES)


def test_examples_of_one_rule(boats: Path) -> None:
    result = _run("rules", "test", "--rules", boats, "--rule", "canoes")
    assert result.exit_code == 0, result.output
    assert result.stderr == "3 examples, 0 failed\n"


def test_a_failed_example_is_told_with_its_place(own: Path) -> None:
    write(own, rules__boats=_CANOES.replace("=> 86", "=> 87"))
    result = _run("rules", "test", "--rules", own, "--rule", "canoes")
    assert result.exit_code == 1
    assert f"{own}/rules/boats.yaml:6:7  canoes: 新增独木舟【86艘】\n    value: wanted 87, got 86" in result.stdout


def test_mutation_names_idle_conditions(boats: Path) -> None:
    result = _run("rules", "test", "--rules", boats, "--rule", "canoes", "--mutate")
    assert "canoes: no example needs unit" in result.stdout
    assert "canoes: no example needs noun" not in result.stdout
    assert "1 of 2 conditions needed by some example (50.0%)" in result.stderr
    data = json.loads(_run("rules", "test", "--rules", boats, "--rule", "canoes", "--mutate", "--json").stdout)
    assert [row["passed"] for row in data["examples"]] == [True, True, True]
    assert [row["key"] for row in data["idle"]] == ["unit"]


def test_a_broken_file_stops_every_command_with_exit_code_2(casekit: Casekit, own: Path, tmp_path: Path) -> None:
    write(own, rules__boats=_CANOES + "  nuon: [船]\n")
    text = tmp_path / "a.txt"
    text.write_text("荷城社区新增独木舟9艘。", encoding="utf-8")
    commands = (
        ["rules", "check"],
        ["rules", "list"],
        ["rules", "test"],
        ["explain", "独木舟9艘"],
        ["extract", str(text), "-o", str(tmp_path / "outputs")],
    )
    for command in commands:
        done = casekit(*command, "--rules", own)
        assert done.returncode == 2, (command, done.stderr)
        assert done.stdout == ""
        assert done.stderr.startswith(f'{own}/rules/boats.yaml:10:3  "canoes": unknown key "nuon".')
    assert not (tmp_path / "outputs").exists()


def test_findings_have_exit_code_1_and_json(own: Path) -> None:
    write(own, rules__boats=_CANOES.replace("[艘]", "[嫂]"))
    result = _run("rules", "check", "--rules", own, "--json")
    assert result.exit_code == 1
    mine = [f for f in json.loads(result.stdout) if f["file"].startswith(str(own))]
    assert [(f["line"], f["code"]) for f in mine] == [(1, "unknown-unit")]


def test_rules_and_metrics_are_listed(boats: Path) -> None:
    rows = json.loads(_run("rules", "list", "--rules", boats, "--metric", "canoes", "--json").stdout)
    assert [(r["rule"], r["asks"], r["examples"], r["counter_examples"]) for r in rows] == [
        ("canoes", "unit 艘; noun 独木舟", 2, 1)
    ]
    metrics = json.loads(_run("rules", "list", "--rules", boats, "--metrics", "--json").stdout)
    assert ("canoes", "独木舟", 1) in [(m["metric"], m["zh"], m["rules"]) for m in metrics]


@pytest.mark.parametrize("kind", ["rules", "lists", "contexts", "metrics"])
def test_a_schema_is_printed(kind: str) -> None:
    assert json.loads(_run("rules", "schema", kind).stdout)["title"] == f"casekit {kind}"


def test_a_draft_can_be_added_and_tested(own: Path) -> None:
    draft = _run("rules", "new", "--from", "图书馆藏书【3万册】", "--metric", "canoes", "--id", "books", "--rules", own)
    assert draft.exit_code == 0, draft.output
    write(own, rules__books=draft.stdout)
    assert _run("rules", "test", "--rules", own, "--rule", "books").exit_code == 0


def test_differences_between_two_folders(boats: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("荷城社区新增独木舟9艘。", encoding="utf-8")
    result = _run("rules", "diff", "-", boats, text, "--json")
    assert result.exit_code == 1
    (row,) = json.loads(result.stdout)
    assert (row["new_metric"], row["quote"], row["sentence"]) == ("canoes", "9艘", "荷城社区新增独木舟9艘。")
    assert _run("rules", "diff", boats, boats, text).exit_code == 0


def test_statistics_are_a_table(boats: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("荷城社区新增独木舟9艘。", encoding="utf-8")
    result = _run("rules", "stats", text, "--rules", boats, "--json")
    assert json.loads(result.stdout)[0]["rule"] == "canoes"
    assert "1 documents; 1 quantities, 1 claimed (100.0%)" in result.stderr


def test_a_number_is_explained(boats: Path, tmp_path: Path) -> None:
    result = _run("explain", "荷城社区新增独木舟9艘", "--rules", boats)
    assert "✓ canoes → canoes 独木舟" in result.stdout
    text = tmp_path / "a.txt"
    text.write_text("荷城社区新增独木舟9艘，长椅3条。", encoding="utf-8")
    rows = json.loads(_run("explain", text, "--at", "10", "--rules", boats, "--json").stdout)
    assert [(row["quote"], row["rule"]) for row in rows] == [("9艘", "canoes")]


@pytest.mark.parametrize("text", ["独木舟9艘，" * 40, "独木舟9艘\0", "独木舟9艘\n又8艘"])
def test_a_sentence_that_cannot_be_a_file_name_is_a_text(text: str, boats: Path) -> None:
    result = _run("explain", text, "--rules", boats, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)[0]["rule"] == "canoes"


def test_a_missing_file_or_a_folder_is_no_text(casekit: Casekit, tmp_path: Path) -> None:
    for done in (casekit("explain", tmp_path), _shell("explain", "missing.txt")):
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1


def test_leftovers_of_a_corpus_and_of_tables(boats: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("荷城社区新增独木舟9艘，某某物8粒。", encoding="utf-8")
    out = tmp_path / "outputs"
    assert _run("extract", corpus, "-o", out, "-q").exit_code == 0
    for source in (corpus, out):
        rows = json.loads(_run("leftovers", source, "--json").stdout)
        assert any("【9艘】" in row["example"] for row in rows), source
        rows = json.loads(_run("leftovers", source, "--json", "--rules", boats).stdout)
        assert not any("【9艘】" in row["example"] for row in rows), source


def test_help_ends_with_a_call_that_can_be_pasted() -> None:
    for command in (
        ["explain"],
        ["leftovers"],
        *(["rules", c] for c in ("check", "list", "test", "new", "diff", "stats", "schema")),
    ):
        lines = _run(*command, "--help").output.split()
        assert "casekit" in lines[-12:], command


def test_cold_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, casekit.cli.app; "
        "print([m for m in ('pydantic', 'yaml', 'pyarrow', 'pandas', 'jieba', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "yaml", "pyarrow", "pandas", "jieba"} & set(eval(done.stdout))
