"""The first document of each story, found again by keys: on disk where they are many, so that memory stays flat."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence

# As many are kept in plain dictionaries, some five megabytes, which answer ten times as fast as a table.
_AT_HAND = 4_000
_CACHE = 8_000  # kilobytes
_TABLES = """
CREATE TABLE story (number INTEGER PRIMARY KEY, doc TEXT NOT NULL, clauses BLOB NOT NULL);
CREATE TABLE first (key INTEGER PRIMARY KEY, number INTEGER NOT NULL);
"""


class Stories:
    """Documents with the hashes of their clauses, each under some keys of 64 bits; lost with the process.

    After the first `at_hand` they go into a table.
    """

    def __init__(self, at_hand: int = _AT_HAND) -> None:
        self._at_hand = at_hand
        self._stories: list[tuple[str, tuple[int, ...]]] = []
        self._first: dict[int, int] = {}
        self._table: _Table | None = None

    def add(self, doc: str, clauses: Sequence[int], keys: Iterable[int]) -> None:
        """Takes a story; a key that came before stays with the story it came with."""
        if self._table is None and len(self._stories) < self._at_hand:
            for key in keys:
                self._first.setdefault(key, len(self._stories))
            self._stories.append((doc, tuple(clauses)))
            return
        if self._table is None:
            self._table = _Table(self._stories, self._first)
            self._stories, self._first = [], {}
        self._table.add(doc, clauses, keys)

    def find(self, keys: Sequence[int]) -> list[int]:
        """The numbers of the stories that were the first to come with one of the keys, ascending.

        >>> stories = Stories()
        >>> stories.add("a", [1, 2], [7, 8]); stories.add("b", [3], [8, 9]); stories.find([9, 8, 5])
        [0, 1]
        """
        if self._table is not None:
            return self._table.find(keys)
        return sorted({self._first[key] for key in keys if key in self._first})

    def doc(self, number: int) -> str:
        """The document of a story."""
        return self._stories[number][0] if self._table is None else self._table.doc(number)

    def clauses(self, number: int) -> tuple[int, ...]:
        """The hashes of its clauses."""
        return self._stories[number][1] if self._table is None else self._table.clauses(number)


class _Table:
    """The same in a file without a name that is gone when the process ends; a small one never leaves memory."""

    def __init__(self, stories: Sequence[tuple[str, tuple[int, ...]]], first: dict[int, int]) -> None:
        self._count = 0
        self._base = sqlite3.connect("", isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE}"):
            self._base.execute(f"PRAGMA {pragma}")
        self._base.executescript(_TABLES)
        self._base.execute("BEGIN")  # never committed: pages go to disk only where the cache is full
        for doc, clauses in stories:
            self.add(doc, clauses, ())
        self._add_keys((key, number) for key, number in first.items())

    def add(self, doc: str, clauses: Sequence[int], keys: Iterable[int]) -> None:
        name = doc.encode("utf-8", "surrogateescape")
        self._base.execute("INSERT INTO story VALUES (?, ?, ?)", (self._count, name, array("I", clauses).tobytes()))
        self._add_keys((key, self._count) for key in keys)
        self._count += 1

    def _add_keys(self, keys: Iterable[tuple[int, int]]) -> None:
        rows = [(_signed(key), number) for key, number in keys]
        self._base.executemany("INSERT OR IGNORE INTO first VALUES (?, ?)", rows)

    def find(self, keys: Sequence[int]) -> list[int]:
        marks = ", ".join("?" * len(keys))
        rows = self._base.execute(f"SELECT number FROM first WHERE key IN ({marks})", [*map(_signed, keys)])
        return sorted({number for (number,) in rows})

    def doc(self, number: int) -> str:
        (name,) = self._base.execute("SELECT doc FROM story WHERE number = ?", (number,)).fetchone()
        return str(name.decode("utf-8", "surrogateescape"))

    def clauses(self, number: int) -> tuple[int, ...]:
        (packed,) = self._base.execute("SELECT clauses FROM story WHERE number = ?", (number,)).fetchone()
        return tuple(array("I", packed))


def _signed(key: int) -> int:
    """64 bits as SQLite holds them."""
    return key - (1 << 64) if key >> 63 else key
