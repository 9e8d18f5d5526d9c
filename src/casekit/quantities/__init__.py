"""Chinese numbers, hedges, intervals and units. Knows no community and no rule; usable alone."""

from casekit.quantities.quantity import Nonquantity, Period, Quantity, Reading
from casekit.quantities.rates import Rate, find_rates
from casekit.quantities.reading import (
    find_periods,
    find_quantities,
    parse_quantity,
    read_numbers,
    read_numbers_of_many,
    read_quantities,
)
from casekit.quantities.tables import Tables, load_tables

__all__ = [
    "Nonquantity",
    "Period",
    "Quantity",
    "Rate",
    "Reading",
    "Tables",
    "find_periods",
    "find_quantities",
    "find_rates",
    "load_tables",
    "parse_quantity",
    "read_numbers",
    "read_numbers_of_many",
    "read_quantities",
]
