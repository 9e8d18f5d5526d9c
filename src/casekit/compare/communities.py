"""An outputs folder in, one row a community out: where it is, who lives there, and which reports speak of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from casekit.compare.reprints import first_tellings, repeated_rows
from casekit.tables import read_table

_PLACE = ("province", "city", "district", "street", "adcode", "founded")
_TEXT = pa.string()
_LIST, _WHOLE = pa.list_(_TEXT), pa.int32()
# What gives way first on a narrow terminal.
_DROP = {"docs": "1", "founded": "2", "adcode": "3", "groups": "4", "street": "5"}
_FIELDS = {
    **dict.fromkeys(("case_id", "case", "level", *_PLACE), _TEXT),
    **{"groups": _LIST, "documents": _WHOLE, "facts": _WHOLE, "docs": _LIST},
}
_SCHEMA = pa.schema(
    [pa.field(name, kind, metadata={"drop": _DROP[name]} if name in _DROP else None) for name, kind in _FIELDS.items()]
)


def list_communities(
    folder: Path, names: Sequence[str] = (), levels: Sequence[str] = (), reprints: bool = False
) -> pa.Table:
    """Communities with their reports, those in most reports first; `names` are ids or parts of names.

    `docs` names all reports; a reprint, and what it tells again, is counted only if asked.
    What several reports say of one is taken from the first that says it; the groups are those of all.
    """
    first = {} if reprints else dict(first_tellings(folder))
    again = repeated_rows(folder) if first else None
    owners = read_table(folder, "facts", ["case_id"])["case_id"]
    facts = Counter((owners if again is None else owners.filter(pa.array(~again))).to_pylist())
    rows: dict[str, dict[str, Any]] = {}
    for case in read_table(folder, "cases").to_pylist():
        if _is_asked(case, names, levels):
            _add(rows.setdefault(case["case_id"], {"groups": [], "docs": []}), case)
    for case_id, row in rows.items():
        row.update(documents=len({first.get(doc, doc) for doc in row["docs"]}), facts=facts[case_id])
    ordered = sorted(rows.values(), key=lambda row: (-row["documents"], row["case_id"]))
    return pa.Table.from_pylist(ordered, schema=_SCHEMA)


def _is_asked(case: dict[str, Any], names: Iterable[str], levels: Sequence[str]) -> bool:
    named = [name == case["case_id"] or name in case["case"] for name in names]
    return (not named or any(named)) and (not levels or case["level"] in levels)


def _add(row: dict[str, Any], case: dict[str, Any]) -> None:
    for name in ("case_id", "case", "level", *_PLACE):
        row[name] = row.get(name) or case[name]
    row["groups"] += [group for group in case["groups"] if group not in row["groups"]]
    if case["doc"] not in row["docs"]:
        row["docs"].append(case["doc"])
