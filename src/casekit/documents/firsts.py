"""Keys of 64 bits in, the number that first came with each out: a table of plain arrays, twenty bytes a key."""

from __future__ import annotations

from array import array

_NOTHING = 0xFFFFFFFF


class FirstSeen:
    """Remembers for each key the first number it came with; a dict of the same would need five times the memory."""

    def __init__(self, size: int = 1 << 12) -> None:
        self._mask = size - 1
        self._keys = array("Q", bytes(8 * size))
        self._numbers = array("I", [_NOTHING]) * size
        self._used = 0

    def get(self, key: int) -> int | None:
        """The number that the key came with first, None for a key that never came.

        >>> seen = FirstSeen()
        >>> seen.add(7, 1); seen.add(7, 2); seen.get(7), seen.get(8)
        (1, None)
        """
        number = self._numbers[self._place(key)]
        return None if number == _NOTHING else number

    def add(self, key: int, number: int) -> None:
        """Keeps the number, unless the key came before; numbers go from 0 to 4,294,967,294."""
        place = self._place(key)
        if self._numbers[place] != _NOTHING:
            return
        self._keys[place], self._numbers[place] = key, number
        self._used += 1
        if self._used * 3 > 2 * len(self._keys):
            self._grow()

    def _place(self, key: int) -> int:
        """Where the key lies, or where it would."""
        keys, numbers, mask = self._keys, self._numbers, self._mask
        place = (key ^ key >> 32) & mask
        while numbers[place] != _NOTHING and keys[place] != key:
            place = (place + 1) & mask
        return place

    def _grow(self) -> None:
        keys, numbers = self._keys, self._numbers
        self._keys = array("Q", bytes(16 * len(keys)))
        self._numbers = array("I", [_NOTHING]) * (2 * len(numbers))
        self._mask = len(self._keys) - 1
        for key, number in zip(keys, numbers, strict=True):
            if number != _NOTHING:
                place = self._place(key)
                self._keys[place], self._numbers[place] = key, number
