"""The first and last lines of a text in, its title, publisher and date out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from casekit.documents.dates import find_day, find_day_in_name

_HEAD_LINES, _HEAD_CHARS = 14, 3000
_LONGEST_TITLE = 60
_LONGEST_LABELLED = 200  # a longer line is part of the news, whatever is in it
_DATED = re.compile(
    r"^\W*(?:(?:发布|发稿|更新|发表|刊登)?(?:时间|日期)[:：]?|来源[:：]\S+\s)?\s*"
    r"(?:(?:19|20)\d\d\s*[-/.年]|[一二][〇○零一二三四五六七八九]{3}年|(?:１９|２０)[０-９]{2})"
)
_LABELLED_DAY = re.compile(r"(?:发布|发稿|更新|发表|刊登|发布于)(?:时间|日期)?[:：]?\s*(?=(?:19|20)\d\d)")
_SOURCE = re.compile(r"(?:文章|信息|稿件)?(?:来源|稿源)[:：]\s*([^\s|｜,，。（()）]{2,30})")
_FINAL = re.compile(r"[。！？；，：:,;]\s*$")
_TRAIL = re.compile("[>»›|｜]")
_NO_TITLE = re.compile(
    r"\W*(?:本报记者|记者|通讯员|来源|作者|首页|当前位置|发布时间|责任编辑|编辑|□|▲|【导读】|https?:)|\W*\d+\W*$|[\[(（].*[\])）]$"
)
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


def read_headline(text: str, name: str = "") -> Headline:
    """Title, publisher and date as the text shows them, the date else from the name of the file.

    >>> found = read_headline("熙春里社区的驿站\\n2024-11-06 09:32　来源：中原社区网\\n正文在此。")
    >>> found.title, found.source, str(found.published), found.published_from
    ('熙春里社区的驿站', '中原社区网', '2024-11-06', 'dateline')
    """
    front = _FRONT_MATTER.match(text)
    if front:
        keys = {key.lower(): value for key, value in _FRONT_KEY.findall(front.group(1))}
        rest = read_headline(text[front.end() :], name)
        day = find_day(keys.get("date") or keys.get("published") or keys.get("日期") or "")
        return Headline(
            keys.get("title") or keys.get("标题") or rest.title,
            keys.get("source") or keys.get("来源") or rest.source,
            day or rest.published,
            "dateline" if day else rest.published_from,
        )
    head = [line.strip() for line in islice(text[:_HEAD_CHARS].splitlines(), _HEAD_LINES)]
    day, found_in = _find_dateline(head, text), "dateline"
    if day is None:
        day, found_in = find_day_in_name(name), "file-name"
    return Headline(_find_title(head), _find_source(head), day, found_in if day else None)


def _find_title(lines: list[str]) -> str | None:
    """The first line that could be one; none where running text comes first, or a list of communities begins."""
    for line in lines:
        if not line or _TRAIL.search(line) or _NO_TITLE.match(line) or (_DATED.match(line) and find_day(line)):
            continue
        title = _MARKDOWN.sub("", line).strip()
        return title if 4 <= len(title) <= _LONGEST_TITLE and not _FINAL.search(title) else None
    return None


def _find_source(lines: list[str]) -> str | None:
    for line in lines:
        found = _SOURCE.search(line) if len(line) < _LONGEST_LABELLED and "源" in line else None
        if found:
            return found.group(1)
    return None


def _find_dateline(lines: list[str], text: str) -> date | None:
    """A line that is about the date and not about the news: it begins with it, or a label stands before it."""
    tail = [line.strip() for line in text[-300:].splitlines()[-3:]]
    for line in [*lines, *tail]:
        if len(line) >= _LONGEST_LABELLED:
            continue
        labelled = _LABELLED_DAY.search(line)
        begins = len(line) < 100 and _DATED.match(line) and "。" not in line and "，" not in line
        if labelled or begins:
            day = find_day(line[labelled.end() :] if labelled else line)
            if day:
                return day
    return None
