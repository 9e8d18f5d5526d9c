"""Several errors of rule files told together, so that one run shows all that must be mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from casekit.core import RuleError

_SHOWN = 20


class RuleFilesError(RuleError):
    """All errors found, in the order of their places; place, message and hint are those of the first."""

    def __init__(self, errors: list[RuleError]) -> None:
        self.errors = sorted(errors, key=lambda e: e.place)
        first = self.errors[0]
        super().__init__(first.place, first.message, first.hint)

    def __str__(self) -> str:
        lines = [str(error) for error in self.errors[:_SHOWN]]
        more = len(self.errors) - _SHOWN
        return "\n".join(lines + ([f"... and {more} more errors"] if more > 0 else []))


class Complaints:
    """Collects errors while loading goes on; `raise_all` ends it."""

    def __init__(self) -> None:
        self._errors: list[RuleError] = []

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Inside this block a RuleError is kept instead of raised."""
        try:
            yield
        except RuleFilesError as errors:
            self._errors += errors.errors
        except RuleError as error:
            self._errors.append(error)

    def raise_all(self) -> None:
        """Raises what was kept: one RuleError as it is, several as RuleFilesError."""
        if self._errors:
            raise self._errors[0] if len(self._errors) == 1 else RuleFilesError(self._errors)
