"""Fixtures: rule folders in a temporary place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.rulebook.folders import base_folder


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A small complete rules folder that stands for the shipped one."""
    return base_folder(tmp_path / "base")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where a test writes the user's rules folder."""
    return tmp_path / "own"
