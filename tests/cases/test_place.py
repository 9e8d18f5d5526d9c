"""Places completed upward, and left open where several answers are possible."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.cases import Atlas
from casekit.cases.place import resolve_place

_LINES = Path(__file__).with_name("places.txt").read_text(encoding="utf-8").splitlines()
_PAIRS = [line.split("=>") for line in _LINES if "=>" in line and not line.startswith("#")]


@pytest.mark.parametrize(("asked", "wanted"), _PAIRS)
def test_places_are_completed_upward(asked: str, wanted: str, atlas: Atlas) -> None:
    uppers, street = asked.split("/")
    place = resolve_place(uppers.split(), None if "-" in street else street.strip(), (), atlas.gazetteer)
    got = (place.province, place.city, place.district, place.street, place.adcode)
    assert [part or "-" for part in got] == wanted.split()


def test_other_places_of_the_text_settle_doubt(atlas: Atlas) -> None:
    lhasa, lanzhou = 5401, 6201
    assert resolve_place(("城关区",), None, {lhasa}, atlas.gazetteer).city == "拉萨市"
    assert resolve_place(("城关区",), None, {lanzhou}, atlas.gazetteer).city == "兰州市"
    assert resolve_place(("城关区",), "雁北街道", (), atlas.gazetteer).city == "兰州市"


def test_what_stays_open_has_candidates(atlas: Atlas) -> None:
    place = resolve_place(("城关区",), None, (), atlas.gazetteer)
    assert place.candidates == (540102, 620102)
    assert place.code is None


def test_a_street_that_the_gazetteer_lacks_is_kept_as_written(atlas: Atlas) -> None:
    place = resolve_place(("花溪区",), "望溪街道", (), atlas.gazetteer)
    assert (place.street, place.code) == ("望溪街道", 520111)
