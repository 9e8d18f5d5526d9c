"""A settled class is made faster and is otherwise the class that `dataclass` made."""

from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from casekit.core.settled import settled


@settled
@dataclass(frozen=True, slots=True, order=True)
class Mark:
    start: int
    end: int = 9
    word: str = "户"


def test_fields_and_defaults_are_filled():
    assert Mark(1) == Mark(start=1, end=9, word="户")
    assert replace(Mark(1, word="人"), end=3) == Mark(1, 3, "人")
    assert repr(Mark(1)) == "Mark(start=1, end=9, word='户')"
    assert len({Mark(1), Mark(1), Mark(2)}) == 2
    assert Mark(1) < Mark(2)


def test_it_stays_frozen():
    with pytest.raises(FrozenInstanceError):
        Mark(1).start = 2


@pytest.mark.parametrize("wrong", [(), (1, 2, "户", 4)])
def test_wrong_arguments_are_refused(wrong):
    with pytest.raises(TypeError, match="__init__"):
        Mark(*wrong)


def test_checks_after_the_fields_are_filled_still_run():
    @settled
    @dataclass(frozen=True, slots=True)
    class Positive:
        number: int

        def __post_init__(self):
            if self.number <= 0:
                raise ValueError(self.number)

    assert Positive(1).number == 1
    with pytest.raises(ValueError, match="0"):
        Positive(0)


def test_default_factories_are_refused():
    @dataclass(frozen=True, slots=True)
    class Listed:
        words: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="words"):
        settled(Listed)
