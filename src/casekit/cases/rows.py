"""Names in a row that a text counts: 辖明月里、望江苑和和平里|3个小区, 2个小区：|明月里和望江苑."""

from __future__ import annotations

import re

from casekit.cases.wording import Wording

_ITEM = "(?:(?![的了在是有等这那每各几两])[一-鿿])"
_BEFORE = re.compile(rf"(?P<row>[一-鿿]{{2,12}}(?:、{_ITEM}{{2,7}})*(?:[、和与及]{_ITEM}{{2,7}}))(?P<others>等)?\Z")
_BEHIND = re.compile(
    rf"[，,：:（(](?:分别|也就|就)?[是为即叫]?[：:]?"
    rf"(?P<row>{_ITEM}{{2,7}}(?:、{_ITEM}{{2,7}})*[、和与及]{_ITEM}{{2,7}}?)(?P<others>等)?[，,。；）)]"
)
_LEAD = re.compile("^.*(?:[辖含由括有为设管是的]|包括|分成|涉及|覆盖|组织|负责)(?=.{2,7}$)")
_JOINT = re.compile("(?<=..)[和与及](?=..)")
_REACH = 40  # characters


def row_beside(text: str, start: int, end: int, wording: Wording) -> tuple[list[str], bool]:
    """The items of the row before the count at [start, end), else of the one behind it, and whether 等 closes it.

    No items where no row stands there.
    """
    row = _BEFORE.search(text, max(0, start - _REACH), start) or _BEHIND.match(text, end)
    if row is None:
        return [], False
    first, *others = _items(row["row"], wording)
    first = _LEAD.sub("", first)
    first = first[max((cut.end() for cut in wording.names.cut.finditer(first)), default=0) :]
    return [first, *others], row["others"] is not None


def _items(row: str, wording: Wording) -> list[str]:
    """明月里|望江苑|和平里 of 明月里、望江苑和和平里."""
    *items, last = row.split("、")
    for joint in _JOINT.finditer(last):
        if not wording.near.names.paired.match(last, joint.start()):
            return [*items, last[: joint.start()], last[joint.end() :]]
    return [*items, last]
