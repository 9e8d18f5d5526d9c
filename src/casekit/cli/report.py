"""`casekit report`: one HTML file with everything that was found, to read, search and check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casekit.cli.compare import From, Rules
from casekit.cli.output import say

_EPILOG = "casekit report --from outputs/ -o outputs/report.html"

File = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here. Default: report.html in the folder.")
]
Limit = Annotated[int, typer.Option(min=1, metavar="N", help="Texts of at most N documents, those with most facts.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("report", epilog=_EPILOG)(report)


def report(tables: From = Path("outputs"), file: File = None, limit: Limit = 5000, rules: Rules = None) -> None:
    """One HTML file: rankings, communities, texts with every number marked, conflicts, coverage, definitions.

    It opens in any browser, asks nothing from the network, and can be mailed. Chinese, English at a click.
    """
    from casekit.report import write_report

    target = tables / "report.html" if file is None else file
    written = write_report(tables, target, rules, limit)
    say(f"{target}: {written.documents} documents, {written.bytes / 1e6:.1f} MB")
    if written.left_out:
        say(f"{written.left_out} more documents are counted and ranked, but not shown whole; --limit takes more")
