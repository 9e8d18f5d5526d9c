"""`casekit init`: the folder it makes works as it stands, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.core import CasekitError

RUN = CliRunner()


def test_the_folder_works_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = RUN.invoke(app, ["init", str(tmp_path / "项目")])
    assert done.exit_code == 0, done.output
    made = {path.relative_to(tmp_path / "项目").parts[0] for path in (tmp_path / "项目").rglob("*")}
    assert made == {"Makefile", "corpus", "rules"}
    monkeypatch.chdir(tmp_path / "项目")
    for line in (tmp_path / "项目" / "Makefile").read_text(encoding="utf-8").splitlines():
        if line.startswith("\tcasekit "):
            done = RUN.invoke(app, line.split()[1:])
            assert done.exit_code == 0, (line, done.output, done.exception)
    done = RUN.invoke(app, ["compare", "--metric", "elevators_installed", "--rules", "rules", "--format", "csv"])
    assert "桂香社区" in done.stdout
    assert "12部" in done.stdout
    assert Path("outputs/report.html").is_file()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("mine")
    done = RUN.invoke(app, ["init", str(tmp_path)])
    assert isinstance(done.exception, CasekitError)
    assert "exists already" in str(done.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["Makefile"]
    assert (tmp_path / "Makefile").read_text() == "mine"
