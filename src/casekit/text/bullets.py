"""The marks that open a point of a list: signs, geometric shapes, dingbats, encircled numbers and pictures."""

from __future__ import annotations

import re

# Blocks of the standard: enclosed numbers, shapes, symbols and dingbats, arrows and stars, pictographs.
BULLETS = "·•‣⁃※＊*\u2460-\u24ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\u3251-\u325f\u32b1-\u32bf\U0001f300-\U0001faff"
_BULLET = re.compile(f"[{BULLETS}]|[-–] ")


def opens_point(text: str, at: int = 0) -> bool:
    """True where a mark of a list stands at the offset.

    >>> [opens_point(line) for line in ("◎竹溪社区：新增车位86个", "✅ 加装电梯3部", "③修路", "- 开夜校", "竹溪社区")]
    [True, True, True, True, False]
    """
    return _BULLET.match(text, at) is not None
