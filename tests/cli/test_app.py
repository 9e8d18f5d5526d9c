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

    lines = RUN.invoke(app, ["--help"]).stdout.splitlines()
    said = {words[0]: words[1] for line in lines if len(words := line.split(maxsplit=1)) == 2}
    commands = get_command(app).commands
    assert set(commands) >= {"extract", "compare", "rules"}
    for name, command in commands.items():
        assert said[name].rstrip(".") == command.get_short_help_str(len(said[name])).rstrip("."), name


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
