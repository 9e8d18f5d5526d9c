"""A page in, its title, publisher, date and address out, each with where it was found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from casekit.documents.dates import find_day, find_day_in_name, parse_day
from casekit.documents.html_text import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATES = """article:published_time og:published_time datepublished publishdate pubdate publish_date publish-date
    publish_time weibo:article:create_at bytedance:published_time og:release_date dc.date dc.date.issued date _pubtime
    filetime firstpublishedtime apub:time"""
_DATE_NAMES = frozenset(_DATES.split())
_SOURCE_NAMES = ("contentsource", "source", "article:author", "og:site_name", "publisher", "application-name")
_TITLE_NAMES = ("og:title", "articletitle", "title", "twitter:title")
_WECHAT_TIME = re.compile(r"""(?:var\s+ct|createTime|publish_time|oriCreateTime)\s*[=:]\s*["']([^"']{8,30})["']""")
_WECHAT_NAME = re.compile(r"""var\s+nickname\s*=\s*(?:htmlDecode\()?["']([^"']{1,40})["']""")
_SOURCE = re.compile(r"(?:文章|信息|稿件)?(?:来源|稿源|來源)\s*[:：]\s*([^\s|｜,，。（()）\[]{2,30})")
_SITE_TAIL = re.compile(r"\s*(?:[-_|–—－]{1,2}|--)\s*[^-_|–—－]{1,24}$")
_VISIBLE_DATE = re.compile(r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}")
_SEARCHED = 3000


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page says of itself; `published_from` is meta, json-ld, time, page or file-name."""

    title: str | None
    source: str | None
    published: date | None
    published_from: str | None
    url: str | None


def read_meta(tree: HtmlElement, markup: str, name: str = "") -> Meta:
    """Title, publisher, date and address of the page; None for what it does not tell."""
    named = _named(tree)
    shown = _shown_above(tree)
    title = _title(tree, named)
    day, found_in = _published(tree, named, markup, shown, name)
    return Meta(title, _source(named, markup, shown), day, found_in, _url(tree, named))


def _named(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by name, in small letters; the first of a name counts."""
    named: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        value = (node.get("content") or "").strip()
        if key and value:
            named.setdefault(key, value)
    return named


def _shown_above(tree: HtmlElement) -> str:
    """The visible text around the headline, where publisher and date stand."""
    whole = visible_text(tree)
    heading = tree.find(".//h1")
    at = whole.find(visible_text(heading)) if heading is not None and visible_text(heading) else 0
    return whole[max(at, 0) :][:_SEARCHED]


def _title(tree: HtmlElement, named: dict[str, str]) -> str | None:
    page = _squeezed(tree.findtext(".//title"))
    headings = [text for text in (_squeezed(visible_text(node)) for node in tree.iter("h1")) if text]
    for heading in headings:
        if heading in page:
            return heading
    for key in _TITLE_NAMES:
        if key in named:
            return _without_site(_squeezed(named[key]))
    wechat = tree.xpath("//*[@id='activity-name']")
    if wechat:
        return _squeezed(visible_text(wechat[0])) or None
    return _without_site(page) or (headings[0] if headings else None)


def _squeezed(words: str | None) -> str:
    return " ".join((words or "").split())


def _without_site(title: str) -> str:
    """The title without the names of the site behind it."""
    while True:
        shorter = _SITE_TAIL.sub("", title)
        if shorter == title or len(shorter) < 6:
            return title
        title = shorter


def _published(
    tree: HtmlElement, named: dict[str, str], markup: str, shown: str, name: str
) -> tuple[date | None, str | None]:
    ways = (
        ("meta", (parse_day(value) for key, value in named.items() if key in _DATE_NAMES)),
        ("json-ld", (parse_day(value) for value in _linked(tree, "datePublished"))),
        ("meta", (parse_day(found.group(1)) for found in _WECHAT_TIME.finditer(markup))),
        ("time", (parse_day(node.get("datetime") or visible_text(node)) for node in tree.iter("time"))),
        ("page", (find_day(found.group()) for found in _VISIBLE_DATE.finditer(shown))),
        ("file-name", iter([find_day_in_name(name)])),
    )
    for found_in, days in ways:
        day = next((day for day in days if day), None)
        if day:
            return day, found_in
    return None, None


def _linked(tree: HtmlElement, key: str) -> Iterator[Any]:
    """The values of a key in the JSON-LD blocks of the page."""
    for node in tree.xpath("//script[@type='application/ld+json']")[:5]:
        try:
            content = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        for part in content if isinstance(content, list) else [content]:
            if isinstance(part, dict) and part.get(key):
                yield part[key]


def _source(named: dict[str, str], markup: str, shown: str) -> str | None:
    found = _SOURCE.search(shown)
    if found:
        return found.group(1)
    wechat = _WECHAT_NAME.search(markup)
    if wechat:
        return wechat.group(1)
    return next((named[key] for key in _SOURCE_NAMES if key in named), None)


def _url(tree: HtmlElement, named: dict[str, str]) -> str | None:
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    url = str(canonical[0]) if canonical else named.get("og:url")
    return url if url and url.startswith(("http://", "https://")) else None
