"""A folder as a user has it: reports in corpus/, their tables in outputs/, rules in rules/."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.core.rules_folder import shipped_rules

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ten reports extracted; a test may write here."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    shutil.copytree(ROOT / "tests" / "gold", folder / "tests" / "gold")
    for name in ("rules", "rules.old"):
        shutil.copytree(shipped_rules(), folder / name)
    done = CliRunner().invoke(app, ["extract", str(folder / "corpus"), "-o", str(folder / "outputs"), "--quiet"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def here(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same as the working directory, with a terminal of fixed width."""
    monkeypatch.chdir(workplace)
    monkeypatch.setenv("COLUMNS", "100")
    return workplace
