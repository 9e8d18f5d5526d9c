"""Texts in, which of them tell the same story in the same words out: reprints, mirrors, shortened copies."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from hashlib import blake2b

# A clause is what stands between two marks; short ones (他说) are in every text and tell nothing.
_CLAUSE = re.compile("[\u4e00-\u9fffA-Za-z0-9.%·]{6,}")
_WIDE = {0xFF10 + i: 0x30 + i for i in range(10)} | {ord("％"): ord("%"), ord("．"): ord(".")}
_SPACE = re.compile(r"\s+")
_KEPT, _INDEXED = 48, 12
# A clause of so many documents is a set phrase and leads to none of them.
_COMMON = 40
# Below this many clauses only texts that are equal count as the same.
_FEW = 6
LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Signature:
    """A text in some hundred bytes: a digest of all of it, and the smallest hashes of its clauses, ascending."""

    whole: bytes
    clauses: tuple[int, ...]
    count: int


def signature(text: str) -> Signature:
    """The signature of a text; blanks, line breaks and the width of digits do not matter to it.

    >>> signature("居民３１２０户，\\n少数民族2210人。") == signature("居民3120户，少数民族2210人。")
    True
    """
    plain = _SPACE.sub("", text.translate(_WIDE))
    hashes = {_hash(found.group()) for found in _CLAUSE.finditer(plain)}
    whole = blake2b("".join(_CLAUSE.findall(plain)).encode(), digest_size=16).digest()
    return Signature(whole, tuple(sorted(hashes)[:_KEPT]), len(hashes))


def likeness(one: Signature, other: Signature) -> float:
    """The share of clauses the two have in common, from 0 to 1; exact up to some fifty clauses, then an estimate."""
    if one.whole == other.whole:
        return 1.0
    if not one.clauses or not other.clauses:
        return 0.0
    both = set(one.clauses) & set(other.clauses)
    smallest = sorted({*one.clauses, *other.clauses})[:_KEPT]
    return sum(1 for clause in smallest if clause in both) / len(smallest)


class DuplicateFinder:
    """Takes documents one by one and tells which earlier one each repeats; keeps about a kilobyte of each."""

    def __init__(self, least_alike: float = LEAST_ALIKE) -> None:
        self._least = least_alike
        self._docs: list[str] = []
        self._firsts: list[int] = []
        self._counts: list[int] = []
        self._clauses: list[array[int]] = []
        self._wholes: dict[bytes, int] = {}
        self._index: dict[int, list[int]] = {}

    def add(self, doc: str, text: str | Signature) -> str | None:
        """The name of the first document with this story, None where this is the first; `text` or its signature."""
        sign = signature(text) if isinstance(text, str) else text
        if not sign.count:
            return None
        match = self._wholes.get(sign.whole)
        if match is None and sign.count >= _FEW:
            match = self._nearest(sign)
        first = len(self._docs) if match is None else self._firsts[match]
        self._keep(doc, sign, first)
        return None if match is None else self._docs[first]

    def _nearest(self, sign: Signature) -> int | None:
        """The most alike of the documents that share one of the smallest hashes; the earlier among equals."""
        lists = (self._index.get(key, []) for key in sign.clauses[:_INDEXED])
        shared = {number for listed in lists if len(listed) < _COMMON for number in listed}
        best, most = None, self._least
        for number in sorted(shared):
            alike = likeness(sign, Signature(b"", tuple(self._clauses[number]), self._counts[number]))
            if alike > most or (alike == most and best is None):
                best, most = number, alike
        return best

    def _keep(self, doc: str, sign: Signature, first: int) -> None:
        number = len(self._docs)
        self._docs.append(doc)
        self._firsts.append(first)
        self._counts.append(sign.count)
        self._clauses.append(array("Q", sign.clauses))
        self._wholes.setdefault(sign.whole, number)
        if sign.count >= _FEW and first == number:
            for key in sign.clauses[:_INDEXED]:
                listed = self._index.setdefault(key, [])
                if len(listed) < _COMMON:
                    listed.append(number)


def _hash(clause: str) -> int:
    return int.from_bytes(blake2b(clause.encode("utf-8", "replace"), digest_size=8).digest(), "big")
