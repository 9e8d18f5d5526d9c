"""What the user may say about how files are to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Settings of one run; the defaults read what most folders hold.

    `encoding` forces one encoding on every file whose text is bytes (None: each file is judged for itself).
    The columns name the fields of .jsonl, .csv and .parquet rows; None tries the usual names, `text_column`
    and the others raise CasekitError where a named column is in none of the rows. `max_bytes` bounds one file,
    and all that one archive unpacks to; larger ones get the status `too-large`.
    """

    encoding: str | None = None
    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None
    source_column: str | None = None
    max_bytes: int = 256 * 1024 * 1024


DEFAULT_OPTIONS = ReadOptions()
