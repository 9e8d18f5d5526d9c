"""Decoded text in, clean sentences out that still know where each character came from."""

from casekit.text.boilerplate import find_boilerplate
from casekit.text.bullets import opens_point
from casekit.text.layout import Layout, load_layout
from casekit.text.page import Page, Sentence
from casekit.text.reading import read_page, read_pages

__all__ = ["Layout", "Page", "Sentence", "find_boilerplate", "load_layout", "opens_point", "read_page", "read_pages"]
