"""The commands, joined."""

from __future__ import annotations

import sys

import typer

from casekit.core.errors import CasekitError

app = typer.Typer(
    name="casekit",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    help="Turns a folder of Chinese news reports on communities into tables of figures.",
    epilog="casekit extract corpus/",
)


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


def _leave_quietly() -> None:
    """The reader of our output closed the pipe (`| head`); Python must not complain at exit."""
    sys.stdout = None
    sys.exit(0)
