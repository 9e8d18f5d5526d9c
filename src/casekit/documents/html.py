"""A saved web page in, a document with its title, main text, date and publisher out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casekit.documents.blob import Blob, digest
from casekit.documents.document import Document, sound, unread
from casekit.documents.encoding import decode
from casekit.documents.options import ReadOptions

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MISSING = 'web pages need one more package: pip install "casekit[html]"'
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{3,20})", re.I)
_PROLOG = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_NESTING = re.compile(r"</?(?!script|style|/?title|!|\?)[A-Za-z][^<>]{0,2000}>")
_HEAD = 4096


def read_html(blob: Blob, options: ReadOptions) -> Iterator[Document]:
    """The one document of a page; status `needs-extra` where the reader of pages is not installed."""
    data = blob.read(options.max_bytes)
    declared = _DECLARED.search(data[:_HEAD])
    decoded = decode(data, options.encoding, declared.group(1).decode("ascii") if declared else None)
    if decoded is None:
        yield unread(blob.doc, "html", "unreadable", "no text in any encoding known here", digest(data))
        return
    yield page_document(blob, decoded.text, decoded.encoding, digest(data))


def page_document(blob: Blob, markup: str, encoding: str, sha256: str) -> Document:
    """The document in the markup of one page."""
    try:
        from casekit.documents.html_main import find_main
        from casekit.documents.html_meta import read_meta
    except ImportError:
        return unread(blob.doc, "html", "needs-extra", MISSING, sha256)
    tree = parse(markup)
    if tree is None:
        return unread(blob.doc, "html", "empty", "no text in this page", sha256)
    meta = read_meta(tree, markup, blob.name)
    main = find_main(tree, markup)
    text = sound(_with_title(meta.title, main.text))
    return Document(
        blob.doc,
        text,
        sha256,
        "html",
        encoding,
        meta.title,
        meta.source,
        meta.published,
        "ok" if text.strip() else "empty",
        None if text.strip() else "no text in this page",
        meta.published_from,
        meta.url,
        main.notes,
    )


def parse(markup: str) -> HtmlElement | None:
    """The tree of the page, None for one without an element; whatever is broken in it is put right or left out.

    Elements nested deeper than any page needs are taken off, their text stays.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    data = _PROLOG.sub("", sound(markup)).replace("\0", "")
    try:
        tree = html.document_fromstring(data.encode(), parser=parser)
        if any("depth" in entry.message for entry in parser.error_log):
            tree = html.document_fromstring(_NESTING.sub("\n", data).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return tree


def _with_title(title: str | None, text: str) -> str:
    """The text under its title, which may hold figures too, unless it begins with it."""
    if not title or title in text[: 2 * len(title) + 20]:
        return text
    return f"{title}\n{text}" if text.strip() else text
