"""How the rules fare on a corpus: how often each one took a quantity, lost one, or tied; what share is claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from casekit.documents import ReadOptions, read_documents
from casekit.extract import Kit
from casekit.rulebook import Match, RuleFiles
from casekit.workbench.near import holding_rules
from casekit.workbench.reading import read_text


@dataclass(slots=True)
class Stats:
    """Counts over a corpus; `took`, `yielded` and `tied` are by rule, `ties` by the ids that tied."""

    documents: int = 0
    quantities: int = 0
    others: int = 0
    took: Counter[str] = field(default_factory=Counter)
    yielded: Counter[str] = field(default_factory=Counter)
    tied: Counter[str] = field(default_factory=Counter)
    ties: Counter[tuple[str, ...]] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    docs: dict[str, set[str]] = field(default_factory=dict)

    @property
    def claimed(self) -> float:
        """The share of all quantities that a rule took, from 0 to 1."""
        return sum(self.took.values()) / self.quantities if self.quantities else 0.0


def corpus_stats(paths: Sequence[Path], kit: Kit) -> Stats:
    """The counts over every document under `paths`."""
    stats = Stats()
    for document in read_documents(paths, ReadOptions()):
        read = read_text(document.text, kit)
        stats.documents += 1
        stats.quantities += len(read.reading.quantities)
        stats.others += len(read.reading.others)
        stats.reasons["furniture"] += len(read.outside)
        for match in read.matches:
            _add(stats, document.doc, match, kit)
    return stats


def _add(stats: Stats, doc: str, match: Match, kit: Kit) -> None:
    if match.rule is None:
        stats.reasons[match.reason] += 1
        stats.tied.update(match.near)
        if match.near:
            stats.ties[match.near] += 1
        return
    stats.took[match.rule.id] += 1
    stats.docs.setdefault(match.rule.id, set()).add(doc)
    held = (rule.id for rule in holding_rules(kit.book, match.frame))
    stats.yielded.update(rule_id for rule_id in held if rule_id != match.rule.id)


def rule_stats_rows(stats: Stats, files: RuleFiles) -> Iterator[dict[str, Any]]:
    """One row a rule, those that took most first; rules that took nothing stand at the end."""
    for rule in sorted(files.rules, key=lambda r: (-stats.took[r.id], r.id)):
        yield {
            "rule": rule.id,
            "metric": rule.metric,
            "took": stats.took[rule.id],
            "documents": len(stats.docs.get(rule.id, ())),
            "yielded": stats.yielded[rule.id],
            "tied": stats.tied[rule.id],
        }
