"""Tables made from the annotations that lie beside the texts, so that comparing is tested apart from extracting."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.tables.factory import make_case, make_document, make_extraction, make_fact

from casekit.compare.catalogue import load_catalogue
from casekit.extract import CaseRow, Extraction
from casekit.facts import Fact
from casekit.tables import TableWriter

ROOT = Path(__file__).parents[2]
TEXTS = {"corpus": ROOT / "corpus", "reports": ROOT / "tests" / "reports"}


def write_gold(folder: Path, *sets: str) -> Path:
    """The tables of the annotated texts of these sets, as a perfect extraction would give them."""
    made = [_extraction(path, name) for name in sets for path in (ROOT / "tests/gold" / name).glob("*.facts.jsonl")]
    with TableWriter(folder) as writer:
        for extraction in sorted(made, key=lambda one: one.document.doc):
            writer.add(extraction)
        writer.finish({"digests": {"rules": "gold"}})
    return folder


def _extraction(path: Path, name: str) -> Extraction:
    stem = path.name.removesuffix(".facts.jsonl")
    text = (TEXTS[name] / f"{stem}.txt").read_bytes().decode()
    document = make_document(f"{stem}.txt", text)
    cases = {line["case"]: line for line in _lines(path.with_name(f"{stem}.cases.jsonl"))}
    catalogue = load_catalogue()
    facts = [_fact(document, line, cases, catalogue[line["metric"]].family) for line in _lines(path)]
    return make_extraction(document, facts, [_case(document, line) for line in cases.values()])


def _case(document: Any, line: dict[str, Any]) -> CaseRow:
    places = {key: line[key] for key in ("level", "province", "city", "district", "street", "founded")}
    return make_case(document, line["case"], _id(line), **places, groups=tuple(line["groups"]))


def _id(line: dict[str, Any]) -> str:
    return f"{line['city'] or ''}{line['district'] or ''}{line['case']}"


def _fact(document: Any, line: dict[str, Any], cases: dict[str, Any], family: str) -> Fact:
    start, end, text = line["start"], line["end"], document.text
    left = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
    right = text.find("。", end) + 1 or len(text)
    optional = {key: line.get(key) for key in ("group", "basis", "per", "status", "period")}
    numbers = {key: None if line[key] is None else float(line[key]) for key in ("low", "high")}
    case = line["case"]
    return make_fact(
        document,
        line["quote"],
        line["metric"],
        float(line["value"]),
        at=start,
        case=case,
        case_id=_id(cases[case]) if case in cases else None,
        family=family,
        label=line["label"],
        bound=line["bound"],
        unit=line["unit"] or "",
        sentence=text[left:right],
        **optional,
        **numbers,
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
