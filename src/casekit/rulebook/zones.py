"""Clauses, zones and noun phrases around quantities: spans only, no rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.wording import Series

# What ends a clause. Brackets do: what stands in them speaks for itself; so does the gap between two labels
# of one line (总户数：386户　　网格：10个).
# One set of characters comes first, so that the engine skips to where a break can be; it goes on for those that
# must come twice.
# Bars, bullets and arrows end one too (回族812人｜藏族33人), but ↑12% is one thing, and · stands in names.
_BREAK = re.compile(
    r"[，；：。！？,;:!?\n\t（）()…—－ 　|｜●•■◆▲★☆◎▪✔✅↑↓·]"
    r"(?:(?<![—－ 　↑↓·])|(?<=—)—|(?<=－)－|(?<=[ 　])[ 　]+|(?<=[↑↓])(?! ?\d)|(?<=[人户名个场次件%]·))"
)
# What may stand between two quantities that share one noun: 2938户、10211人；2743户，共7089人.
_JOINER = re.compile(r"[、和以及与共计合总约近超达/／（(\s　]*")
_PAUSED_JOINER = re.compile(r"[，,、和以及与共计合总约近超达（(\s　]*")
_PAUSE = "、，, "
_AND = ("和", "与", "及", "以及")
# What may follow a measure word and says no more than it: 912口|人, 3.4万人|口.
_TAILS = {"口": "人", "人": "口"}
# Right before a number: for whom something is done.
_FOR = ("为", "给", "替")
# 由5000元，|增加到8000元: where a change goes on behind the comma, it is of the figure before it.
_FROM = re.compile(r"[从由][^，。；、]*$")
_NEAR = 16
# What ends a bracket, and how long one may be that explains a noun and counts nothing: 党员（含预备党员）|86名.
_CLOSING = ("）", ")")
_GLOSS = 16
# A pause and the longest word for a total: ，满打满算.
_TOTAL = 6


def clause_starts(text: str, sentence: Span) -> list[int]:
    """Where the clauses of a sentence begin, the first being the start of the sentence."""
    return [sentence.start, *[found.end() for found in _BREAK.finditer(text, sentence.start, sentence.end)]]


def clause_end(text: str, at: int, sentence: Span) -> int:
    """Where the clause that holds `at` ends."""
    found = _BREAK.search(text, at, sentence.end)
    return found.start() if found else sentence.end


def part_start(text: str, sentence: Span, at: int) -> int:
    """Where the part of the sentence begins that holds `at`: a semicolon ends what a verb governs."""
    return text.rfind("；", sentence.start, max(sentence.start, at)) + 1 or sentence.start


def left_zones(text: str, sentence: Span, quantities: Sequence[Quantity], starts: Sequence[int]) -> list[Span]:
    """The left zone of each quantity of a sentence with clauses at `starts`; runs such as 2938户、10211人 share one."""
    zones: list[Span] = []
    clause = 0
    for i, quantity in enumerate(quantities):
        while clause + 1 < len(starts) and starts[clause + 1] <= quantity.start:
            clause += 1
        last_end = quantities[i - 1].end if i else sentence.start
        start = max(starts[clause], last_end)
        # 29个民族、|3.3万人口: what stands before the pause is counted by the number before it.
        if i and start == last_end and (pause := text.find("、", start, quantity.start)) >= 0:
            start = pause + 1
        if i and _share(text, quantities[i - 1], quantity):
            zones.append(zones[-1])
        else:
            zone = _past_gloss(text, starts, quantity.start, last_end)
            zones.append(zone or Span(min(start, quantity.start), quantity.start))
    return zones


def _past_gloss(text: str, starts: Sequence[int], at: int, last_end: int) -> Span | None:
    """流动人口（已办居住证）|2315人: the zone before a bracket that only explains the noun; it names no group."""
    if not text.startswith(_CLOSING, at - 1):
        return None
    opened = max(text.rfind("（", last_end, at), text.rfind("(", last_end, at))
    if opened < 0 or at - opened > _GLOSS or "族" in text[opened:at]:
        return None
    start = max(starts[bisect_right(starts, opened) - 1], last_end)
    return Span(start, opened) if start < opened else None


def _share(text: str, first: Quantity, second: Quantity) -> bool:
    """True where both count the same noun; a comma between them is only passed by households and people."""
    paired = (first.kind, second.kind) == ("户数", "人数")
    joiner = _PAUSED_JOINER if paired else _JOINER
    return joiner.fullmatch(text, first.end, second.start) is not None


def is_beside(text: str, first: Quantity, second: Quantity, words: Series) -> bool:
    """True where a pause, an and or a word for a total stands between at most (238户和1067人, 238户，拢共1067人)."""
    if second.start - first.end > _TOTAL:
        return False
    between = text[first.end : second.start].strip(_PAUSE)
    return not between or between in _AND or words.sum.fullmatch(between) is not None


def right_zones(text: str, sentence: Span, quantities: Sequence[Quantity], words: Series) -> list[Span]:
    """The right zone of each quantity of a sentence; households and people counted together share one."""
    zones: list[Span] = []
    for i in range(len(quantities) - 1, -1, -1):
        following = quantities[i + 1] if i + 1 < len(quantities) else None
        paired = following is not None and (quantities[i].kind, following.kind) == ("户数", "人数")
        if following is not None and paired and _share(text, quantities[i], following):
            zones.append(zones[-1])
        else:
            zones.append(_right_zone(text, sentence, quantities[i], following, words))
    return zones[::-1]


def _right_zone(text: str, sentence: Span, quantity: Quantity, following: Quantity | None, words: Series) -> Span:
    """From the quantity to 、, the end of the clause or the next quantity, whichever is first."""
    end = clause_end(text, quantity.end, sentence)
    if _FROM.search(text, max(sentence.start, quantity.start - _NEAR), quantity.start):
        changed = words.changed.match(text, end, sentence.end)
        end = changed.end() if changed else end
    if following is not None:
        end = min(end, following.start)
    start = min(end, quantity.end + text.startswith(_TAILS.get(text[quantity.end - 1], "。"), quantity.end))
    # 267人|到珠海、东莞务工, 为86名|高龄、失能老人送餐: what is done goes on behind the pause.
    pause = text.find("、", start, end)
    if text.startswith(words.went_to, start) or (pause > start and text.startswith(_FOR, max(0, quantity.start - 1))):
        pause = -1
    return Span(start, end if pause < 0 else pause)


def clause_before(starts: Sequence[int], at: int) -> Span | None:
    """The clause that ends where the one that holds `at` begins, None at the start of a sentence."""
    number = bisect_right(starts, at) - 1
    return Span(starts[number - 1], starts[number] - 1) if number > 0 else None


def sums_up(words: Series, text: str, start: int, end: int) -> bool:
    """True where a word between two clauses says that a total of what was named follows (合计, 合起来)."""
    return words.sum.search(text, start, end) is not None


def names_nothing(words: Series, text: str, zone: Span) -> bool:
    """True where a left zone holds a time and fillers at most: the thing counted was named before."""
    return words.going_on.fullmatch(text, zone.start, zone.end) is not None


def takes_share(words: Series, text: str, zone: Span) -> bool:
    """True where a left zone says 占 or nothing, and not of whom."""
    return words.share.match(text, zone.start, zone.end) is not None


def follows_at_once(text: str, end: int, start: int) -> bool:
    """True where one clause mark at most stands between `end` and `start`."""
    return start - end <= 1 or (start - end <= 2 and _BREAK.match(text, start - 1) is not None)
