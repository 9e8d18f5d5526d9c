"""Decoded text in, clean sentences out that still know where each character came from."""

from casekit.text.page import Page, Sentence

__all__ = ["Page", "Sentence"]
