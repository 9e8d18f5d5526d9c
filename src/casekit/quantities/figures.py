"""Plain figures as numbers, each read once."""

from __future__ import annotations

from decimal import Decimal

from casekit.quantities.numerals import EXACT, MOST_DIGITS, PLAIN, TIMES

# So many are remembered; then the memory starts afresh.
_MOST = 50_000


class Figures(dict[str, Decimal | None]):
    """The plain figures seen so far as numbers; None for groups, leading zeros and zero itself.

    >>> figures = Figures()
    >>> figures["3276"], figures["1.5万"], figures["0187"], figures["1,940"]
    (Decimal('3276'), Decimal('15000.0'), None, None)
    """

    def __missing__(self, written: str) -> Decimal | None:
        if len(self) > _MOST:
            self.clear()
        value = self[written] = _read_figures(written)
        return value


def _read_figures(written: str) -> Decimal | None:
    if written.isdecimal():
        return Decimal(written) if written[0] != "0" and len(written) <= MOST_DIGITS else None
    if (found := PLAIN.fullmatch(written)) is None or (written[0] == "0" and written[1] != "."):
        return None
    figures, magnitude = found.groups()
    return EXACT.multiply(Decimal(figures), TIMES[magnitude]) if magnitude else Decimal(figures)
