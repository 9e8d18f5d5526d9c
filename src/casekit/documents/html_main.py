"""A page in, its main text out: by the site's own mark where one is known, else by where the sentences are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from casekit.documents.html_text import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Where common Chinese publishing systems put the text of an article.
PLACES = (
    "//*[@id='js_content']",
    "//*[@itemprop='articleBody']",
    "//*[@id='UCAP-CONTENT']",
    "//*[contains(concat(' ', @class, ' '), ' TRS_Editor ')]",
    "//*[contains(concat(' ', @class, ' '), ' TRS_UEDITOR ')]",
    "//*[@id='ozoom']",
    "//founder-content",
    "//*[contains(concat(' ', @class, ' '), ' rm_txt_con ')]",
    "//*[@id='rwb_zw']",
    "//*[@id='artibody']",
    "//*[contains(concat(' ', @class, ' '), ' article-content ')]",
    "//*[@id='article-content']",
    "//*[@id='articleContent']",
    "//*[@id='vsb_content']",
    "//*[contains(concat(' ', @class, ' '), ' v_news_content ')]",
    "//article",
)
LEAST_HANZI = 60
# A larger page is no article; finding its main text would take longer than it is worth.
_MOST_MARKUP, _MOST_NODES = 4_000_000, 60_000
_HANZI = re.compile("[\u4e00-\u9fff]")
_SHORT = ("short-main-text", "little main text was found in this page; all of its text was taken")
_HUGE = ("whole-page", "the page is too large to look for its main text; all of its text was taken")


@dataclass(frozen=True, slots=True)
class Main:
    """The main text of a page, with notes on how it was found."""

    text: str
    notes: tuple[tuple[str, str], ...] = ()


def find_main(tree: HtmlElement, markup: str) -> Main:
    """The text of the article; of the whole page, with a note, where hardly any was found."""
    if len(markup) > _MOST_MARKUP or sum(1 for _ in tree.iter()) > _MOST_NODES:
        return Main(visible_text(tree), (_HUGE,))
    text = _placed(tree) or _weighed(tree)
    if hanzi(text) >= LEAST_HANZI:
        return Main(text)
    whole = visible_text(tree)
    return Main(whole if hanzi(whole) > hanzi(text) else text, (_SHORT,) if whole else ())


def hanzi(text: str) -> int:
    """How many Chinese characters there are."""
    return len(_HANZI.findall(text))


def _placed(tree: HtmlElement) -> str:
    for place in PLACES:
        found = [visible_text(node, without_asides=True) for node in tree.xpath(place)[:4]]
        best = max(found, key=hanzi, default="")
        if hanzi(best) >= LEAST_HANZI:
            return best
    return ""


def _weighed(tree: HtmlElement) -> str:
    import logging

    from readability import Document

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        summary = Document(lxml_html.tostring(tree, encoding="unicode")).summary(html_partial=True)
        return visible_text(lxml_html.fragment_fromstring(summary, create_parent="div"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError):
        return ""
    except Exception as error:  # readability raises a class of its own for pages it cannot weigh
        if type(error).__name__ != "Unparseable":
            raise
        return ""
