"""What a reprint tells again counts once everywhere; what only the reprint says is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.compare.browse import Filter, find_facts
from casekit.compare.catalogue import load_catalogue
from casekit.compare.communities import list_communities
from casekit.compare.conflicts import find_conflicts
from casekit.compare.listing import list_metrics
from casekit.compare.policy import load_policy
from casekit.compare.reprints import first_tellings, repeated_rows
from casekit.compare.source import open_source
from casekit.report.index import coverage
from casekit.run import extract_corpus

REPORT = """荷城社区新春纪事
荷城社区位于贵港市港北区，常住居民5.9万人。2023年化解矛盾纠纷86起，化解矛盾纠纷86起的经验在全市推广。
社区干部走访居民1200户，收集意见建议50条，解决问题32个。老人们说，这里的日子越过越好，邻里和睦。
社区办起了夜校，居民学书法，学唱歌，学做菜，一到晚上灯火通明。
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report, its reprint, and a copy in which one figure was changed and one added."""
    folder = tmp_path_factory.mktemp("corpus")
    changed = REPORT.replace("走访居民1200户", "走访居民1300户") + "\n荷城社区图书馆藏书8000册。\n"
    for name, text in {"a": REPORT, "b": REPORT + "责任编辑：李敏", "c": changed}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    extract_corpus([folder], folder / "out")
    return folder / "out"


def test_only_what_a_copy_says_again_is_marked(out: Path) -> None:
    assert dict(first_tellings(out)) == {"b.txt": "a.txt", "c.txt": "a.txt"}
    shown = find_facts(out, Filter())
    told = [(fact["doc"], fact["metric"], fact["value"]) for fact in shown.facts.to_pylist()]
    assert told.count(("a.txt", "disputes_mediated", 86.0)) == 2
    assert [fact for fact in told if fact[0] != "a.txt"] == [
        ("c.txt", "visits", 1300.0),
        ("c.txt", "other_count", 8000.0),
    ]
    every = find_facts(out, Filter(), reprints=True)
    assert (shown.facts.num_rows + shown.repeated, every.repeated) == (every.facts.num_rows, 0)
    assert find_facts(out, Filter(docs=("b.txt",))).facts.num_rows > 3


def test_they_count_once_in_every_count(out: Path) -> None:
    catalogue, policy = load_catalogue(), load_policy()

    def facts(reprints: bool) -> dict[str, int]:
        listed = list_metrics(open_source(out, None, reprints), catalogue, policy).to_pylist()
        return {row["metric"]: row["facts"] for row in listed if row["facts"]}

    once, each = facts(False), facts(True)
    assert (once["disputes_mediated"], each["disputes_mediated"]) == (2, 6)
    assert (once["visits"], each["visits"]) == (2, 3)
    community, *_ = [row for row in list_communities(out).to_pylist() if row["case"] == "荷城社区"]
    assert (community["documents"], community["facts"]) == (1, sum(once.values()))
    assert list_communities(out, reprints=True)["documents"].to_pylist()[0] == 3
    counted = coverage(out)
    assert (counted["documents"], counted["repeated"], counted["facts"]) == (1, 2, sum(once.values()))


def test_a_figure_that_the_copy_changed_is_a_conflict(out: Path) -> None:
    found = find_conflicts(out, load_catalogue(), load_policy()).to_pylist()
    assert [(row["quote_1"], row["quote_2"], row["where"]) for row in found] == [("1200户", "1300户", "across")]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["compare", "-m", "disputes_mediated"], "not counted twice: 4; --reprints"),
        (["show", "-m", "disputes_mediated"], "not shown twice: 4; --reprints"),
        (["export", "matrix", "-m", "disputes_mediated"], "not counted twice: 4; --reprints"),
    ],
)
def test_the_commands_say_so_and_can_be_told_to_count_them(out: Path, call: list[str], words: str) -> None:
    said = CliRunner().invoke(app, [*call, "--from", str(out)])
    assert (said.exit_code, words in said.stderr) == (0, True)
    said = CliRunner().invoke(app, [*call, "--reprints", "--from", str(out)])
    assert (said.exit_code, "twice" in said.stderr) == (0, False)


def test_tables_without_reprints_need_no_second_look(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    extract_corpus([tmp_path / "a.txt"], tmp_path / "out")
    assert repeated_rows(tmp_path / "out") is None
