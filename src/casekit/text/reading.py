"""The decoded text of a report in, its page of sentences out."""

from __future__ import annotations

from collections.abc import Sequence

from casekit.text.assembly import assemble
from casekit.text.folding import fold
from casekit.text.joins import join_lines
from casekit.text.kinds import mark_kinds
from casekit.text.layout import Layout, load_layout
from casekit.text.lines import find_lines
from casekit.text.page import Page
from casekit.text.sentences import cut_sentences
from casekit.text.traditional import simplified
from casekit.text.wrapping import unwrap


def read_page(source: str, layout: Layout | None = None, boilerplate: frozenset[str] = frozenset()) -> Page:
    """The repaired text and its sentences, in reading order; every character maps back to `source`.

    Lines in `boilerplate` (see `find_boilerplate`) are furniture. Without `layout` the shipped lists are used.

    >>> page = read_page("民情走访\\n社区干部走访９２０人次，听取意\\n▲邻居们合影\\n见建议70多条。")
    >>> [(s.kind, s.text) for s in page.sentences]
    [('heading', '民情走访'), ('prose', '社区干部走访920人次，听取意见建议70多条。'), ('caption', '▲邻居们合影')]
    """
    (page,) = read_pages((source,), layout, boilerplate)
    return page


def read_pages(
    sources: Sequence[str], layout: Layout | None = None, boilerplate: frozenset[str] = frozenset()
) -> list[Page]:
    """What `read_page` gives for each, step by step: a processor goes faster that does the same to many."""
    layout = layout or load_layout()
    read = [simplified(fold(source)) for source in sources]
    found = [find_lines(text) for text, _ in read]
    lines = [unwrap(each, layout) for each in found]
    for each, _ in lines:
        mark_kinds(each, layout, boilerplate)
    blocks = [join_lines(each, layout) for each, _ in lines]
    aligned = [
        assemble(joined, _with_spaces(text, spaces), source)
        for joined, (text, _), (_, spaces), source in zip(blocks, read, lines, sources, strict=True)
    ]
    return [
        Page(text, tuple(cut_sentences(text.text, [block.kind for block in joined])), problems)
        for text, joined, (_, problems) in zip(aligned, blocks, read, strict=True)
    ]


def _with_spaces(text: str, at: Sequence[int]) -> str:
    """The text with the line breaks at these places turned into blanks."""
    if not at:
        return text
    chars = list(text)
    for place in at:
        chars[place] = " "
    return "".join(chars)
