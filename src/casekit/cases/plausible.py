"""How much a string of characters looks like the name of a community: judged by the names that 620,000 of them have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_UNKNOWN = -1.0
_LONG = 5
_NEVER = -4.5
_NO_WORD = 2.4  # 花园 and 凤凰 stay below
_MANY = 100
_SPOKEN = 20  # the frequency of a word that a text may mean and no place, in ten million
# What is left out must weigh less than this in all (one character: than this), and less than these in the mean.
_ENOUGH, _ENOUGH_ALONE, _SURELY_OTHER, _RATHER_OTHER = -2.2, -3.0, -1.8, -0.8


@dataclass(frozen=True, slots=True)
class NameSense:
    """`weights` tells for each character how much commoner it is in names than in text; `common` are names of many,
    `spoken` those of them that are words of the language too, `widespread` those of a hundred and more; `ordinary`
    are words of two or three characters with which names do not begin."""

    weights: Mapping[str, float]
    common: frozenset[str]
    ordinary: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    widespread: frozenset[str] = frozenset()

    def is_common(self, stem: str) -> bool:
        """Whether three or more committees of the country have this name."""
        return stem in self.common

    def likeness(self, stem: str) -> float:
        """The mean weight of its characters: above 0 rather a name, below 0 rather other words."""
        return sum(self.weights.get(char, _UNKNOWN) for char in stem) / len(stem)

    def may_be_a_word(self, stem: str) -> bool:
        """Whether the name of many committees may be an ordinary word too: 幸福, 花园, but not 松岚 or 丁岗."""
        return stem in self.spoken and self.likeness(stem) < _NO_WORD

    def is_word(self, stem: str) -> bool:
        """Whether it is an ordinary word or may be one."""
        return stem in self.ordinary or self.may_be_a_word(stem)

    def past_words(self, run: str) -> int:
        """How many characters of a run are ordinary words before what looks like a name: 旁边|白石 -> 2."""
        past = at = 0
        if self.is_common(run):
            return 0
        while length := self._word(run, at):
            at += length
            past = at if self.looks_good(run[at:]) else past
        return past

    def _word(self, run: str, at: int) -> int:
        return next((length for length in (3, 2) if run[at : at + length] in self.ordinary), 0)

    def looks_good(self, stem: str) -> bool:
        """Whether many committees have this name, or it is made of two to five characters of names."""
        return len(stem) >= 2 and (self.is_common(stem) or (len(stem) <= _LONG and self.likeness(stem) > 0))

    def begin(self, run: str, anchored: bool) -> int:
        """Where in a run the name begins that its end is most likely to be: 打听杏花巷 -> 2.

        What is left out must look like other words, all the more so in a run that is `anchored` to the name of a
        place before it, and what stays must look like a name; else 0.
        """
        best, total, at = 0.0, 0.0, 0
        if self.is_common(run):
            return 0
        for i in range(len(run) - 2):
            total += max(self.weights.get(run[i], _UNKNOWN), _NEVER)
            if total < best and not self.is_common(run[: i + 1]):
                best, at = total, i + 1
        if at <= anchored or best > (_ENOUGH if at > 1 else _ENOUGH_ALONE):
            return 0
        if best / at > (_SURELY_OTHER if anchored else _RATHER_OTHER):
            return 0
        return at if self.is_common(run[at:]) or self.likeness(run[at:]) > 0 else 0


def load_name_sense(folder: Path) -> NameSense:
    """The weights, common names and ordinary words that were made together with the gazetteer."""
    import pyarrow.parquet as pq

    characters = pq.ParquetFile(folder / "characters.parquet").read(use_threads=False)
    stems = pq.ParquetFile(folder / "stems.parquet").read(use_threads=False)
    words = pq.ParquetFile(folder / "words.parquet").read()
    weights = dict(zip(*(characters.column(name).to_pylist() for name in ("character", "weight")), strict=True))
    common, counts, frequency = (stems.column(name).to_pylist() for name in ("stem", "count", "frequency"))
    spoken = frozenset(stem for stem, times in zip(common, frequency, strict=True) if times >= _SPOKEN)
    widespread = frozenset(stem for stem, count in zip(common, counts, strict=True) if count >= _MANY)
    return NameSense(weights, frozenset(common), frozenset(words.column("word").to_pylist()), spoken, widespread)
