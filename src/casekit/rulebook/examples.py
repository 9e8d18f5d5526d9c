"""The mini-language of examples: a text with one marked quantity, and what is wanted of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from casekit.core import Place, RuleError, nearest
from casekit.rulebook.rule import Example

BOUNDS = ("exact", "about", "at_least", "at_most", "range")
WANTED = ("basis", "group", "label", "per", "period", "status", "unit")

_ARROW = "=>"
_INTERVAL = re.compile(r"\[\s*([^,，\]]*?)\s*[,，]\s*([^,，\]]*?)\s*\]\s*(\w*)")
_POINT = re.compile(r"(-?[\d.]+)\s*(\w*)")
_SHAPE = "Write 文字【数量】 => 86, or => [39, 40] at_most; per=年."


@dataclass(frozen=True, slots=True)
class _Wanted:
    value: str | None = None
    low: str | None = None
    high: str | None = None
    bound: str | None = None


def parse_example(line: str, place: Place) -> Example:
    """The example: a value or an interval, perhaps a bound, perhaps columns; raises RuleError.

    >>> e = parse_example("年均调处矛盾【近40件】 => [39, 40] at_most; per=年", Place("t.yaml"))
    >>> e.text, e.text[e.start:e.end], e.low, e.high, e.bound, e.sets
    ('年均调处矛盾近40件', '近40件', '39', '40', 'at_most', {'per': '年'})
    """
    text, arrow, rest = line.rpartition(_ARROW)
    if not arrow:
        raise RuleError(place, f'the example "{line}" says nothing of the value.', _SHAPE + "（例句要写 => 和数值）")
    return _example(text, rest, place)


def parse_counter_example(line: str, place: Place) -> Example:
    """A text with one marked quantity, nothing wanted of it; raises RuleError.

    >>> parse_counter_example("组建纠纷调解队【3支】", Place("t.yaml")).start
    7
    """
    if _ARROW in line:
        raise RuleError(place, f'the counter-example "{line}" states a value.', "反例只写带【】的文字，不写 =>。")
    return _example(line, "", place)


def parse_context_example(line: str, place: Place) -> Example:
    """Like an example, where the part after => may be left out or hold columns only."""
    text, arrow, rest = line.rpartition(_ARROW)
    return _example(text if arrow else line, rest if arrow else "", place)


def _example(marked: str, wanted: str, place: Place) -> Example:
    marked = marked.strip()
    start, end = marked.find("【"), marked.find("】")
    if marked.count("【") != 1 or marked.count("】") != 1 or not start + 1 < end:
        raise RuleError(
            place,
            f'the example "{marked}" marks {marked.count("【")} quantities.',
            "Exactly one stands in 【】. 例句中要用【】标出且只标一个数量。",
        )
    figure, sets = _wanted(wanted, place)
    text = marked[:start] + marked[start + 1 : end] + marked[end + 1 :]
    return Example(text, start, end - 1, figure.value, figure.low, figure.high, figure.bound, sets, place)


def _wanted(wanted: str, place: Place) -> tuple[_Wanted, dict[str, str]]:
    figure, sets = _Wanted(), {}
    for at, part in enumerate(piece.strip() for piece in re.split("[;；]", wanted)):
        if "=" in part:
            column, _, value = part.partition("=")
            sets[_column(column.strip(), place)] = value.strip()
        elif part and at == 0:
            figure = _figure(part, place)
        elif part:
            raise RuleError(place, f'"{part}" is no column=value.', f"Columns: {', '.join(WANTED)}.")
    return figure, sets


def _column(column: str, place: Place) -> str:
    if column not in WANTED:
        hint = f"Known: {', '.join(WANTED)}. {nearest(column, WANTED)}"
        raise RuleError(place, f'unknown column "{column}" in an example.', hint.strip())
    return column


def _figure(part: str, place: Place) -> _Wanted:
    if (found := _INTERVAL.fullmatch(part)) is not None:
        low, high = (_number(end, place) for end in found.groups()[:2])
        return _Wanted(None, low, high, _bound(found[3], place))
    if (found := _POINT.fullmatch(part)) is not None:
        return _Wanted(_number(found[1], place), None, None, _bound(found[2], place))
    raise RuleError(place, f'"{part}" is neither a number nor an interval.', _SHAPE)


def _number(text: str, place: Place) -> str:
    if text in ("", "null"):
        return ""
    try:
        Decimal(text)
    except InvalidOperation:
        raise RuleError(place, f'"{text}" is no number.', "数值写阿拉伯数字，不带单位和逗号。") from None
    return text


def _bound(text: str, place: Place) -> str | None:
    if text and text not in BOUNDS:
        raise RuleError(place, f'unknown bound "{text}".', f"Known: {', '.join(BOUNDS)}. {nearest(text, BOUNDS)}")
    return text or None
