"""Items of one list: what the rule for one of them counts, it counts for those beside it that no rule knows."""

from __future__ import annotations

from casekit.core import Span
from casekit.rulebook.frame import Frame
from casekit.rulebook.marks import Marks, within

# What parts the items of a list.
_PAUSES = ("以及", "、", "及", "和", "与")
# Classes of quantities of which the items of a list are told, and how long the name of an item is.
_ITEMS = frozenset({"件数", "次数"})
_NAMES = range(2, 9)


def are_items(one: Frame, following: Frame, marks: Marks) -> bool:
    """True for things named and counted side by side: 床位32张、|热水器2台, 32张床位、|2台热水器.

    A pause is all that stands between them, both are named on the same side of their number, and no verb is said of
    either alone.
    """
    if one.quantity.kind not in _ITEMS or following.quantity.kind not in _ITEMS:
        return False
    between = Span(one.quantity.end, following.quantity.start)
    if between.end <= between.start or within(marks.verbs, between):
        return False
    text = marks.text
    if one.noun.end == one.quantity.start:
        pause = _pause_at(text, between.start)
        return bool(pause) and between.end - between.start - len(pause) in _NAMES and _plain(text, between, len(pause))
    if one.noun.start != one.quantity.end or following.noun.start != following.quantity.end:
        return False
    return text[one.noun.end : between.end] in _PAUSES and len(following.noun) in _NAMES


def _pause_at(text: str, at: int) -> str:
    return next((pause for pause in _PAUSES if text.startswith(pause, at)), "")


def _plain(text: str, between: Span, pause: int) -> bool:
    """True where nothing but Chinese characters stands behind the pause."""
    return all("一" <= sign <= "鿿" for sign in text[between.start + pause : between.end])
