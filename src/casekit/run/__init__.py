"""A whole corpus: paths in, a folder of tables and a summary out."""

from casekit.run.corpus import Progress, extract_corpus
from casekit.run.summary import Counts, Summary

__all__ = ["Counts", "Progress", "Summary", "extract_corpus"]
