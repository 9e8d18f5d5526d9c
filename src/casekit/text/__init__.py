"""Decoded text in, clean sentences out that still know where each character came from."""

from casekit.text.page import Page, Sentence
from casekit.text.reading import read_page

__all__ = ["Page", "Sentence", "read_page"]
