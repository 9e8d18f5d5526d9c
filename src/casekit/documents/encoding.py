"""Bytes in, text out: which encoding Chinese bytes are in, judged by trial."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# The zones that hold the everyday characters: lead byte, trail byte. Text decoded by the wrong table falls outside.
_GB_COMMON = re.compile(rb"[\xb0-\xd7\xa1\xa3][\xa1-\xfe]")
_GB_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_BIG5_COMMON = re.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]|\xa1[\x40-\x7e\xa1-\xfe]")
_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs", "hz": "hz"}
_EVERYDAY = re.compile("[\u4e00-\u9fa5\u3000-\u303f\uff01-\uff5e\u2010-\u2026 -~\t\r\n]")
_HANZI = re.compile("[\u4e00-\u9fa5]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MAX_DAMAGE, _MAX_DAMAGE_OF_CHINESE = 0.02, 0.15
# So much more of the pairs must be everyday characters in one encoding for the other to be out of the question.
_CLEAR = 0.25


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the encoding it was read with, and how many U+FFFD stand for bytes that made no sense."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded | None:
    """The text of `data`, None where it is no text in any encoding known here.

    `encoding` is the user's word and is obeyed; `declared` is what the file says of itself, and is weighed.
    A byte order mark is no part of the text.

    >>> decode("社区共有居民4216户".encode("gbk"))
    Decoded(text='社区共有居民4216户', encoding='gb18030', damaged=0)
    """
    marked = _marked(data)
    if encoding:
        body = marked[1] if marked and marked[0] == widened(encoding) else data
        return _forced(body, widened(encoding))
    if marked:
        return _strict(marked[1], marked[0]) or _repaired(marked[1], [marked[0]])
    zeros = data[:_SAMPLE].count(0) * 20 > len(data[:_SAMPLE])
    found = None if zeros else _strict(data, "utf-8")
    if found:
        return found
    wide = _unmarked_wide(data)
    if wide:
        return _strict(data, wide) or _repaired(data, [wide])
    if zeros:
        return None
    order = _ranked(data, declared)
    # GB18030 has a character for nearly all bytes: that what looks like Big5 fits it without a fault says little.
    for candidate in order:
        found = _strict(data, candidate)
        if found and _is_text(found.text):
            return found
    return _repaired(data, ["utf-8", *order])


def guess_encoding(sample: bytes) -> str:
    """The encoding of a long file from its first bytes; utf-8 where they are no text.

    >>> guess_encoding("编号,正文\\n1,社区".encode("gbk"))
    'gb18030'
    """
    decoded = decode(sample)
    if decoded is None:
        return "utf-8"
    return "utf-8-sig" if decoded.encoding == "utf-8" else decoded.encoding


def widened(encoding: str) -> str:
    """The largest encoding that reads all that the named one writes; raises LookupError for unknown names.

    >>> widened("GB2312"), widened("Big5")
    ('gb18030', 'big5hkscs')
    """
    name = codecs.lookup(encoding.strip()).name
    return _WIDER.get(name, "utf-8" if name == "utf-8-sig" else name)


def common_share(data: bytes, encoding: str) -> float:
    """Which part of the double bytes of `data` are everyday characters if it is in `encoding` (0 to 1)."""
    common = _BIG5_COMMON if encoding.startswith("big5") else _GB_COMMON
    pairs = _GB_PAIR.findall(data[:_SAMPLE])
    return sum(1 for pair in pairs if common.fullmatch(pair)) / len(pairs) if pairs else 0.0


def _marked(data: bytes) -> tuple[str, bytes] | None:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name, data[len(bom) :]
    return None


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: read as such, the text is hanzi, their punctuation and ASCII, and little else."""
    sample = data[: _SAMPLE // 16 * 2]
    if len(data) % 2 or len(sample) < 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if len(_EVERYDAY.findall(text)) >= 0.97 * len(text):
            return encoding
    return None


def _ranked(data: bytes, declared: str | None) -> list[str]:
    """The Chinese encodings that may be meant, the likelier first; what the file says of itself breaks near ties."""
    scores = {name: common_share(data, name) for name in ("gb18030", "big5hkscs")}
    try:
        said = widened(declared) if declared else None
    except LookupError:
        said = None
    if said in scores:
        scores[said] += 0.2
    best = max(scores.values())
    return sorted((name for name in scores if scores[name] > best - _CLEAR), key=lambda name: -scores[name])


def _is_text(text: str) -> bool:
    """Control characters are rare in text and common in anything else."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 100 <= len(sample)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    """The whole text without a fault; a character cut off by the end of the file is left out and counted."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return _cut_off(data, encoding)


def _cut_off(data: bytes, encoding: str) -> Decoded | None:
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        text = decoder.decode(data, final=False)
        rest = decoder.getstate()[0]
    except UnicodeDecodeError:
        return None
    return Decoded(text + "\ufffd", encoding, 1) if rest else Decoded(text, encoding)


def _forced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count("\ufffd"))


def _repaired(data: bytes, encodings: list[str]) -> Decoded | None:
    """The reading with the fewest faults, where those are few, or where all between them is everyday Chinese."""
    tries = [_forced(data, encoding) for encoding in encodings]
    best = min(tries, key=lambda found: found.damaged)
    if best.damaged <= _MAX_DAMAGE * max(len(best.text), 50) and _is_text(best.text):
        return best
    return best if best.damaged <= _MAX_DAMAGE_OF_CHINESE * len(best.text) and _is_chinese(best.text) else None


def _is_chinese(text: str) -> bool:
    sample = text[:_SAMPLE].replace("\ufffd", "")
    everyday = len(_EVERYDAY.findall(sample)) >= 0.95 * len(sample)
    return everyday and len(_HANZI.findall(sample)) >= 0.3 * len(sample) and _is_text(sample)
