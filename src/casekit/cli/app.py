"""The commands, joined."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

import casekit
from casekit.cli.shelf import Shelf, put_on_shelf
from casekit.core.errors import CasekitError

# Plain messages and help pages: they come up in half the time.
_PLAIN: dict[str, Any] = {"pretty_exceptions_enable": False, "rich_markup_mode": None}

app = typer.Typer(
    name="casekit",
    cls=Shelf,
    no_args_is_help=True,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    **_PLAIN,
    epilog="casekit extract corpus/",
)

# The order of the help page: the way of a figure, then what tends the rules. Commands not named come last.
_FIGURES = ("extract", "compare", "show", "cases", "conflicts", "report", "export")
_ORDER = (*_FIGURES, "explain", "leftovers", "rules", "evaluate", "init", "doctor")


@app.callback()
def _casekit(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=lambda asked: _say_version(asked), help="Print the version."),
    ] = False,
) -> None:
    """Turns a folder of Chinese news reports on communities into tables of figures.

    把社区新闻报道变成数字表：先 extract，再 compare、show、report。
    """


def main() -> None:
    """Runs the command line; errors made for the user become one line and exit code 2, Ctrl-C 130."""
    try:
        app()
    except CasekitError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("stopped; what was finished is kept", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        _leave_quietly()


def register_commands() -> None:
    """Adds the command of every module of this package that has a `register`."""
    names = {path.stem for path in Path(__file__).parent.glob("[a-z]*.py")} - {"app"}
    ranked = [name for name in _ORDER if name in names] + sorted(names - set(_ORDER))
    for name in ranked:
        register = getattr(import_module(f"casekit.cli.{name}"), "register", None)
        if register is not None:
            own = typer.Typer(**_PLAIN)
            register(own)
            put_on_shelf(own)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"casekit {casekit.__version__}")
        raise typer.Exit


def _leave_quietly() -> None:
    """The reader of our output closed the pipe (`| head`); Python must not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0)


register_commands()
