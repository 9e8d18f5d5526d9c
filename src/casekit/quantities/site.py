"""A place in a text where a number stands, as the readers of labels, dates and amounts see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from casekit.quantities.amount import Amount
from casekit.quantities.tails import Tail

# What ends a clause, and with it the reach of cues.
STOPS = frozenset("，。；！？：、,;!?\n“”‘’「」『』（）()《》【】[]…")


@dataclass(slots=True)
class Site:
    """`text` is folded and ends in a newline, so that there is a character after every number.

    `run` is `text[start:middle]`, the digits; the written tail is `text[middle:end]`. `before` and `after` are the
    characters around, a newline at the head of the text. Nobody changes a site; it is not frozen because freezing
    would cost more than all that is read from it.
    """

    text: str
    start: int
    middle: int
    end: int
    tail: Tail
    run: str
    before: str
    after: str
    in_figures: bool

    def left(self, reach: int) -> str:
        """The text before the number, `reach` characters at most, cut at the last stop."""
        text, at = self.text, self.start
        least = max(0, at - reach)
        while at > least and text[at - 1] not in STOPS:
            at -= 1
        return text[at : self.start]


def site_at(text: str, start: int, middle: int, end: int, tail: Tail) -> Site:
    """The site of a number whose digits end at `middle`, and its tail at `end`."""
    return Site(
        text,
        start,
        middle,
        end,
        tail,
        text[start:middle],
        text[start - 1],
        text[end],
        text[start] <= "9",
    )


class Found(NamedTuple):
    """What was read at a site: an amount, or the reason why it is none ('' where there is an amount).

    `start` and `end` are offsets of the whole expression.
    """

    start: int
    end: int
    reason: str
    amount: Amount | None = None
