"""`casekit compare` as a user calls it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from casekit.cli.app import main
from casekit.tables import TableWriter

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.compare.gold import write_gold

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_gold(tmp_path_factory.mktemp("ten"), "corpus")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs casekit with these arguments; gives exit code, stdout, stderr."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["casekit", *map(str, arguments)])
        try:
            main()
            code: int | str | None = 0
        except SystemExit as leaving:
            code = leaving.code
        out, err = capsys.readouterr()
        return int(code or 0), out, err

    return run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_pipe_gets_csv_with_a_header_and_no_mark(run: Run, ten: Path) -> None:
    code, out, err = run("compare", "--metric", "minority_share", "--from", ten)
    assert code == 0
    assert out.startswith("metric,title,rank_best,")
    assert [(row["case"], row["low"], row["high"], row["basis"]) for row in rows(out)][:3] == [
        ("中华中路社区", "25", "35", "stated"),
        ("宁湖社区", "18", "18", "stated"),
        ("荷城社区", "11.01694915", "11.18644068", "computed"),
    ]
    assert "5 of 12 communities" in err


def test_head_ends_the_pipe_without_complaint(ten: Path) -> None:
    module = "from casekit.cli import main; main()"
    facts = f'"{sys.executable}" -c "{module}" export facts --json --from "{ten}"'
    command = f"set -o pipefail; {facts} | head -c 20"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout.startswith("[")
    assert "Traceback" not in done.stderr and "Broken" not in done.stderr


def test_stdout_sent_to_a_file_gets_a_mark_for_spreadsheets(ten: Path, tmp_path: Path) -> None:
    module = "from casekit.cli import main; main()"
    for options, marked in (([], True), (["--no-bom"], False)):
        target = tmp_path / "shares.csv"
        with target.open("wb") as out:
            arguments = ["compare", "-m", "minority_share", "--from", str(ten), *options]
            subprocess.run(
                [sys.executable, "-c", module, *arguments], stdout=out, check=True, stderr=subprocess.DEVNULL
            )
        assert target.read_bytes().startswith(b"\xef\xbb\xbf") is marked
        assert len(rows(target.read_text(encoding="utf-8"))) == 5


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl", "md", "xlsx", "parquet", "txt"])
def test_every_form_holds_every_community(run: Run, ten: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"shares.{form}"
    code, out, _ = run("compare", "--metric", "minority_share", "--from", ten, "-o", target)
    assert (code, out) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == [target.name]
    if form not in ("xlsx", "parquet"):
        text = target.read_text(encoding="utf-8")
        assert all(case in text for case in ("中华中路社区", "宁湖社区", "荷城社区", "金方社区", "金晖社区"))
        assert (text[0] == "\ufeff") == (form in ("csv", "tsv"))


def test_json_has_numbers(run: Run, ten: Path) -> None:
    _, out, _ = run("compare", "--metric", "minority_share", "--from", ten, "--json")
    found = json.loads(out)
    assert found[0]["low"] == 25
    assert found[2]["stated"] is None
    assert run("compare", "--metric", "minority_share", "--from", ten, "--format", "json")[1] == out


def test_a_table_for_people(run: Run, ten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    _, out, _ = run("compare", "--metric", "minority_share", "--from", ten, "--format", "table", "--evidence")
    assert "29.6–30.55" in out
    assert "少数民族居民占了6500多人" in out
    assert "\x1b[" not in out


def test_a_narrow_terminal_is_told_what_is_left_out(run: Run, ten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    _, out, err = run("compare", "--metric", "minority_share", "--from", ten, "--format", "table")
    assert max(map(cell_len, out.splitlines())) <= 60
    assert "left out for lack of width: quote" in err
    assert "中华中路社区" in out


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--metric", "population", "--by", "city"], "巴彦淖尔市"),
        (["--metric", "minority_share", "--pairs"], "ahead_low"),
        (["--metric", "population", "--all"], "chosen"),
        (["--case", "荷城社区"], "persons_per_household"),
        (["--family", "ethnicity"], "minority_groups"),
        (["--list-metrics"], "minority_share,少数民族占比"),
        (["--metric", "minority_share", "--chart"], "▒"),
        (["--metric", "population", "--where", "city=贵港市"], "59000"),
        (["--metric", "population", "--over", "period"], "trend"),
    ],
)
def test_ways_of_asking(run: Run, ten: Path, arguments: list[str], wanted: str) -> None:
    code, out, _ = run("compare", *arguments, "--from", ten)
    assert code == 0
    assert wanted in out


def test_a_chart_becomes_a_picture(run: Run, ten: Path, tmp_path: Path) -> None:
    target = tmp_path / "chart.svg"
    assert run("compare", "--metric", "minority_share", "--from", ten, "--chart", "-o", target)[0] == 0
    assert "中华中路社区" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--metric", "minority_shar"], 'unknown metric "minority_shar". Did you mean "minority_share"?'),
        ([], "nothing to compare"),
        (["--metric", "population", "--case", "没有"], 'no community "没有"'),
        (["--metric", "population", "--by", "town"], '--by "town" is unknown'),
        (["--metric", "population", "--over", "years"], '--over "years" is unknown'),
        (["--metric", "population", "--by", "city", "--pairs"], "cannot be combined"),
        (["--metric", "population", "--format", "jsn"], 'Did you mean "json"'),
        (["--metric", "population", "--format", "xlsx"], "-o FILE.xlsx"),
        (["--metric", "population", "--json", "--format", "csv"], "contradict"),
        (["--metric", "population", "-o", "shares.doc"], "the ending says no format"),
        (["--metric", "population", "--period", "去年"], "is no time"),
        (["--metric", "population", "--metric", "area", "--chart"], "one metric"),
        (["--metric", "population", "-o", "no/such/folder/a.csv"], "cannot be written"),
        (["--metric", "population", "-o", "no/such/folder/a.xlsx"], "cannot be written"),
    ],
)
def test_wrong_use_is_one_clear_line_and_exit_code_two(run: Run, ten: Path, arguments: list[str], fault: str) -> None:
    code, out, err = run("compare", *arguments, "--from", ten)
    assert (code, out) == (2, "")
    assert fault in err
    assert len(err.strip().splitlines()) == 1


def test_one_community_makes_no_pair(run: Run, ten: Path) -> None:
    code, out, err = run("compare", "--metric", "population", "--case", "荷城社区", "--pairs", "--from", ten)
    assert code == 0 and len(out.splitlines()) == 1
    assert "--pairs needs two" in err


def test_missing_and_empty_tables(run: Run, tmp_path: Path) -> None:
    code, _, err = run("compare", "--metric", "population", "--from", tmp_path / "none")
    assert code == 2 and "casekit extract" in err and len(err.splitlines()) == 1
    with TableWriter(tmp_path) as writer:
        writer.finish({})
    code, out, err = run("compare", "--metric", "minority_share", "--from", tmp_path)
    assert code == 0
    assert len(out.splitlines()) == 1 and out.startswith("metric,")
    assert "the tables hold no community" in err
    for more in (["--by", "city"], ["--pairs"], ["--all"], ["--chart"], ["--over", "period"], ["--format", "table"]):
        assert run("compare", "--metric", "minority_share", "--from", tmp_path, *more)[0] == 0, more


def test_rules_of_the_user_are_used_and_checked(run: Run, ten: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "derived.yaml").write_text(
        "halls:\n  zh: 每户网格\n  unit: 个/户\n  formula: grids / household\n", encoding="utf-8"
    )
    code, _, err = run("compare", "--metric", "population", "--from", ten, "--rules", rules)
    assert code == 2
    assert 'derived.yaml:4:3  "halls": unknown metric "household". Did you mean "households"?' in err


def test_help_ends_with_a_call_that_works(run: Run, ten: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "casekit compare --metric minority_share > shares.csv" in run("compare", "--help")[1]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outputs").symlink_to(ten)
    assert len(rows(run("compare", "--metric", "minority_share")[1])) == 5


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("-m population", "population: 10 of 12 communities; the others do not mention it"),
        ("-m population --top 3", "population: 10 of 12 communities; the others do not mention it; 3 shown"),
        (
            "-m minority_share --where city=南宁市",
            "minority_share: 5 of 12 communities; the others do not mention it; 1 shown",
        ),
        ("-m people_served --per 年", "people_served: 2 of 12 communities; the others have no such figure"),
        ("-m population -m other_money", "other_money: none of 12 communities"),
        ("-m population --period 2020", "population: 11 facts of no known time left out"),
    ],
)
def test_what_is_left_out_is_said_and_nobody_is_called_silent_who_is_not(
    ten: Path, run: Run, arguments: str, line: str
) -> None:
    code, _, err = run("compare", *arguments.split(), "--from", ten)
    assert (code, line in err.splitlines()) == (0, True), err
