"""Found tables and gold annotations in, one score card out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from casekit.evaluate.agreement import LEVELS
from casekit.evaluate.bootstrap import f1_interval
from casekit.evaluate.cases import CaseTally, tally_cases, total_cases
from casekit.evaluate.facts import MISTAKES, Mistake, find_mistakes, pair_facts, tally_facts
from casekit.evaluate.gold import PLACE_COLUMNS, Gold, document_stem
from casekit.evaluate.tally import Rates, Tally, total

# What a score looks at.
FACT_COLUMNS = (
    *("doc", "start", "end", "quote", "case", "metric", "rule"),
    *("value", "unit", "bound", "low", "high", "per"),
)
CASE_COLUMNS = ("doc", "case", "groups", *PLACE_COLUMNS)


@dataclass(frozen=True, slots=True)
class Score:
    """How well found tables meet the annotations; `by_document` holds the counts of facts, document by document."""

    facts: Tally
    cases: CaseTally
    mistakes: tuple[Mistake, ...]
    by_document: Mapping[str, Tally]

    def rates(self, level: str) -> Rates:
        """Precision, recall and F1 at one of LEVELS."""
        return self.facts.rates(LEVELS.index(level))

    def interval(self, level: str) -> tuple[float, float]:
        """The 95 % interval of F1 at one of LEVELS, over documents."""
        return f1_interval(list(self.by_document.values()), LEVELS.index(level))

    def mistake_counts(self) -> dict[str, int]:
        """How many mistakes of each kind, every kind named."""
        counts = Counter(mistake.kind for mistake in self.mistakes)
        return {kind: counts[kind] for kind in MISTAKES}

    def measures(self) -> dict[str, float]:
        """The figures that floors are set on: F1 at each level, and of communities."""
        return {level: self.rates(level).f1 for level in LEVELS} | {"case": self.cases.cases.rates().f1}


def score_tables(facts: Iterable[Mapping[str, Any]], cases: Iterable[Mapping[str, Any]], gold: Gold) -> Score:
    """The score of found rows; documents without annotations are left out, annotated ones not found count as missed."""
    found_facts, found_cases = _by_stem(facts), _by_stem(cases)
    by_document: dict[str, Tally] = {}
    mistakes: list[Mistake] = []
    for doc, wanted in gold.facts.items():
        found = found_facts.get(doc, [])
        pairs = pair_facts(wanted, found)
        by_document[doc] = tally_facts(wanted, found, pairs)
        mistakes += find_mistakes(doc, wanted, found, pairs)
    case_tally = total_cases(tally_cases(wanted, found_cases.get(doc, [])) for doc, wanted in gold.cases.items())
    return Score(total(by_document.values(), len(LEVELS)), case_tally, tuple(mistakes), by_document)


def _by_stem(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    out: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        out[document_stem(row["doc"])].append(row)
    return out
