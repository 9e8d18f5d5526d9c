"""Options that cannot be meant are refused before anything is read."""

from __future__ import annotations

import pytest

from casekit.core import CasekitError
from casekit.documents import ReadOptions


def test_an_unknown_encoding_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(CasekitError, match=r'unknown encoding "gb18303"\. Did you mean "gb18030"\?'):
        ReadOptions(encoding="gb18303")


def test_known_encodings_pass() -> None:
    assert ReadOptions(encoding="Big5").encoding == "Big5"
