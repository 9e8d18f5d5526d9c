"""The turns of a text: from where on figures are whose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from casekit.cases.pairs import Pair
from casekit.core.settled import settled


@settled
@dataclass(frozen=True, slots=True)
class Turn:
    """From `start` on figures are about `name`, None where nobody can say."""

    start: int
    name: str | None
    how: str


def note_turn(turns: list[Turn], at: int, focus: str | None, how: str) -> None:
    """Adds a change of focus; a turn to another place replaces the one that begins where it does."""
    if turns and turns[-1].start == at and turns[-1].name == focus:
        return
    while turns and turns[-1].start >= at:
        turns.pop()
    if not turns or turns[-1].name != focus or turns[-1].how == "paired":
        turns.append(Turn(at, focus, "unknown" if focus is None else how))


def note_part(turns: list[Turn], start: int, end: int, name: str) -> None:
    """Adds one figure at [start, end) that belongs to that name; behind it the focus is what it would have been."""
    after = next((turn for turn in reversed(turns) if turn.start <= end), None)
    turns[:] = [turn for turn in turns if not start <= turn.start <= end]
    turns += [Turn(start, name, "paired"), Turn(end, after.name if after else None, after.how if after else "unknown")]
    turns.sort(key=lambda turn: turn.start)


def note_pairs(turns: list[Turn], after: int, pairs: Sequence[Pair], ends: Collection[int], focus: str | None) -> None:
    """Adds figures that belong to one name each; at the `ends` of their clauses the focus is what it was."""
    turns += [Turn(pair.start, pair.name, "paired") for pair in pairs]
    turns += [Turn(end, focus, "carried") for end in ends]
    first = bisect_left(turns, after, key=lambda turn: turn.start)
    turns[first:] = sorted(turns[first:], key=lambda turn: turn.start)


def names_at(turns: Sequence[Turn], offsets: Iterable[int]) -> set[str]:
    """The names whose figures stand at the offsets."""
    starts = [turn.start for turn in turns]
    numbers = {bisect_right(starts, at) - 1 for at in offsets}
    return {name for number in numbers if number >= 0 and (name := turns[number].name) is not None}


def name_at(turns: Sequence[Turn], at: int) -> str | None:
    """Whose figures stand at an offset."""
    number = bisect_right(turns, at, key=lambda turn: turn.start) - 1
    return turns[number].name if number >= 0 else None
