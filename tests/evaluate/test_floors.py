"""Floors are checked, go up, and go down only when told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.core import CasekitError
from casekit.evaluate import check_floors, raised, read_floors, write_floors

KNOWN = frozenset({"span", "fact"})


def test_floors_survive_a_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    floors = {"corpus": {"span": 0.9, "fact": 0.751}, "reports": {"fact": 1.0}}
    write_floors(path, floors)
    assert read_floors(path, KNOWN) == floors


def test_a_score_below_its_floor_is_named() -> None:
    floors = {"corpus": {"span": 0.9, "fact": 0.75}}
    assert check_floors(floors, "corpus", {"span": 0.9, "fact": 0.76}) == []
    (miss,) = check_floors(floors, "corpus", {"span": 0.95, "fact": 0.7499})
    assert str(miss) == "corpus: fact F1 0.7499 is below its floor 0.750"
    assert check_floors(floors, "another set", {"span": 0.0, "fact": 0.0}) == []


def test_floors_go_up_and_never_down_unless_told() -> None:
    floors = {"corpus": {"span": 0.9, "fact": 0.75}, "reports": {"span": 0.5}}
    reached = {"span": 0.8, "fact": 0.8129}
    assert raised(floors, "corpus", reached) == {"corpus": {"span": 0.9, "fact": 0.812}, "reports": {"span": 0.5}}
    assert raised(floors, "corpus", reached, lower=True)["corpus"] == {"span": 0.8, "fact": 0.812}


def test_a_floor_is_never_above_the_score_it_came_from() -> None:
    for thousandths in range(1001):
        score = thousandths / 1000
        floors = raised({}, "corpus", {"fact": score})
        assert check_floors(floors, "corpus", {"fact": score}) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("corpus:\n  facts: 0.9\n", r'floors.yaml:2:3  unknown measure "facts". Did you mean "fact"'),
        ("corpus:\n  fact: high\n", "is no floor"),
        ("corpus:\n  fact: 1.2\n", "is no floor"),
        ("corpus: 0.9\n", "holds no floors"),
        ("- corpus\n", "expected a mapping"),
    ],
)
def test_a_wrong_floor_file_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CasekitError, match=said):
        read_floors(path, KNOWN)
