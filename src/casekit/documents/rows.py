"""One row of a table in, its document out: which column is the text, which the title, the date, the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from casekit.core import nearest
from casekit.documents.blob import digest
from casekit.documents.dates import parse_day
from casekit.documents.document import Document, sound, unread
from casekit.documents.headlines import read_headline
from casekit.documents.options import ReadOptions

# The usual names of columns, in small letters, the likeliest first.
_USUAL = {
    "text": "text content body article fulltext 正文 内容 全文 文本 新闻内容 文章内容",
    "title": "title headline subject 标题 题目 新闻标题 文章标题",
    "date": "published publish_date published_at pubdate publish_time date datetime time 发布时间 发布日期 日期 时间",
    "id": "id doc_id docid doc uuid 编号 序号",
    "source": "source publisher site media newspaper 来源 媒体 网站 报纸",
    "url": "url link href 链接 网址",
}


@dataclass(slots=True)
class RowReader:
    """Makes the documents of one table; remembers the names it gave away."""

    doc: str
    format: str
    options: ReadOptions
    encoding: str = "utf-8"
    _given: dict[bytes, int] = field(default_factory=dict)
    _keys: tuple[str, ...] = ()
    _roles: dict[str, str | None] = field(default_factory=dict)

    def missing(self, columns: Mapping[str, Any], number: int | None = None) -> Document | None:
        """The document that stands for a table, or for its row `number`, without a text; None where there is one."""
        if self._column("text", columns) is not None:
            return None
        wanted = self.options.text_column
        listed = ", ".join(map(str, list(columns)[:20])) or "none"
        if wanted:
            why = f'no column "{wanted}" here. Columns: {listed}. {nearest(wanted, map(str, columns))}'.strip()
        else:
            why = f"no column looks like the text; name it with --text-column. Columns: {listed}."
        doc = self.doc if number is None else self._numbered(number)
        return unread(doc, self.format, "no-text-column", sound(why))

    def columns(self, names: Sequence[str]) -> list[str]:
        """Those of the columns that documents are made of."""
        found = (self._column(role, dict.fromkeys(names)) for role in _USUAL)
        return [name for name in dict.fromkeys(found) if name is not None]

    def document(self, row: Mapping[str, Any], number: int) -> Document:
        """The document of row `number`, counted from 1."""
        text = sound(_words(self._value("text", row)))
        name = self._name(row, number)
        headline = read_headline(text, words=self.options.headlines)
        day = parse_day(self._value("date", row))
        return Document(
            name,
            text,
            digest(text.encode()),
            self.format,
            self.encoding,
            sound(_words(self._value("title", row)).strip()) or headline.title,
            sound(_words(self._value("source", row)).strip()) or headline.source,
            day or headline.published,
            "ok" if text.strip() else "empty",
            None if text.strip() else "no text in this row",
            "column" if day else headline.published_from,
            sound(_words(self._value("url", row)).strip()) or None,
        )

    def fault(self, number: int, why: str) -> Document:
        """The document that stands for a row that could not be read."""
        return unread(self._numbered(number), self.format, "unreadable", why)

    def _column(self, role: str, row: Mapping[str, Any]) -> str | None:
        keys = tuple(row)
        if keys != self._keys:
            self._keys, self._roles = keys, {role: self._named(role, row) for role in _USUAL}
        return self._roles[role]

    def _named(self, role: str, row: Mapping[str, Any]) -> str | None:
        asked = getattr(self.options, f"{role}_column", None)
        if asked:
            return asked if asked in row else None
        by_small = {str(key).strip().lower(): key for key in row}
        return next((by_small[name] for name in _USUAL[role].split() if name in by_small), None)

    def _value(self, role: str, row: Mapping[str, Any]) -> Any:
        column = self._column(role, row)
        return None if column is None else row[column]

    def _name(self, row: Mapping[str, Any], number: int) -> str:
        given = " ".join(sound(_words(self._value("id", row))).split())[:200]
        return self._unique(given) if given else self._numbered(number)

    def _numbered(self, number: int) -> str:
        return f"{self.doc}#{number:07d}"

    def _unique(self, name: str) -> str:
        """A name of its own for every row: the second `7` is `7~2`."""
        key = blake2b(name.encode(), digest_size=8).digest()
        count = self._given[key] = self._given.get(key, 0) + 1
        return f"{self.doc}#{name}" if count == 1 else f"{self.doc}#{name}~{count}"


def _words(value: Any) -> str:
    """The words of a cell; the parts of a list are paragraphs."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "\n".join(map(_words, value))
    return str(value)
