"""Tables in, one HTML file out that people read, search and check against the sentences."""

from casekit.report.write import LIMIT, Written, write_report

__all__ = ["LIMIT", "Written", "write_report"]
