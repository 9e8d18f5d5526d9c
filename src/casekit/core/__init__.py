"""What every stage shares: spans, intervals, aligned text, errors and problems. Knows nothing of the rest."""

from casekit.core.aligned import AlignedText
from casekit.core.errors import CasekitError, Place, RuleError, nearest
from casekit.core.interval import Interval
from casekit.core.problem import Problem
from casekit.core.span import Span

__all__ = ["AlignedText", "CasekitError", "Interval", "Place", "Problem", "RuleError", "Span", "nearest"]
