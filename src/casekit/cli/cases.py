"""`casekit cases`: which communities there are, where, and in which reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casekit.cli.compare import Bom, Cases, File, Format, From, Json, Reprints
from casekit.cli.output import choose_output, print_table, say

_EPILOG = "casekit cases --level 社区 -o communities.csv"

Levels = Annotated[list[str] | None, typer.Option("--level", help="Only 社区, 村, 街道 ...; may be given again.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("cases", epilog=_EPILOG)(cases)


def cases(
    case: Cases = None,
    level: Levels = None,
    reprints: Reprints = False,
    tables: From = Path("outputs"),
    format: Format = "",
    as_json: Json = False,
    file: File = None,
    bom: Bom = None,
) -> None:
    """The communities of all documents, each once, with its place, its groups, its facts and its reports."""
    from casekit.compare.communities import list_communities

    output = choose_output(format, as_json, file, bom)
    found = list_communities(tables, tuple(case or ()), tuple(level or ()), reprints)
    print_table(found, output)
    if not found.num_rows:
        say("no community meets these conditions")
