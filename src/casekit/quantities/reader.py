"""What the one pass over a text knows: the words of some tables, and the numbers it has met before."""

from __future__ import annotations

import re
from functools import cached_property

from casekit.quantities.careful import Weigher
from casekit.quantities.figures import Figures
from casekit.quantities.folding import FOREIGN
from casekit.quantities.grammar import scan_pattern, sieve_pattern
from casekit.quantities.hedges import HedgeFinder
from casekit.quantities.known import Knower
from casekit.quantities.sieve import passed_pattern
from casekit.quantities.tables import Tables
from casekit.quantities.tails import Tails
from casekit.quantities.wordlist import WordList


class Reader:
    """The words of some tables in the forms that the one pass asks for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.scan = scan_pattern(tables)
        self.tails = Tails(tables)
        self.hedges = HedgeFinder(tables)
        self.words = WordList(tables.words)
        self.weigher = Weigher(tables, self.scan, self.tails)
        self.known = Knower(tables, self.weigher, self.words, self.tails)
        self.figures = Figures()

    @cached_property
    def sieve(self) -> re.Pattern[str]:
        """What finds the next number that may state a figure; made when figures alone are asked for."""
        return sieve_pattern(self._tables, passed_pattern(self._tables, self.scan), re.escape(FOREIGN))
