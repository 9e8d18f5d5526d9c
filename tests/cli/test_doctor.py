"""`casekit doctor`: what is there, what is missing, what to do about it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import casekit
from casekit.cli.app import app

RUN = CliRunner()


def test_it_names_what_is_here() -> None:
    done = RUN.invoke(app, ["doctor", "--json"])
    assert done.exit_code == 0, done.output
    found = {row["what"]: row for row in json.loads(done.stdout)}
    assert found["casekit"]["found"] == casekit.__version__
    assert {"python", "rules", "pyarrow", "java", "Chinese font", "terminal"} <= found.keys()
    assert found["pyarrow"]["state"] == "ok"
    assert any(what.endswith("[spark]") for what in found)


def test_a_missing_extra_is_told_and_a_missing_need_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.requires", lambda _: ["no-such-a>=1", 'no-such-b>=2; extra == "html"'])
    done = RUN.invoke(app, ["doctor"])
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert any(line.startswith("broken  no-such-a") and 'pip install "no-such-a>=1"' in line for line in lines)
    [missing] = [line for line in lines if line.startswith("missing no-such-b [html]")]
    assert missing.endswith('for web pages: pip install "casekit[html]"')
    assert "broken: no-such-a" in done.stderr


def test_every_extra_says_what_it_is_for() -> None:
    lines = RUN.invoke(app, ["doctor"]).stdout.splitlines()
    assert all(" for " in line for line in lines if line.startswith("missing") and "[" in line)


def test_without_java_and_fonts_nothing_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("casekit.compare.picture.has_chinese_font", lambda: False)
    done = RUN.invoke(app, ["doctor"])
    assert done.exit_code == 0
    assert (
        sum(line.startswith("missing java") or line.startswith("missing Chinese") for line in done.stdout.splitlines())
        == 2
    )
