"""What the user may say about how files are to be read."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from casekit.core import CasekitError, nearest
from casekit.documents.headline_words import HeadlineWords

_ENCODINGS = ("utf-8", "utf-16", "gb18030", "gbk", "gb2312", "big5", "big5hkscs")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Settings of one run; the defaults read what most folders hold.

    `encoding` forces one encoding on every file whose text is bytes (None: each file is judged for itself).
    The columns name the fields of .jsonl, .csv and .parquet rows; None tries the usual names, `text_column`
    and the others raise CasekitError where a named column is in none of the rows. `max_bytes` bounds one file,
    and all that one archive unpacks to; `max_text_bytes` bounds the text of one document, as UTF-8: a report has
    some thousand bytes, and what is read from a text takes fifty times its size in memory at worst. Larger ones get
    the status `too-large`. `headlines` are the words of a headlines.yaml of one's own, None those that are shipped.
    """

    encoding: str | None = None
    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None
    source_column: str | None = None
    max_bytes: int = 256 * 1024 * 1024
    max_text_bytes: int = 10 * 1024 * 1024
    headlines: HeadlineWords | None = None

    def __post_init__(self) -> None:
        """Raises CasekitError for an encoding that is none."""
        if self.encoding is not None:
            try:
                codecs.lookup(self.encoding)
            except LookupError:
                hint = nearest(self.encoding, _ENCODINGS)
                raise CasekitError(f'unknown encoding "{self.encoding}". {hint}'.strip()) from None


DEFAULT_OPTIONS = ReadOptions()
