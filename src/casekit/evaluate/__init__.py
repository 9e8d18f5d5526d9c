"""Found tables against annotated texts: precision, recall and F1 at five levels, what went wrong, and floors."""

from casekit.evaluate.agreement import LEVELS
from casekit.evaluate.facts import MISTAKES, Mistake
from casekit.evaluate.floors import BelowFloor, check_floors, raised, read_floors, write_floors
from casekit.evaluate.gold import Gold, GoldCase, GoldFact, document_stem, read_gold
from casekit.evaluate.score import Score, score_tables
from casekit.evaluate.split import Split, part_lines, read_split, score_parts
from casekit.evaluate.tally import Rates, Tally

__all__ = [
    "LEVELS",
    "MISTAKES",
    "BelowFloor",
    "Gold",
    "GoldCase",
    "GoldFact",
    "Mistake",
    "Rates",
    "Score",
    "Split",
    "Tally",
    "check_floors",
    "document_stem",
    "part_lines",
    "raised",
    "read_floors",
    "read_gold",
    "read_split",
    "score_parts",
    "score_tables",
    "write_floors",
]
