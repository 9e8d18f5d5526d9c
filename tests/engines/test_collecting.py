"""While a part is made, Python does not look for garbage; afterwards as before."""

from __future__ import annotations

import gc

import pytest

from casekit.engines.collecting import uncollected


@pytest.mark.parametrize("on", [True, False])
def test_collecting_rests_inside_and_is_afterwards_as_it_was(on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with pytest.raises(ValueError), uncollected():
            assert not gc.isenabled()
            raise ValueError
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()
