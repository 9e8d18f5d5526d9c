"""`casekit init`: a folder to work in, with a sample, rules of one's own and a Makefile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casekit.cli.output import say
from casekit.core.errors import CasekitError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_EPILOG = "casekit init my-project"

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder, or one without these files.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("init", epilog=_EPILOG)(init)


def init(folder: Folder) -> None:
    """A new project folder: corpus/ with two samples, rules/ with a metric and a rule of your own, a Makefile.

    Nothing that exists is written over.
    """
    from importlib.resources import files

    starter = dict(_starter(files("casekit.cli") / "starter", ""))
    there = [name for name in starter if (folder / name).exists()]
    if there:
        raise CasekitError(f"{folder / there[0]}: exists already; nothing was written")
    try:
        for name, content in starter.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    except OSError as error:
        raise CasekitError(f"{folder}: cannot be written ({error.strerror or error})") from None
    for name in starter:
        typer.echo(folder / name)
    say(f"next: cd {folder} && make        (or: casekit extract corpus/ --rules rules/ && casekit report)")


def _starter(folder: Traversable, inside: str) -> Iterator[tuple[str, bytes]]:
    """The files of the starter folder by relative name."""
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            yield from _starter(part, f"{inside}{part.name}/")
        else:
            yield f"{inside}{part.name}", part.read_bytes()
