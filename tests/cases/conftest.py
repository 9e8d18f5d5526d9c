"""One atlas for all tests of places."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas, load_atlas


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return load_atlas()
