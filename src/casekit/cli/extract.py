"""`casekit extract`: a folder of reports into a folder of tables."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from casekit.run import Progress

_EPILOG = "casekit extract corpus/ -o outputs/"
_INCOMPLETE = 3


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("extract", epilog=_EPILOG)(extract)


def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Reports, or folders of them; - is stdin.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="Where the tables go.")] = Path("outputs"),
    rules: Annotated[Path | None, typer.Option(metavar="DIR", help="Your rules; they win over the shipped.")] = None,
    gazetteer: Annotated[Path | None, typer.Option(metavar="FILE", help="Your list of places, as CSV.")] = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="Read all texts in this encoding.")] = None,
    workers: Annotated[int, typer.Option(metavar="N", min=0, help="Processes; 0 chooses by size and cores.")] = 0,
    resume: Annotated[
        bool, typer.Option(help="Continue a run that was stopped, and take over the rows of unchanged documents.")
    ] = True,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 where a document could not be read.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
) -> None:
    """Every figure of every report, with its community and its sentence, as tables.

    Exit codes: 0 fine, 2 wrong use, 3 done but something could not be read (1 with --strict), 130 Ctrl-C.
    """
    from casekit.documents import ReadOptions
    from casekit.run import Settings, extract_corpus

    settings = Settings(rules, gazetteer, ReadOptions(encoding=encoding), workers, resume)
    try:
        with _progress(quiet) as tell:
            summary = extract_corpus(paths, out, settings, tell)
    except KeyboardInterrupt:
        typer.echo("stopped; what was finished is kept, the same command goes on from there", err=True)
        raise typer.Exit(130) from None
    for line in summary.left_out:
        typer.echo(line, err=True)
    for line in () if quiet else summary.lines():
        typer.echo(line, err=True)
    if not summary.complete:
        raise typer.Exit(1 if strict else _INCOMPLETE)


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A bar on stderr with rate and remaining time, where stderr is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich import progress
    from rich.console import Console

    columns = (
        progress.TextColumn("{task.fields[documents]:,} documents"),
        progress.BarColumn(),
        progress.DownloadColumn(),
        progress.TransferSpeedColumn(),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, documents=0)
        yield lambda now: bar.update(task, completed=now.bytes, total=now.of_bytes, documents=now.documents)
