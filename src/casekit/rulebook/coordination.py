"""Quantities that stand side by side: those that share one verb, and those told off with 分别."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.frame import Frame
from casekit.rulebook.marks import Marks, within
from casekit.rulebook.phrases import PEOPLE

# What joins 36名妇女 to the next number.
_JOINED = re.compile(r"[^，。；：！？,;:()（）、\d]{0,10}(?:、|和|与|及|以及)")
# How much may stand between a pause and a kind of people (、|城管|代表), and what may not.
_DESCRIBED = 4
_MARKS = "、，。；：“”（）的"
# What stands between the things that 分别 tells off one by one, and between their numbers.
_AND = re.compile(r"、|以及|和|与|及")


def share_verbs(marks: Marks, frames: Sequence[Frame]) -> list[Frame]:
    """36名妇女、12名残疾人|实现就业: people named side by side all do what is said of the last."""
    out = list(frames)
    for number in range(len(out) - 2, -1, -1):
        one, following = out[number], out[number + 1]
        if not _side_by_side(marks, one.quantity, following.quantity):
            continue
        said = tuple(verb for verb in following.verbs if verb.start >= following.quantity.end)
        if said or len(following.predicate):
            own = () if one.inherited and said else one.verbs
            out[number] = replace(
                one, verbs=own + said, inherited=one.inherited and not said, predicate=following.predicate
            )
    return out


def _side_by_side(marks: Marks, one: Quantity, following: Quantity) -> bool:
    """True where a noun phrase and a pause at most stand between two numbers of people."""
    if one.kind not in PEOPLE or following.kind not in PEOPLE or following.start == one.end:
        return False
    if _JOINED.fullmatch(marks.text, one.end, following.start) is None:
        return False
    return not marks.verbs.within(one.end, following.start)


def named_on(marks: Marks, quantity: Quantity, right: Span, limit: int) -> Span:
    """Up to where people of further kinds are named behind a pause: 25位|业主、租客、物业代表|坐到一起.

    The span is empty where none are; `limit` is where the next quantity begins, whose own noun none of them is.
    """
    nothing, end = Span(right.end, right.end), right.end
    if quantity.kind not in PEOPLE or not len(right):
        return nothing
    while marks.text.startswith("、", end):
        kind = marks.nouns.beginning(end + 1, end + _DESCRIBED)
        if kind is None or len(kind) < 2 or kind.end >= limit or marks.verbs.within(end, kind.start):
            break
        if any(mark in marks.text[end + 1 : kind.start] for mark in _MARKS):
            break
        end = kind.end
    return Span(right.end, end) if end > right.end else nothing


def told_off(marks: Marks, quantities: Sequence[Quantity], lefts: Sequence[Span]) -> list[Span]:
    """The left zones, each cut to its own thing where 分别 tells several off: 调解纠纷、办理证件分别为|32件、|210件.

    Where the things are named in one word at the end (东街、西街社区人口分别为) the zones stay as they were.
    """
    out = list(lefts)
    for number, left in enumerate(lefts):
        if number and lefts[number - 1] == left:
            continue
        said = marks.series.told_off.search(marks.text, left.start, left.end)
        if said is None:
            continue
        run = 1
        while number + run < len(lefts) and _next_number(
            marks.text, quantities[number + run - 1], quantities[number + run]
        ):
            run += 1
        things = _things(marks.text, Span(left.start, said.start()))
        if len(things) == run > 1 and all(_named(marks, thing) for thing in things) and not _shared(marks, things):
            out[number : number + run] = things
    return out


def _next_number(text: str, one: Quantity, following: Quantity) -> bool:
    return _AND.fullmatch(text, one.end, following.start) is not None


def _things(text: str, zone: Span) -> list[Span]:
    starts, ends = [zone.start], []
    for mark in _AND.finditer(text, zone.start, zone.end):
        ends.append(mark.start())
        starts.append(mark.end())
    return [Span(start, end) for start, end in zip(starts, [*ends, zone.end], strict=True)]


def _shared(marks: Marks, things: Sequence[Span]) -> bool:
    """东河村、西河村|的人均收入: what is counted stands once, behind the last of the places."""
    at = marks.text.find("的", things[-1].start, things[-1].end)
    return at >= 0 and all(
        marks.text[thing.end - 1] in marks.series.place_ends for thing in [*things[:-1], Span(things[-1].start, at)]
    )


def _named(marks: Marks, zone: Span) -> bool:
    return bool(within(marks.nouns, zone) or within(marks.verbs, zone) or within(marks.groups, zone))
