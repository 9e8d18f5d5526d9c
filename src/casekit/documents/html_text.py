"""A tree of HTML in, its visible text in lines out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINES = """address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul"""
_UNSHOWN = """script style noscript template head select button textarea svg math iframe object embed canvas audio video
    rt rp option datalist dialog title link meta"""
BLOCKS = frozenset(_LINES.split())
SILENT = frozenset(_UNSHOWN.split())
_CELLS = frozenset(("td", "th"))
# What stands beside the text of an article, even inside the part of the page that holds it.
ASIDES = frozenset(("aside", "nav", "footer"))
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|share\w*|recommend\w*|related\w*|comments?|qr-?code\w*|pagination)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_EDGES = re.compile(r"[ \t]*\n[ \t\n]*")


def visible_text(root: HtmlElement, without_asides: bool = False) -> str:
    """What a reader sees, a line for each block, a tab between cells, in the order of the page."""
    joined = "".join(_runs(root, without_asides))
    return _EDGES.sub("\n", joined).strip("\n\t ")


def _runs(root: HtmlElement, without_asides: bool) -> Iterator[str]:
    """Texts and line breaks; walks with a list of its own, for pages nest deeper than calls may."""
    from lxml import etree

    skipped = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if skipped is None and (_is_silent(root, node, tag) or (without_asides and _is_aside(root, node, tag))):
                skipped = node
            if skipped is None:
                if tag == "br" or tag in BLOCKS:
                    yield "\n"
                if node.text:
                    yield _SPACE.sub(" ", node.text)
            continue
        if skipped is None:
            yield "\n" if tag in BLOCKS else "\t" if tag in _CELLS else ""
        if skipped is node:
            skipped = None
        if skipped is None and node is not root and node.tail:
            yield _SPACE.sub(" ", node.tail)


def _is_silent(root: HtmlElement, node: HtmlElement, tag: str) -> bool:
    if node is root:
        return False
    return not tag or tag in SILENT or node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style") or ""))


def _is_aside(root: HtmlElement, node: HtmlElement, tag: str) -> bool:
    if node is root:
        return False
    return tag in ASIDES or bool(_BESIDE.search(f"{node.get('class') or ''} {node.get('id') or ''}"))
