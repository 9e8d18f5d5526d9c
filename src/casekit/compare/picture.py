"""Bars with whiskers as an SVG picture, and as PNG where the charts extra is there to draw it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np

from casekit.compare.chart import Bar, longest
from casekit.core import CasekitError

_FONTS = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif"
_STATED, _COMPUTED, _WHISKER, _INK, _PALE = "#3b6ea5", "#8fb3d9", "#1a1a1a", "#222", "#667"
_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _BAR = 900, 190, 230, 64, 28, 16
_MOST = 200
_CJK_FILES = (
    "cjk",
    "msyh",
    "simsun",
    "simhei",
    "pingfang",
    "sourcehan",
    "wqy",
    "notosanssc",
    "droidsansfallback",
    "heiti",
)
_FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)


def write_picture(path: Path, title: str, bars: Sequence[Bar], notes: Sequence[str] = ()) -> list[str]:
    """Draws the bars into an .svg or .png file; gives back warnings for the user.

    Raises CasekitError where the ending is another, or a PNG is asked for and the charts extra is not installed.
    """
    if len(bars) > _MOST:
        raise CasekitError(f"--chart: {len(bars)} bars are too many for a picture; use --top")
    svg = svg_text(title, bars, notes)
    if path.suffix.lower() == ".svg":
        path.write_text(svg, encoding="utf-8", newline="\n")
        return []
    if path.suffix.lower() != ".png":
        raise CasekitError(f"{path}: a chart is written as .svg or .png")
    try:
        from vl_convert import svg_to_png
    except ImportError:
        raise CasekitError(
            f'{path}: PNG needs one more package: pip install "casekit[charts]"; .svg does not'
        ) from None
    path.write_bytes(svg_to_png(svg, scale=2))
    return (
        []
        if has_chinese_font()
        else [f"{path}: no Chinese font found here, so characters may be empty boxes; .svg has none of that"]
    )


def svg_text(title: str, bars: Sequence[Bar], notes: Sequence[str] = ()) -> str:
    """The picture: stated figures dark, computed ones light, whiskers over the interval, an arrow where it is open."""
    height = _TOP + _ROW * len(bars) + 24 + 16 * len(notes)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
        f' font-family="{_FONTS}" font-size="13" role="img" aria-label="{escape(title, {chr(34): "&quot;"})}">',
        f'<rect width="{_WIDTH}" height="{height}" fill="white"/>',
        _text(16, 26, title, size=17, weight="bold"),
        *_legend(),
    ]
    top = longest(bars)
    for number, bar in enumerate(bars):
        lines += _row(bar, _TOP + number * _ROW, (_WIDTH - _LEFT - _RIGHT) / top)
    lines += [_text(16, _TOP + _ROW * len(bars) + 16 * at + 16, note, fill=_PALE) for at, note in enumerate(notes)]
    return "\n".join([*lines, "</svg>", ""])


def _legend() -> Iterator[str]:
    for at, (fill, words) in enumerate(((_STATED, "文中写明 stated"), (_COMPUTED, "据文中数字算出 computed"))):
        x = 16 + at * 150
        yield f'<rect x="{x}" y="38" width="12" height="12" fill="{fill}"/>'
        yield _text(x + 18, 49, words, fill=_PALE)


def _row(bar: Bar, y: float, scale: float) -> Iterator[str]:
    middle = y + _ROW / 2
    value = bar.value if np.isfinite(bar.value) else bar.low if np.isfinite(bar.low) else bar.high
    low = 0.0 if np.isnan(bar.low) else bar.low
    yield _text(_LEFT - 8, middle + 5, bar.name, anchor="end")
    fill, width = _STATED if bar.basis == "stated" else _COMPUTED, max(value, 0) * scale
    yield f'<rect x="{_LEFT}" y="{middle - _BAR / 2:g}" width="{width:.2f}" height="{_BAR}" fill="{fill}"/>'
    right = _LEFT + (value if np.isnan(bar.high) else bar.high) * scale
    if not low == value == bar.high:
        left = _LEFT + low * scale
        end = right + 14 if np.isnan(bar.high) else right
        yield _line(left, middle, end, middle)
        yield _line(left, middle - 5, left, middle + 5)
        if np.isnan(bar.high):
            yield f'<path d="M {end:.2f} {middle - 4:g} l 6 4 l -6 4 z" fill="{_WHISKER}"/>'
            right = end + 6
        else:
            yield _line(right, middle - 5, right, middle + 5)
    yield _text(max(right, _LEFT + value * scale) + 8, middle + 5, bar.words)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.2f}" y1="{y1:g}" x2="{x2:.2f}" y2="{y2:g}" stroke="{_WHISKER}" stroke-width="1.5"/>'


def _text(
    x: float, y: float, words: str, *, anchor: str = "start", size: int = 13, weight: str = "normal", fill: str = _INK
) -> str:
    style = f'text-anchor="{anchor}" font-size="{size}" font-weight="{weight}" fill="{fill}"'
    shown = "".join(c if c.isprintable() else " " for c in words)
    return f'<text x="{x:.2f}" y="{y:g}" {style}>{escape(shown)}</text>'


def has_chinese_font() -> bool:
    """True where this machine has a font with which a picture in PNG can show Chinese."""
    for folder in _FONT_FOLDERS:
        for file in Path(folder).rglob("*"):
            if file.suffix.lower() in (".ttf", ".ttc", ".otf") and any(
                n in file.name.lower().replace("-", "") for n in _CJK_FILES
            ):
                return True
    return False
