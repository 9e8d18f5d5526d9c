"""The first and last lines of a text in, its title, publisher and date out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from casekit.documents.dates import find_day, find_day_in_name
from casekit.documents.headline_words import HeadlineWords, load_headline_words

_HEAD_LINES, _HEAD_CHARS = 14, 3000
_LONGEST_TITLE = 60
_LONGEST_LABELLED = 200  # a longer line is part of the news, whatever is in it
_FINAL = re.compile(r"[。！？；，：:,;]\s*$")
_TRAIL = re.compile("[>»›|｜]")
_MARKDOWN = re.compile(r"^#{1,3} +")
_FRONT_MATTER = re.compile(r"^\ufeff?---\r?\n(.{0,4000}?)\r?\n---\r?\n", re.S)
_FRONT_KEY = re.compile(r"^(title|date|published|source|author|标题|日期|来源)\s*[:：]\s*[\"']?(.+?)[\"']?\s*$", re.M)


@dataclass(frozen=True, slots=True)
class Headline:
    """What a text says of itself; `published_from` is dateline or file-name."""

    title: str | None = None
    source: str | None = None
    published: date | None = None
    published_from: str | None = None


def read_headline(text: str, name: str = "", words: HeadlineWords | None = None) -> Headline:
    """Title, publisher and date as the text shows them, the date else from the name of the file.

    `words` are those of a user's headlines.yaml, None those that are shipped.

    >>> found = read_headline("熙春里社区的驿站\\n2024-11-06 09:32　来源：中原社区网\\n正文在此。")
    >>> found.title, found.source, str(found.published), found.published_from
    ('熙春里社区的驿站', '中原社区网', '2024-11-06', 'dateline')
    """
    words = words or load_headline_words()
    front = _FRONT_MATTER.match(text)
    if front:
        keys = {key.lower(): value for key, value in _FRONT_KEY.findall(front.group(1))}
        rest = read_headline(text[front.end() :], name, words)
        day = find_day(keys.get("date") or keys.get("published") or keys.get("日期") or "")
        return Headline(
            keys.get("title") or keys.get("标题") or rest.title,
            keys.get("source") or keys.get("来源") or rest.source,
            day or rest.published,
            "dateline" if day else rest.published_from,
        )
    head = [line.strip() for line in islice(text[:_HEAD_CHARS].splitlines(), _HEAD_LINES)]
    day, found_in = _find_dateline(head, text, words), "dateline"
    if day is None:
        day, found_in = find_day_in_name(name), "file-name"
    return Headline(_find_title(head, words), _find_source(head, words), day, found_in if day else None)


def _find_title(lines: list[str], words: HeadlineWords) -> str | None:
    """The first line that could be one; none where running text comes first, or a list of communities begins."""
    for line in lines:
        if (
            not line
            or _TRAIL.search(line)
            or words.no_title.match(line)
            or (words.dated.match(line) and find_day(line))
        ):
            continue
        title = _MARKDOWN.sub("", line).strip()
        return title if 4 <= len(title) <= _LONGEST_TITLE and not _FINAL.search(title) else None
    return None


def _find_source(lines: list[str], words: HeadlineWords) -> str | None:
    short = [line for line in lines if len(line) < _LONGEST_LABELLED]
    if not _holds_any(short, words.sources):
        return None
    found = (words.source.search(line) for line in short)
    return next((publisher.group(1) for publisher in found if publisher), None)


def _find_dateline(lines: list[str], text: str, words: HeadlineWords) -> date | None:
    """A line that is about the date and not about the news: it begins with it, or a label stands before it."""
    tail = [line.strip() for line in text[-300:].splitlines()[-3:]]
    short = [line for line in [*lines, *tail] if len(line) < _LONGEST_LABELLED]
    may_be_labelled = _holds_any(short, words.days)
    for line in short:
        labelled = words.labelled_day.search(line) if may_be_labelled else None
        begins = len(line) < 100 and words.dated.match(line) and "。" not in line and "，" not in line
        if labelled or begins:
            day = find_day(line[labelled.end() :] if labelled else line)
            if day:
                return day
    return None


def _holds_any(lines: list[str], words: Sequence[str]) -> bool:
    """Whether one of the words stands in one of the lines, most of which are spared a search by that."""
    whole = "\n".join(lines)
    return any(word in whole for word in words)
