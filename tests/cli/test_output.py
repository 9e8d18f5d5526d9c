"""What the help page loads, and how tables meet a terminal."""

from __future__ import annotations

import subprocess
import sys

import pytest

from casekit.cli.output import Output, choose_output, print_table, table_of
from casekit.core import CasekitError


def test_help_loads_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys; sys.argv=['casekit', '--help']\n"
        "from casekit.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([n for n in ('pandas', 'pyarrow', 'yaml', 'pydantic', 'jieba', 'numpy') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_terminal_gets_a_table_and_a_pipe_csv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert Output().form == "table"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)
    assert Output().form == "csv"
    assert Output("json").form == "json"
    with pytest.raises(CasekitError, match="contradict"):
        choose_output("csv", True)


def test_long_tables_are_cut_on_a_page_and_the_rest_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(table_of([{"n": number} for number in range(130)]), Output("table"))
    out, err = capsys.readouterr()
    assert " 99 " in out.replace("\n", " \n ") and "100" not in out
    assert "30 more rows" in err


def test_colour_is_off_when_asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    print_table(table_of([{"case": "荷城社区", "value": 1.0}]), Output("table"))
    out = capsys.readouterr().out
    assert "荷城社区" in out and "\x1b[3" not in out
