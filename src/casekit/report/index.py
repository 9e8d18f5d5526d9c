"""What the page knows before any text is opened: documents, communities, metrics, conflicts, coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from casekit.compare.catalogue import Measure
from casekit.compare.conflicts import find_conflicts
from casekit.compare.policy import Policy
from casekit.compare.reprints import first_tellings, repeated_rows
from casekit.report.ranking import Ranked
from casekit.report.selection import Selection, case_key
from casekit.tables import read_manifest, read_table

CONFLICTS = 1000  # pairs that a page holds
_PLACE = ("province", "city", "district", "street")


def list_communities(folder: Path, chosen: Selection) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The communities of all tables by name of place, and the number of each by its key.

    `docs` are the numbers of the documents in the page that speak of it. Its place is as the first report says.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in read_table(folder, "cases").to_pylist():
        _add_case(found, row, chosen)
    for at, facts in enumerate(chosen.facts):
        for fact in facts:
            key = case_key(fact)
            if key is not None:
                community = found.setdefault(key, {"name": fact["case"], "groups": [], "docs": [], "facts": 0})
                community["facts"] += 1
                if at not in community["docs"]:
                    community["docs"].append(at)
    for at, place in told_again(folder, chosen):
        if (key := case_key(chosen.facts[at][place])) is not None:
            found[key]["facts"] -= 1
    ordered = sorted(
        found, key=lambda key: (*(found[key].get(name) or "~" for name in _PLACE), found[key]["name"], key)
    )
    listed = [{name: cell for name, cell in found[key].items() if cell not in (None, [])} for key in ordered]
    return listed, {key: at for at, key in enumerate(ordered)}


def told_again(folder: Path, chosen: Selection) -> Iterator[tuple[int, int]]:
    """The facts of the page that a reprint tells again, as document and which of its facts."""
    again = repeated_rows(folder)
    for row in () if again is None else np.flatnonzero(again).tolist():
        if row in chosen.place:
            yield chosen.place[row]


def _add_case(found: dict[str, dict[str, Any]], row: Mapping[str, Any], chosen: Selection) -> None:
    key = case_key(row) or ""
    community = found.setdefault(key, {"id": row["case_id"], "name": row["case"], "groups": [], "docs": [], "facts": 0})
    for name in ("level", *_PLACE, "adcode", "founded"):
        community[name] = community.get(name) or row[name]
    community["groups"] += [group for group in row["groups"] if group not in community["groups"]]
    at = chosen.number.get(row["doc"])
    if at is not None and at not in community["docs"]:
        community["docs"].append(at)


def list_documents(chosen: Selection) -> list[dict[str, Any]]:
    """The documents of the page, without what is empty."""
    names = ("doc", "title", "source", "published", "chars", "facts", "leftovers", "status", "error", "format")
    return [
        {
            name: str(row[name]) if name == "published" else row[name]
            for name in (*names, "duplicate_of")
            if row[name] is not None
        }
        for row in chosen.documents
    ]


def list_measures(
    catalogue: Mapping[str, Measure], english: Mapping[str, str], ranked: Mapping[str, Ranked]
) -> list[dict[str, Any]]:
    """Every measure with its meaning in both languages, and how many communities and facts have it."""
    return [
        {
            **{name: getattr(measure, name) for name in ("id", "family", "unit", "title", "english", "definition")},
            "english_definition": english.get(measure.id, ""),
            "formula": [formula.text for formula in measure.derived.formulas] if measure.derived else [],
            "stated": measure.stated,
            "communities": ranked[measure.id].communities if measure.id in ranked else 0,
            "facts": ranked[measure.id].facts if measure.id in ranked else 0,
        }
        for measure in catalogue.values()
    ]


def list_conflicts(
    folder: Path, catalogue: Mapping[str, Measure], policy: Policy, chosen: Selection, communities: Mapping[str, int]
) -> dict[str, Any]:
    """Pairs of facts that cannot both be right, the first `CONFLICTS` of them with their facts, and their number."""
    rows = find_conflicts(folder, catalogue, policy).to_pylist()
    at = {
        (fact["doc"], fact["start"], fact["metric"]): (number, place)
        for number, facts in enumerate(chosen.facts)
        for place, fact in enumerate(facts)
    }
    pairs = []
    for row in rows[:CONFLICTS]:
        sides = [
            {
                "quote": row[f"quote_{side}"],
                "doc": row[f"doc_{side}"],
                "sentence": row[f"sentence_{side}"],
                "fact": at.get((row[f"doc_{side}"], row[f"start_{side}"], row["metric"])),
            }
            for side in (1, 2)
        ]
        number = communities.get(row["case_id"])
        pairs.append({"community": number, "metric": row["metric"], "where": row["where"], "sides": sides})
    return {"number": len(rows), "pairs": pairs}


def coverage(folder: Path) -> dict[str, Any]:
    """How the documents fared, why numbers were left over, and what problems were met: counts by code.

    A reprint counts as a document of its own only among the statuses; `repeated` says how many there are.
    """
    statuses = _counted(read_table(folder, "documents", ["status"])["status"].to_pylist())
    reasons = _counted(read_table(folder, "leftovers", ["reason"])["reason"].to_pylist())
    problems = _counted(read_table(folder, "problems", ["code"])["code"].to_pylist())
    again, reprints = repeated_rows(folder), len(first_tellings(folder))
    facts = read_table(folder, "facts", ["family"])["family"]
    families = _counted((facts if again is None else facts.filter(pa.array(~again))).to_pylist())
    manifest = read_manifest(folder)
    digests: Mapping[str, str] = manifest.get("digests", {})
    return {
        "statuses": statuses,
        "reasons": reasons,
        "problems": problems,
        "families": families,
        "facts": sum(number for _, number in families),
        "leftovers": sum(number for _, number in reasons),
        "documents": sum(number for _, number in statuses) - reprints,
        "repeated": reprints,
        "version": manifest.get("casekit", ""),
        "corpus": manifest.get("corpus", ""),
        "rules": digests.get("rules", ""),
    }


def _counted(words: Iterable[str]) -> Sequence[tuple[str, int]]:
    return sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0]))
