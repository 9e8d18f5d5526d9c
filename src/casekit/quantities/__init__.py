"""Chinese numbers, hedges, intervals and units. Knows no community and no rule; usable alone."""

from casekit.quantities.quantity import Nonquantity, Period, Quantity, Reading

__all__ = ["Nonquantity", "Period", "Quantity", "Reading"]
