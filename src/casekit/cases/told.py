"""How a text says of a name what kind of place it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casekit.core.alternation import any_of

_NAME = r"[“「]?(?P<name>(?:(?!的)[一-鿿]){2,6}?)[”」]?"
_OPENS = r"(?<![^，。；：、！？\s“”（(的])"


def told_to_be(called: Iterable[str], kinds: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Patterns with the groups `name` and `kind`, for the words for calling and those for the kinds of place.

    >>> [bool(p.search("河边的老弄堂，名叫槐影里。")) for p in told_to_be(["名叫"], ["弄堂"])]
    [True, False, False]
    >>> [bool(p.search("名叫槐影里的弄堂")) for p in told_to_be(["名叫"], ["弄堂"])]
    [False, True, False]
    >>> [bool(p.search("槐影里，是一条靠河的弄堂。")) for p in told_to_be(["名叫"], ["弄堂"])]
    [False, False, True]
    """
    name, kind = any_of(called), f"(?P<kind>{any_of(kinds)})"
    return (
        re.compile(rf"{kind}(?:的?名字?)?[，,]?[就都]?{name}{_NAME}(?=[，。；、：:（(])"),
        re.compile(rf"{name}{_NAME}的[一-鿿]{{0,4}}?{kind}"),
        re.compile(rf"{_OPENS}{_NAME}[，,]?[就便]?是一?[条个座处片]?[^，。；\d]{{0,20}}?{kind}(?=[，。；])"),
    )
