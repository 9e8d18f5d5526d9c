"""A whole corpus: paths in, a folder of tables and a summary out."""

from casekit.run.corpus import Progress, Settings, extract_corpus
from casekit.run.counts import Counts
from casekit.run.summary import Summary

__all__ = ["Counts", "Progress", "Settings", "Summary", "extract_corpus"]
