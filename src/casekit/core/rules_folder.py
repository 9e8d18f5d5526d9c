"""Where the rules that casekit ships lie: inside the installed package, or beside src in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_rules() -> Path:
    """The folder of rule files that came with this casekit."""
    inside = _PACKAGE / "rules"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "rules"


def rule_file(name: str, folder: Path | None = None) -> Path:
    """The user's file of that name where `folder` has one, else the shipped one.

    >>> rule_file("units.yaml").name
    'units.yaml'
    """
    own = folder / name if folder else None
    return own if own is not None and own.is_file() else shipped_rules() / name
