"""`casekit extract`: a folder of reports into a folder of tables."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from casekit.run import Progress, Settings, Summary

_EPILOG = "casekit extract corpus/ -o outputs/"
_INCOMPLETE = 3
_ROWS = "Tables of texts (.jsonl, .csv, .parquet)"


class Engine(StrEnum):
    """Who does the work."""

    LOCAL = "local"
    SPARK = "spark"


Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Reports, or folders of them; - is stdin.")]
Out = Annotated[str, typer.Option("-o", "--out", metavar="DIR", help="Where the tables go.")]
Rules = Annotated[Path | None, typer.Option(metavar="DIR", help="Your rules; they win over the shipped.")]
Gazetteer = Annotated[Path | None, typer.Option(metavar="FILE", help="Your list of places, as CSV.")]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Read all texts in this encoding.")]
Workers = Annotated[int, typer.Option(metavar="N", min=0, help="Processes; 0 chooses by size and cores.")]
Resume = Annotated[
    bool, typer.Option(help="Continue a run that was stopped, and take over the rows of unchanged documents.")
]
Megabytes = Annotated[
    float, typer.Option(metavar="N", min=0, help="Text of one document; a longer one is told as too-large.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 where a document could not be read.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
EngineName = Annotated[Engine, typer.Option(help="This machine, or a Spark cluster (extra spark).")]
TextColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column of the text.", rich_help_panel=_ROWS)]
TitleColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column of the title.", rich_help_panel=_ROWS)]
DateColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column of the date.", rich_help_panel=_ROWS)]
IdColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column of the name.", rich_help_panel=_ROWS)]
SourceColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column of the medium.", rich_help_panel=_ROWS)]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("extract", epilog=_EPILOG)(extract)


def extract(
    paths: Paths,
    out: Out = "outputs",
    rules: Rules = None,
    gazetteer: Gazetteer = None,
    encoding: Encoding = None,
    workers: Workers = 0,
    resume: Resume = True,
    max_megabytes: Megabytes = 10,
    strict: Strict = False,
    quiet: Quiet = False,
    engine: EngineName = Engine.LOCAL,
    text_column: TextColumn = None,
    title_column: TitleColumn = None,
    date_column: DateColumn = None,
    id_column: IdColumn = None,
    source_column: SourceColumn = None,
) -> None:
    """Every figure of every report, with its community and its sentence, as tables.

    Exit codes: 0 fine, 2 wrong use, 3 done but something could not be read (1 with --strict), 130 Ctrl-C.
    """
    from casekit.documents import ReadOptions
    from casekit.run import Settings

    columns = (text_column, title_column, date_column, id_column, source_column)
    options = ReadOptions(encoding, *columns, max_text_bytes=int(max_megabytes * (1 << 20)))
    settings = Settings(rules, gazetteer, options, workers, resume)
    try:
        summary = _on_spark(paths, out, settings) if engine is Engine.SPARK else _here(paths, out, settings, quiet)
    except KeyboardInterrupt:
        typer.echo("stopped; what was finished is kept, the same command goes on from there", err=True)
        raise typer.Exit(130) from None
    except OSError as error:
        typer.echo(f"{out}: {error.strerror or error}; what was finished is kept", err=True)
        raise typer.Exit(1) from None
    _tell(summary, quiet)
    if not summary.complete:
        raise typer.Exit(1 if strict else _INCOMPLETE)


def _here(paths: list[str], out: str, settings: Settings, quiet: bool) -> Summary:
    from casekit.run import extract_corpus

    with _progress(quiet) as tell:
        return extract_corpus([Path(path) for path in paths], Path(out), settings, tell)


def _on_spark(paths: list[str], out: str, settings: Settings) -> Summary:
    from casekit.run.cluster import extract_on_spark

    return extract_on_spark(paths, out, settings)


def _tell(summary: Summary, quiet: bool) -> None:
    for line in summary.left_out:
        typer.echo(line, err=True)
    for line in () if quiet else summary.lines():
        typer.echo(line, err=True)


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
