"""The command as a user calls it, without the start of a process."""

from __future__ import annotations

import sys
from io import BytesIO, TextIOWrapper
from typing import NamedTuple, Protocol

import pytest

from casekit.cli import main


class Done(NamedTuple):
    """How a call ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


class Casekit(Protocol):
    """The command called in this process, as a shell calls it."""

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Done: ...


@pytest.fixture
def casekit(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Casekit:
    """Calls casekit with these arguments; gives how it ended and what it said."""

    def call(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["casekit", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        return Done(code, *capsys.readouterr())

    return call
