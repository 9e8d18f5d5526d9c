"""The console blocks of the READMEs run and print what they show; their Python runs; their links lead somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.docs.conftest import ROOT
from typer.testing import CliRunner

from casekit.cli.app import app

PAGES = ("README.md", "README.zh.md")


def calls(page: str) -> list[tuple[str, str]]:
    """Each line that begins with `$ casekit`, with the output shown below it."""
    found = []
    for body in re.findall(r"```console\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.S):
        for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
            line, _, shown = part.partition("\n")
            if line.startswith("casekit "):
                found.append((line.split(" # ")[0].strip(), shown.strip("\n")))
    return found


@pytest.mark.parametrize(("page", "line", "shown"), [(page, *one) for page in PAGES for one in calls(page)])
def test_console_blocks_print_what_they_show(page: str, line: str, shown: str, here: Path) -> None:
    words = shlex.split(line)
    target = words[words.index(">") + 1] if ">" in words else ""
    given = words[1 : words.index(">")] if target else words[1:]
    if shown and given[0] in ("compare", "show"):
        given += ["--format", "table"]  # what a terminal gets
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 0, (line, done.output, done.exception)
    if shown:
        told = plain(done.output if "tables in" in shown else done.stdout)
        wanted = re.escape(plain(shown)).replace(re.escape("..."), ".*?")
        assert re.fullmatch(wanted, told, re.S), f"{page}: {line}\n{done.output}"


def plain(text: str) -> str:
    """The text without blanks at the ends of lines, and without empty lines."""
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("page", PAGES)
def test_each_readme_shows_a_table_that_was_run(page: str) -> None:
    assert any(shown for _, shown in calls(page))


@pytest.mark.parametrize("page", PAGES)
def test_python_blocks_run(page: str, here: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.S)
    assert blocks
    for block in blocks:
        exec(compile(block, page, "exec"), {})


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_files(page: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text(encoding="utf-8")):
        assert (ROOT / target).exists() or target == "outputs/README.md", target
