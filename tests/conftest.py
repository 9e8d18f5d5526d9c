"""What all tests share: the shipped rules, loaded once."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from casekit.core.yamlfile import parse_yaml
from casekit.extract import Kit, load_kit

# Files are tested side by side: how long one example takes says more of the others than of it.
settings.register_profile("side by side", deadline=None)
settings.load_profile("side by side")

SHIPPED = cache(load_kit)


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No collection while a test looks at how time grows: it would go through all that other tests left behind."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@lru_cache(maxsize=2)
def _load_own(rules: Path | None, gazetteer: Path | None, here: Path, files: tuple[tuple[Path, bytes], ...]) -> Kit:
    return load_kit(rules, gazetteer)


def _load_kit(rules: Path | None = None, gazetteer: Path | None = None) -> Kit:
    """As `load_kit`; the same kit again while no byte of its files and not the working directory has changed."""
    given = [path for path in (rules, gazetteer) if path]
    files = sorted(file for path in given for file in (path, *path.rglob("*")) if file.is_file())
    state = tuple((file, file.read_bytes()) for file in files)
    return _load_own(rules, gazetteer, Path.cwd(), state) if given else SHIPPED()


@pytest.fixture(scope="session", autouse=True)
def shipped_rules_once() -> Iterator[None]:
    """What a test calls in its own process takes the shipped kit as it was loaded for the first of them.

    The files of a user are read each time; what reads as it did before is not parsed and compiled again.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("casekit.extract", "casekit.extract.text", "casekit.run.corpus", "casekit.run.workshop"):
            patch.setattr(importlib.import_module(name), "load_kit", _load_kit)
        patch.setattr(importlib.import_module("casekit.rulebook.folder"), "parse_yaml", cache(parse_yaml))
        yield


@pytest.fixture(scope="session")
def kit() -> Kit:
    """The kit of the shipped rules."""
    return SHIPPED()
