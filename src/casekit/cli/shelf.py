"""Commands by name, each built when it is called: the help page of all of them needs none built."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, MutableMapping
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

# Each command or group of commands in an app of its own, in the order of the help page.
SHELF: dict[str, typer.Typer] = {}
_WHOLE = 1000  # characters: more than any first sentence has
_DASHED = re.compile(r"[—–－]+([A-Za-z][\w-]*)")


def put_on_shelf(own: typer.Typer) -> None:
    """Takes an app that holds one command or one group."""
    names = [info.name for info in own.registered_commands] + [info.name for info in own.registered_groups]
    SHELF[str(names[0])] = own


class Shelf(TyperGroup):
    """The group of all commands on the shelf."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = _Built()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Takes `help COMMAND` for `COMMAND --help`, and tells of dashes that an input method put for hyphens."""
        for word in args:
            if dashed := _DASHED.match(word):
                ctx.fail(f'"{word}" begins with a dash, not with hyphens 这里是破折号，请用减号: --{dashed[1]}')
        return super().parse_args(ctx, [*args[1:2], "--help"] if args[:1] == ["help"] else args)

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of the help page."""
        return list(SHELF)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Writes each name with the first sentence that is said of it, whole."""
        sketches = {name: typer.core.TyperCommand(name, help=_help(own)) for name, own in SHELF.items()}
        with formatter.section("Commands"):
            formatter.write_dl([(name, sketch.get_short_help_str(_WHOLE)) for name, sketch in sketches.items()])


class _Built(MutableMapping[str, Any]):
    """The commands on the shelf, built at the first look."""

    def __init__(self) -> None:
        self._built: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._built:
            self._built[name] = get_group(SHELF[name]).commands[name]
        return self._built[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._built[name] = command

    def __delitem__(self, name: str) -> None:
        del self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(SHELF)

    def __len__(self) -> int:
        return len(SHELF)


def _help(own: typer.Typer) -> str:
    for command in own.registered_commands:
        return inspect.getdoc(command.callback) or ""
    below = own.registered_groups[0].typer_instance
    return str(below.info.help) if below else ""
