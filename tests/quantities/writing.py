"""Writes numbers in Chinese, the other way round, for the round trips."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_CHEQUE = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def in_chinese(value: int) -> str:
    """The number as it is read out, up to 10 to the 16th.

    >>> in_chinese(10203), in_chinese(15), in_chinese(300050)
    ('一万零二百零三', '十五', '三十万零五十')
    """
    if value == 0:
        return "零"
    parts: list[str] = []
    owed = False
    for worth, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section, value = divmod(value, worth)
        if section:
            gap = owed or (bool(parts) and section < 1000)
            parts.append(("零" if gap else "") + _section(section) + name)
        owed = bool(parts) and not section
    written = "".join(parts)
    return written[1:] if written.startswith("一十") else written


def _section(value: int) -> str:
    written, zero = "", False
    for worth, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, worth)
        if digit:
            written += ("零" if zero else "") + _DIGITS[digit] + name
            zero = False
        elif written:
            zero = True
    return written


def on_cheque(value: int) -> str:
    """The same in the characters of cheques.

    >>> on_cheque(250)
    '贰佰伍拾'
    """
    written = in_chinese(value)
    return ("一" + written if written.startswith("十") else written).translate(_CHEQUE)


def full_width(written: str) -> str:
    """The figures of a text in full width."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in written)
