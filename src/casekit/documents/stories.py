"""The first document of each story, found again by keys: on disk where they are many, so that memory stays flat."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence

_CACHE = 8_000  # kilobytes
_TABLES = """
CREATE TABLE story (number INTEGER PRIMARY KEY, doc TEXT NOT NULL, clauses BLOB NOT NULL);
CREATE TABLE first (key INTEGER PRIMARY KEY, number INTEGER NOT NULL);
"""


class Stories:
    """Documents with the hashes of their clauses, each under some keys of 64 bits; lost with the process.

    The file has no name and is gone when the process ends; small ones never leave memory.
    """

    def __init__(self) -> None:
        self._count = 0
        self._base = sqlite3.connect("", isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
            self._base.execute(f"PRAGMA {pragma}")
        self._base.executescript(_TABLES)
        self._base.execute("BEGIN")  # never committed: pages go to disk only where the cache is full

    def add(self, doc: str, clauses: Sequence[int], keys: Iterable[int]) -> None:
        """Takes a story; a key that came before stays with the story it came with."""
        name = doc.encode("utf-8", "surrogateescape")
        self._base.execute("INSERT INTO story VALUES (?, ?, ?)", (self._count, name, array("I", clauses).tobytes()))
        rows = [(_signed(key), self._count) for key in keys]
        self._base.executemany("INSERT OR IGNORE INTO first VALUES (?, ?)", rows)
        self._count += 1

    def find(self, keys: Sequence[int]) -> list[int]:
        """The numbers of the stories that were the first to come with one of the keys, ascending.

        >>> stories = Stories()
        >>> stories.add("a", [1, 2], [7, 8]); stories.add("b", [3], [8, 9]); stories.find([9, 8, 5])
        [0, 1]
        """
        marks = ", ".join("?" * len(keys))
        rows = self._base.execute(f"SELECT number FROM first WHERE key IN ({marks})", [*map(_signed, keys)])
        return sorted({number for (number,) in rows})

    def doc(self, number: int) -> str:
        """The document of a story."""
        (name,) = self._base.execute("SELECT doc FROM story WHERE number = ?", (number,)).fetchone()
        return str(name.decode("utf-8", "surrogateescape"))

    def clauses(self, number: int) -> tuple[int, ...]:
        """The hashes of its clauses."""
        (packed,) = self._base.execute("SELECT clauses FROM story WHERE number = ?", (number,)).fetchone()
        return tuple(array("I", packed))


def _signed(key: int) -> int:
    """64 bits as SQLite holds them."""
    return key - (1 << 64) if key >> 63 else key
