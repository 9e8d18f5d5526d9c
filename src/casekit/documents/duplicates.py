"""Texts in, which of them tell the same story in the same words out: reprints, mirrors, shortened copies."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from casekit.documents.stories import Stories

# A clause is what stands between two marks; short ones (他说) are in every text and tell nothing.
_CLAUSE = re.compile("[\u4e00-\u9fffA-Za-z0-9.%·]{6,}")
_WIDE = {0xFF10 + i: 0x30 + i for i in range(10)} | {ord("％"): ord("%"), ord("．"): ord(".")}
_WIDE_MARKS = "".join(map(chr, _WIDE))
_KEPT, _INDEXED = 48, 8
# Below this many clauses only texts that are equal count as the same.
_FEW = 6
LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Signature:
    """A text in some two hundred bytes: a digest of all of it, and the smallest hashes of its clauses, ascending."""

    whole: int
    clauses: tuple[int, ...]
    count: int

    def pack(self) -> bytes:
        """The signature as bytes, from which `unpack` makes the same one."""
        return struct.pack(f"<QI{len(self.clauses)}I", self.whole, self.count, *self.clauses)

    @classmethod
    def unpack(cls, packed: bytes) -> Signature:
        """The signature that `pack` gave."""
        whole, count, *clauses = struct.unpack(f"<QI{(len(packed) - 12) // 4}I", packed)
        return cls(whole, tuple(clauses), count)


def signature(text: str) -> Signature:
    """The signature of a text; blanks, line breaks and the width of digits do not matter to it.

    >>> signature("居民３１２０户，\\n少数民族2210人。") == signature("居民3120户，少数民族2210人。")
    True
    """
    narrow = text.translate(_WIDE) if any(mark in text for mark in _WIDE_MARKS) else text
    found = _CLAUSE.findall("".join(narrow.split()))
    # Clauses are many and a miss costs little: any quick hash of 32 bits does, as long as it is the same everywhere.
    hashes = [crc32(clause.encode()) for clause in found]
    whole = blake2b(struct.pack(f"<{len(hashes)}I", *hashes), digest_size=8).digest()
    kept = set(hashes)
    return Signature(int.from_bytes(whole, "big"), tuple(sorted(kept)[:_KEPT]), len(kept))


def likeness(one: Signature, other: Signature, least: float = 0.0) -> float:
    """The share of clauses the two have in common, from 0 to 1; exact up to some fifty clauses, then an estimate.

    What is sure to be below `least` is given as 0 at once.
    """
    if one.whole == other.whole:
        return 1.0
    both = set(one.clauses).intersection(other.clauses)
    count = min(_KEPT, len(one.clauses) + len(other.clauses) - len(both))
    if not both or len(both) / count < least:
        return 0.0
    smallest = sorted({*one.clauses, *other.clauses})[:_KEPT]
    return sum(1 for clause in smallest if clause in both) / count


class DuplicateFinder:
    """Takes documents one by one and tells which earlier one each repeats.

    Of each story its first document is kept, on disk where there are many.
    """

    def __init__(self, least_alike: float = LEAST_ALIKE) -> None:
        self._least = least_alike
        self._stories = Stories()

    def add(self, doc: str, text: str | Signature) -> str | None:
        """The name of the first document with this story, None where this is the first; `text` or its signature."""
        sign = signature(text) if isinstance(text, str) else text
        if not sign.count:
            return None
        keys = _keys(sign) if sign.count >= _FEW else []
        match = next(iter(self._stories.find([sign.whole])), None)
        if match is None and keys:
            match = self._nearest(sign, keys)
        if match is None:
            self._stories.add(doc, sign.clauses, [sign.whole, *keys])
            return None
        return self._stories.doc(match)

    def _nearest(self, sign: Signature, keys: Sequence[int]) -> int | None:
        """The most alike of the documents that were first with one of the smallest hashes; the earlier among equals.

        A set phrase leads to one document only, so however many share it, there is little to compare.
        """
        best, most = None, 0.0
        for number in self._stories.find(keys):
            alike = likeness(sign, Signature(-1, self._stories.clauses(number), 0), self._least)
            if alike >= self._least and alike > most:
                best, most = number, alike
        return best


def _keys(sign: Signature) -> list[int]:
    return [_spread(key) for key in sign.clauses[:_INDEXED]]


def _spread(key: int) -> int:
    """A hash of a clause as a key of 64 bits. The smallest of many lie close together; a table wants them apart."""
    return (key * 0x9E3779B97F4A7C15 + 1) & 0xFFFFFFFFFFFFFFFF
