"""The command line: arguments in, text out. One file per command; heavy imports stay inside the commands."""

from casekit.cli.app import main

__all__ = ["main"]
