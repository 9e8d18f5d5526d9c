"""Every command and option stands in its manual, and the call that ends each help text runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from tests.docs.conftest import ROOT
from typer.main import get_command
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.manual import commands, manual_text

PAGE = ROOT / "src" / "casekit" / "cli" / "README.md"
EVERY = dict(commands(get_command(app)))
FINDINGS = {"casekit rules check", "casekit rules test", "casekit rules new"}  # 1 means that they found something


def test_the_page_is_the_one_that_the_commands_make() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual_text(), "python -m casekit.manual > src/casekit/cli/README.md"


@pytest.mark.parametrize("name", EVERY)
def test_every_option_says_what_it_means(name: str) -> None:
    assert EVERY[name].help, name
    for parameter in EVERY[name].params:
        assert parameter.name == "help" or parameter.help, (name, parameter.name)


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_both_readmes_name_every_command(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in EVERY:
        family, _, last = name.rpartition(" ")
        assert f"`{name}" in text or (f"`{family} " in text and f"`{last}`" in text), name


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "rules/README.md", "outputs/README.md"])
def test_pages_call_only_what_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for line in re.findall(r"(?:`|^\$ |^    |^(?=casekit [a-z]+ +[^ ]*[-/]))(casekit [a-z][^`\n#·]*)", text, re.M):
        name = max((name for name in EVERY if f"{line} ".startswith(f"{name} ")), key=len, default="")
        assert name or line.split()[1] in {n.split()[1] for n in EVERY}, (page, line)
        known = {
            call for one in ([EVERY[name]] if name else []) for p in one.params for call in (*p.opts, *p.secondary_opts)
        }
        for option in re.findall(r"(?<=\s)--?[a-z][\w-]*", line if name else ""):
            assert option in known | {"--help"}, (page, line, option)


@pytest.mark.parametrize("name", EVERY)
def test_the_call_that_ends_the_help_runs(name: str, here: Path) -> None:
    words = shlex.split(call(EVERY[name]))
    assert " ".join(words).startswith(name)
    if ">" in words:
        words = words[: words.index(">")]
    done = CliRunner().invoke(app, words[1:])
    accepted = {0, 1} if name in FINDINGS else {0}
    assert done.exit_code in accepted, (words, done.output, done.exception)


def call(command: Any) -> str:
    assert command.epilog, "a help text ends with a call that can be pasted"
    return str(command.epilog)
