"""`casekit conflicts`: figures of one community that cannot both be right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from casekit.cli.compare import Bom, File, Format, From, Json, Rules
from casekit.cli.output import choose_output, console, print_table, say

if TYPE_CHECKING:
    import pyarrow as pa

_EPILOG = "casekit conflicts -o conflicts.csv"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("conflicts", epilog=_EPILOG)(conflicts)


def conflicts(
    tables: From = Path("outputs"),
    rules: Rules = None,
    format: Format = "",
    as_json: Json = False,
    file: File = None,
    bom: Bom = None,
) -> None:
    """Figures of one community and metric that disagree beyond their intervals, with both sentences."""
    from casekit.compare.catalogue import load_catalogue
    from casekit.compare.conflicts import find_conflicts
    from casekit.compare.policy import load_policy

    output = choose_output(format, as_json, file, bom)
    found = find_conflicts(tables, load_catalogue(rules), load_policy(rules))
    if output.form == "table" and output.file is None:
        _print_pairs(found)
    else:
        print_table(found, output)
    number = found.num_rows
    say(f"{number} conflict{'s' if number > 1 else ''}" if number else "no two figures contradict each other")


def _print_pairs(found: pa.Table) -> None:
    from rich.text import Text

    screen = console()
    for row in found.to_pylist():
        screen.print(Text(f"{row['case']} · {row['title']} · {row['quote_1']} ≠ {row['quote_2']}", style="bold"))
        for side in ("1", "2"):
            screen.print(Text(f"  {row[f'doc_{side}']}  {row[f'sentence_{side}']}"), soft_wrap=True)
        screen.print()
