"""A number that counts part of those counted before: 队员18名，其中11名…; 纠纷86起，涉及土地的6起; 队员里，藏族6人."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.frame import Frame
from casekit.rulebook.marks import Marks, within
from casekit.rulebook.phrases import PEOPLE, noun_after, nouns_of

_LISTED = re.compile(r"[，、；]|以及|和|与|及")
# A description whose noun stands before: 涉及土地的|6起, 没采纳的有|45条.
_ELIDED = re.compile(r"[^，。；、]的(?:[有就也还已则共占约近超达为是各]|分别)*$")
_TOGETHER = re.compile(r"[与和跟同把被将都]|已")
# Looked back over that many figures.
_BACK = 6
_SHORT = 14


def whole_of(marks: Marks, quantity: Quantity, left: Span, right: Span, earlier: Sequence[Frame]) -> Frame | None:
    """The frame of those of whom the quantity counts a part that has no noun of its own, None where it is no part.

    Parts of residents at large are none: they are populations of their own.
    """
    if not earlier:
        return None
    whole = (
        _opened(marks, quantity, left, right, earlier)
        or _told_on(marks, quantity, left, right, earlier)
        or _some_of(marks, quantity, left, right, earlier)
    )
    if whole is None and _ELIDED.search(marks.text, left.start, left.end) and quantity.kind == "件数":
        whole = _latest(quantity, earlier)
    return whole


def _opened(marks: Marks, quantity: Quantity, left: Span, right: Span, earlier: Sequence[Frame]) -> Frame | None:
    """After 其中, or after 里 and 中 behind the noun of the number before; and whatever goes on in that list."""
    last, whole = earlier[-1], _latest(quantity, earlier)
    if whole is None or nouns_of(marks, noun_after(marks, right, quantity.kind in PEOPLE)):
        return None
    if quantity.kind in PEOPLE and marks.series.residents.search(whole.words("noun")):
        return None
    group = _group_alone(marks, left)
    start = left.start if group is None else group
    among = marks.series.among.search(marks.text, max(0, left.start - 1), start if group is not None else left.end)
    # 其中得到补贴的|21户 had something done to them: that verb tells what is counted.
    if among is not None and not within(marks.verbs, Span(among.start(), among.end())):
        return whole
    if last is not whole:
        return None
    between = marks.text[last.quantity.end : start if group is not None else quantity.start]
    if marks.series.within.fullmatch(between):
        return whole
    listed = last.noun.end <= last.left.start and group is not None and _LISTED.fullmatch(between)
    return whole if listed else None


def _group_alone(marks: Marks, left: Span) -> int | None:
    """Where the ethnic group begins that alone stands between the opening of a list and the number."""
    groups = within(marks.groups, left)
    return groups[-1].start if groups and groups[-1].end == left.end else None


def _told_on(marks: Marks, quantity: Quantity, left: Span, right: Span, earlier: Sequence[Frame]) -> Frame | None:
    """网格员31名，9人|能讲蒙古语: fewer of the same, of whom something is told."""
    whole = earlier[-1]
    if quantity.kind != "人数" or whole.quantity.kind != "人数" or len(left.of(marks.text).strip()):
        return None
    if quantity.value >= whole.quantity.value or marks.series.residents.search(whole.words("noun")) or not whole.nouns:
        return None
    return whole if marks.series.told.match(marks.text, right.start, right.end) else None


def _some_of(marks: Marks, quantity: Quantity, left: Span, right: Span, earlier: Sequence[Frame]) -> Frame | None:
    """15个连队，已有|11个|建起食堂: fewer of the same things, of which something is told."""
    whole = earlier[-1]
    if quantity.kind != "件数" or whole.quantity.unit != quantity.unit or quantity.value >= whole.quantity.value:
        return None
    if marks.series.had.fullmatch(marks.text, left.start, left.end) is None or not whole.nouns:
        return None
    told = _TOGETHER.match(marks.text, right.start) or right.start in [
        verb.start for verb in within(marks.verbs, right)
    ]
    return whole if told else None


def _latest(quantity: Quantity, earlier: Sequence[Frame]) -> Frame | None:
    """The nearest earlier frame of the same unit that has a noun; one a few numbers back at most."""
    for frame in reversed(earlier[-_BACK:]):
        if frame.quantity.unit == quantity.unit and frame.nouns:
            return frame
    return None


def changed_of(marks: Marks, left: Span, earlier: Sequence[Frame]) -> Span | None:
    """The left zone up to the noun of the change whose outcome the number is: 人均收入|提高1200元，达到|1.68万元."""
    if not earlier or len(left) > _SHORT or marks.series.came_to.fullmatch(marks.text, left.start, left.end) is None:
        return None
    last = earlier[-1]
    if left.start - last.quantity.end > 1:
        return None
    nouns = within(marks.nouns, last.left)
    if not nouns or marks.series.change.search(marks.text, nouns[-1].end, last.left.end) is None:
        return None
    return Span(last.left.start, nouns[-1].end)
