"""A community, and how a stretch of text came to be about it."""

from __future__ import annotations

from dataclasses import dataclass

from casekit.core import Span
from casekit.core.settled import settled


@settled
@dataclass(frozen=True, slots=True)
class Case:
    """A community or a higher unit that the text presents; places in full form, None where not certain.

    `name` is the short name as in the text (荷城社区). `level` is 社区 村 街道 镇 小区 区县 市 省 全国 or 其他.
    `case_id` is the official code where the gazetteer knows it, else a stable id made from the chain of names.
    `start` and `end` are the first mention in the clean text. `founded` is YYYY, YYYY-MM or YYYY-MM-DD.
    """

    case_id: str
    name: str
    level: str
    start: int
    end: int
    province: str | None = None
    city: str | None = None
    district: str | None = None
    street: str | None = None
    adcode: str | None = None
    founded: str | None = None
    groups: tuple[str, ...] = ()


@settled
@dataclass(frozen=True, slots=True)
class Focus:
    """From offset `start` of the clean text on, up to the next focus, figures are about `case`.

    `case` is an index into `CaseReading.cases`, None where nobody can say; `how` is one of
    stated, subject, heading, title, carried, paired, or unknown.
    """

    start: int
    case: int | None
    how: str


@dataclass(frozen=True, slots=True)
class CaseReading:
    """The cases of one document and the focus along its text; `problems` are (code, start, end, message).

    `local` tells that the text is about communities, or about one place, and not news of the country that calls at one.
    At the offsets in `summed` a plural begins that only takes up the communities told of (两个社区).
    `names` are those of places in text order, without their class words: what stands in them is no word of its own.
    """

    cases: tuple[Case, ...]
    foci: tuple[Focus, ...]
    problems: tuple[tuple[str, int | None, int | None, str], ...] = ()
    local: bool = False
    summed: frozenset[int] = frozenset()
    names: tuple[Span, ...] = ()
