"""The commands joined: light to start, known by name, plain about mistakes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

import casekit
from casekit.cli.app import app

HEAVY = ("pandas", "pyarrow", "yaml", "pydantic", "jieba", "rjieba", "numpy", "regex", "rich.console")
RUN = CliRunner()


def test_help_loads_nothing_heavy() -> None:
    code = f"""
import sys
from casekit.cli import main
sys.argv = ["casekit", "--help"]
try:
    main()
except SystemExit as done:
    assert done.code == 0
print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
    assert "casekit extract corpus/" in done.stdout


def test_the_version_is_told() -> None:
    assert RUN.invoke(app, ["--version"]).stdout == f"casekit {casekit.__version__}\n"


@pytest.mark.parametrize("command", ["extract", "eval"])
def test_each_help_ends_with_a_call_that_can_be_pasted(command: str) -> None:
    done = RUN.invoke(app, [command, "--help"])
    assert done.exit_code == 0
    assert done.stdout.strip().splitlines()[-1].strip().startswith(f"casekit {command} ")


@pytest.mark.parametrize(
    "arguments", [["harvest"], ["extract"], ["extract", "x", "--workers", "many"], ["eval", "--no"]]
)
def test_wrong_use_is_exit_code_2(arguments: list[str]) -> None:
    done = RUN.invoke(app, arguments)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_help_says_of_each_command_what_the_built_command_says() -> None:
    from typer.main import get_command

    told = " ".join(RUN.invoke(app, ["--help"]).stdout.split())
    commands = get_command(app).commands
    assert set(commands) >= {"extract", "compare", "rules"}
    for name, command in commands.items():
        sentence = command.get_short_help_str(1000)
        assert sentence.endswith("."), name
        assert f" {name} {sentence} " in told, name


@pytest.mark.parametrize("arguments", [["-h"], ["help"], ["compare", "-h"], ["help", "compare"]])
def test_help_is_found_by_other_names(arguments: list[str]) -> None:
    done = RUN.invoke(app, arguments)
    assert done.exit_code == 0
    assert done.stdout == RUN.invoke(app, [word for word in arguments if word == "compare"] + ["--help"]).stdout


@pytest.mark.parametrize("typed", ["—metric", "——metric", "–metric", "－－metric"])
def test_a_dash_in_place_of_hyphens_is_told(typed: str) -> None:
    done = RUN.invoke(app, ["compare", typed, "population"])
    assert done.exit_code == 2
    assert f'"{typed}" begins with a dash' in done.output
    assert "--metric" in done.output
    assert RUN.invoke(app, ["explain", "——社区有居民300户"]).exit_code == 0


def test_a_call_builds_only_the_command_that_is_called() -> None:
    code = """
import casekit.cli.shelf as shelf
built = []
whole = shelf.get_group
shelf.get_group = lambda own: built.append(own) or whole(own)
from typer.testing import CliRunner
from casekit.cli.app import app
assert CliRunner().invoke(app, ["--help"]).exit_code == 0 and not built
assert CliRunner().invoke(app, ["compare", "--help"]).exit_code == 0
print(len(built))
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "1\n"
