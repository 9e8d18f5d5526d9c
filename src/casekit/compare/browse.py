"""Facts as they stand in the tables, chosen by community, metric, family or document, with the place of each quote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from casekit.compare.reprints import repeated_rows
from casekit.tables.read import open_table, read_table
from casekit.tables.schema import FACTS


@dataclass(frozen=True, slots=True)
class Filter:
    """Which facts: any of the given names of each kind; `cases` by id or a part of the name, `docs` by a part."""

    cases: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Facts in the order of the table, and how many more there were that reprints tell again."""

    facts: pa.Table
    repeated: int = 0


def find_facts(folder: Path, wanted: Filter, limit: int | None = None, reprints: bool = False) -> Found:
    """The facts that meet the filter, at most `limit`, read piece by piece; what reprints repeat only if asked."""
    again = None if reprints or wanted.docs else repeated_rows(folder)
    file = open_table(folder, "facts", FACTS.names)
    parts, size, left, before = [file.nothing(FACTS.names)], 0, 0, 0
    for group in file.pieces(FACTS.names):
        mask = _mask(group, wanted)
        if again is not None:
            fresh = pa.array(~again[before : before + group.num_rows])
            left += pc.sum(pc.and_not(mask, fresh)).as_py() or 0
            mask = pc.and_(mask, fresh)
        before += group.num_rows
        group = group.filter(mask)
        if limit is not None:
            group = group.slice(0, limit - size)
        parts.append(group)
        size += group.num_rows
        if limit is not None and size >= limit:
            break
    return Found(pa.concat_tables(parts), left)


def _mask(group: pa.Table, wanted: Filter) -> pa.ChunkedArray:
    asked = []
    if wanted.metrics:
        asked.append(pc.is_in(group["metric"], pa.array(wanted.metrics)))
    if wanted.families:
        asked.append(pc.is_in(group["family"], pa.array(wanted.families)))
    if wanted.cases:
        ids = pc.is_in(group["case_id"], pa.array(wanted.cases))
        asked.append(_any([ids, *(pc.match_substring(group["case"], name) for name in wanted.cases)]))
    if wanted.docs:
        asked.append(_any([pc.match_substring(group["doc"], name) for name in wanted.docs]))
    mask = pa.chunked_array([pa.array([True] * group.num_rows)])
    for one in asked:
        mask = pc.and_(mask, one)
    return mask


def marked(fact: Mapping[str, Any], text: str) -> tuple[str, str, str]:
    r"""The sentence of a fact as what stands before its quote, the quote, and what stands after.

    Where the sentence holds the quote twice, the document's text tells which one is meant. A quote that
    the newspaper broke over two lines is shown with the whole sentence before it.

    >>> marked({"sentence": "3个队，办了3个班。", "quote": "3个", "start": 10}, "标题\n\n3个队，办了3个班。")
    ('3个队，办了', '3个', '班。')
    """
    sentence, quote = fact["sentence"], fact["quote"]
    at = sentence.find(quote)
    begin = text.rfind(sentence, 0, fact["start"] + len(sentence))
    if begin >= 0 and sentence.startswith(quote, fact["start"] - begin):
        at = fact["start"] - begin
    if at < 0:
        return sentence, quote, ""
    return sentence[:at], quote, sentence[at + len(quote) :]


def texts_of(folder: Path, docs: Sequence[str]) -> dict[str, str]:
    """The texts of the named documents."""
    table = read_table(folder, "documents", ["doc", "text"])
    table = table.filter(pc.is_in(table["doc"], pa.array(docs, pa.string())))
    return dict(zip(table["doc"].to_pylist(), table["text"].to_pylist(), strict=True))


def _any(masks: Sequence[pa.ChunkedArray]) -> pa.ChunkedArray:
    found = masks[0]
    for mask in masks[1:]:
        found = pc.or_kleene(found, mask)
    return pc.fill_null(found, False)
