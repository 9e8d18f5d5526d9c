"""One character for one: full width to half width, odd spaces to spaces, ASCII punctuation between hanzi to Chinese."""

from __future__ import annotations

import re

_SPACES = [0xA0, 0x202F, 0x205F, 0x3000, *range(0x2002, 0x200B)]
_BREAKS = [0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029]
_CONTROLS = [*range(0x01, 0x09), *range(0x0E, 0x1C), 0x1F, 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)]
# What nobody sees: zero width, soft hyphens, direction marks, byte order marks. All become NUL, and are left out.
UNSEEN = "\0"
_UNSEEN = [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFE0F, 0xFEFF]
_ALWAYS = {
    **dict.fromkeys(_UNSEEN, 0),
    **{0xFF10 + i: 0x30 + i for i in range(10)},
    **{0xFF21 + i: 0x41 + i for i in range(26)},
    **{0xFF41 + i: 0x61 + i for i in range(26)},
    **dict.fromkeys(_SPACES + _CONTROLS, 0x20),
    **dict.fromkeys(_BREAKS, 0x0A),
    **{ord(wide): ord(half) for wide, half in zip("％．／＋－()｡､", "%./+-（）。、", strict=True)},
    **{ord(corner): ord(quote) for corner, quote in zip("「」『』｢｣＂", '“”‘’“”"', strict=True)},
}
_CHINESE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
# Halves of pairs stand for no character at all.
_FIRST_HALF, _LAST_HALF = "\ud800", "\udfff"
_FOLDED = re.compile(
    f"[{re.escape(''.join(map(chr, _ALWAYS)))}{re.escape(''.join(_CHINESE))}\r{_FIRST_HALF}-{_LAST_HALF}]"
)
_TABLE = {chr(old): chr(new) for old, new in _ALWAYS.items()}
_AFTER = frozenset("”’」』）》〉】%％")
_BEFORE = frozenset("“‘「『《（")
# Some write the full stop as a dot; whoever does writes hardly a 。.
_DOT = re.compile(
    r"(?<=[\u4e00-\u9fff”）》%])(?<![\s（(第一二三四五六七八九十][一二三四五六七八九十])(?<!^.)\.(?=[\u4e00-\u9fff\d“”《（\n]|$)"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_SENTENCE, _DOTS = 400, 2  # the length of a long one; so many dots at least


def fold(text: str) -> str:
    """The text as rules like it, of the same length; line breaks become newlines, what nobody sees NUL.

    >>> fold("占１２．５％,居民2,180户,共5人")
    '占12.5%，居民2,180户，共5人'
    >>> fold('「邻里帮」有九十户.书记说:"还要添人."')
    '“邻里帮”有九十户。书记说：“还要添人。”'
    """
    folded = _FOLDED.sub(_folded, text)
    if '"' in folded:
        folded = "\n".join(map(_quoted, folded.split("\n")))
    full = folded.count("。")
    if full * _SENTENCE < len(folded) and "." in folded and len(_DOT.findall(folded)) >= max(full + 1, _DOTS):
        return _DOT.sub("。", folded)
    return folded


def _folded(found: re.Match[str]) -> str:
    mark, text, at = found.group(), found.string, found.start()
    if mark in _TABLE:
        return _TABLE[mark]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == "\r":
        return " " if after == "\n" else "\n"
    if _FIRST_HALF <= mark <= _LAST_HALF:
        return "\ufffd"
    return _CHINESE[mark] if _chinese_around(mark, before, after) else mark


def _quoted(line: str) -> str:
    """Straight quotation marks open and close by turns in a line of Chinese that has an even number of them."""
    parts = line.split('"')
    if len(parts) % 2 == 0 or _HAN.search(line) is None:
        return line
    marks = ["“", "”"] * (len(parts) // 2)
    return parts[0] + "".join(mark + part for mark, part in zip(marks, parts[1:], strict=True))


def _chinese_around(mark: str, before: str, after: str) -> bool:
    """ASCII punctuation next to a hanzi is Chinese; between digits it is not (2,180户, 9:30)."""
    if after == "/" and mark == ":":
        return False
    return "\u4e00" <= before <= "\u9fff" or before in _AFTER or "\u4e00" <= after <= "\u9fff" or after in _BEFORE
