"""The folder of a run under way, beside its tables: parts that are done, and the recipe they were made by."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from casekit.core import CasekitError

_FOLDER = ".run"
_LEDGER = "recipe.json"


class Workplace:
    """Holds `out` for one run; used as a context manager. Raises CasekitError where another run holds it."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.parts = out / _FOLDER
        self._lock: IO[str] | None = None

    def __enter__(self) -> Self:
        try:
            self.parts.mkdir(parents=True, exist_ok=True)
            self._lock = (self.parts / "lock").open("w")
        except OSError as error:
            raise CasekitError(f"{self.out}: cannot write here ({error.strerror})") from None
        if not _locked(self._lock):
            self._lock.close()
            raise CasekitError(f"{self.out}: another casekit extract is writing here")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None or not any(self.parts.glob("*.part")):
            shutil.rmtree(self.parts, ignore_errors=True)  # while it is still ours
        if self._lock is not None:
            self._lock.close()

    def prepare(self, recipe: dict[str, Any], keep: bool) -> None:
        """Makes ready for parts made by `recipe`; what lies here stays only where `keep` and the recipe is the same."""
        ledger = self.parts / _LEDGER
        text = json.dumps(recipe, ensure_ascii=False, sort_keys=True)
        if keep and ledger.is_file() and ledger.read_text(encoding="utf-8") == text:
            return
        self._drop_parts()
        making = ledger.with_suffix(".making")
        making.write_text(text, encoding="utf-8")
        making.replace(ledger)

    def _drop_parts(self) -> None:
        (self.parts / _LEDGER).unlink(missing_ok=True)
        for part in self.parts.glob("*.part*"):
            part.unlink(missing_ok=True)


def _locked(file: IO[str]) -> bool:
    """True where the lock is ours now; it ends with the process, however that ends."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
