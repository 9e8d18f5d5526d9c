"""Bars with the whiskers of their intervals, drawn with characters for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from rich.cells import cell_len

from casekit.compare.result import range_text, short_number

FULL, SHADE, OPEN = "█", "▒", "→"


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: its name, its interval (nan where open) and its unit."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    basis: str = "stated"

    @property
    def words(self) -> str:
        """The figure as a person reads it."""
        ends = "" if self.low == self.high == self.value else f" [{range_text(self.low, self.high)}]"
        return f"{short_number(self.value)}{ends} {self.unit}"


def bars_of(rows: pd.DataFrame) -> list[Bar]:
    """One bar a row."""
    columns = (rows[name] for name in ("case", "value", "low", "high", "unit", "basis"))
    return [
        Bar(str(case), float(value), float(low), float(high), "" if pd.isna(unit) else str(unit), str(basis))
        for case, value, low, high, unit, basis in zip(*columns, strict=True)
    ]


def chart_lines(bars: Sequence[Bar], width: int) -> Iterator[str]:
    """One line a bar: solid up to its low end, shaded up to its high end, an arrow where the high end is open."""
    if not bars:
        return
    names = max(cell_len(bar.name) for bar in bars)
    words = max(cell_len(bar.words) for bar in bars)
    room = max(width - names - words - 3, 10)
    top = longest(bars)
    for bar in bars:
        drawn = _drawn(bar, top, room)
        yield f"{_padded(bar.name, names)} {_padded(drawn, room)} {bar.words}".rstrip()


def longest(bars: Sequence[Bar]) -> float:
    """The greatest end of any bar, where the scale ends."""
    ends = [end for bar in bars for end in (bar.value, bar.low, bar.high) if np.isfinite(end)]
    return max([end for end in ends if end > 0], default=1.0)


def _drawn(bar: Bar, top: float, room: int) -> str:
    low = 0.0 if np.isnan(bar.low) else bar.low
    high = (bar.value if np.isfinite(bar.value) else low) if np.isnan(bar.high) else bar.high
    solid, shaded = round(low / top * room), round(high / top * room)
    if high > low:  # an interval is always to be seen
        shaded = min(max(shaded, solid + 1), room)
        solid = min(solid, shaded - 1)
    arrow = OPEN if np.isnan(bar.high) else ""
    return (FULL * solid + SHADE * (shaded - solid))[: room - len(arrow)] + arrow


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
