"""What is known about places before a text is read: the gazetteer, the words around names, the ethnic groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from casekit.cases.attested import Knowledge
from casekit.cases.extension import Extension, read_extension
from casekit.cases.founded import FoundingFinder
from casekit.cases.gazetteer import DATA, Gazetteer, is_within
from casekit.cases.groups import GroupFinder, load_groups
from casekit.cases.plausible import load_name_sense
from casekit.cases.units import UnitFinder
from casekit.cases.uppers import UpperFinder
from casekit.cases.wording import Wording, load_wording


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything that `read_cases` needs besides the page."""

    wording: Wording
    gazetteer: Gazetteer
    units: UnitFinder
    groups: GroupFinder
    foundings: FoundingFinder


def load_atlas(rules: Path | None = None, gazetteer: Path | None = None) -> Atlas:
    """The atlas for a rules folder (None: the shipped one) and a user's own gazetteer rows (None: no such rows).

    Raises RuleError where a file is wrong. Committees are read later, county by county.
    """
    wording = load_wording(rules)
    known = Gazetteer(DATA, read_extension(gazetteer) if gazetteer else Extension())
    known.add_names(_older_names(wording, known))
    units = UnitFinder(UpperFinder(known, wording), Knowledge(wording, known, load_name_sense(DATA)))
    return Atlas(wording, known, units, load_groups(rules), FoundingFinder(wording))


def _older_names(wording: Wording, gazetteer: Gazetteer) -> dict[str, tuple[int, ...]]:
    table: defaultdict[str, list[int]] = defaultdict(list)
    for row in wording.renamed:
        outer = gazetteer.named(row.within)
        table[row.old] += [c for c in gazetteer.named(row.now) if any(is_within(c, o) and c != o for o in outer)]
    return {name: tuple(codes) for name, codes in table.items()}
