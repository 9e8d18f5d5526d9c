"""A folder of annotated texts in, gold facts and gold cases by document out."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from casekit.core import CasekitError, Place, RuleError

Row = TypeVar("Row")

# Endings that a document's name may carry and a gold file's name does not.
_ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One annotated figure. `metrics` and `cases` hold every right answer, the first one preferred.

    `start` and `end` count characters of the decoded text, `end` exclusive. An `optional` figure is
    neither asked for nor punished.
    """

    start: int
    end: int
    quote: str
    value: float
    unit: str
    metrics: tuple[str, ...]
    cases: tuple[str | None, ...]
    bound: str
    low: float | None
    high: float | None
    per: str | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldCase:
    """One annotated community; `places` maps province, city, district, street and founded to what is right."""

    name: str
    places: Mapping[str, str]
    groups: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """Annotations by document stem; both tables have their documents in the order of their names."""

    facts: Mapping[str, tuple[GoldFact, ...]]
    cases: Mapping[str, tuple[GoldCase, ...]]

    def only(self, stems: Collection[str]) -> Gold:
        """The annotations of these documents alone."""
        facts = {stem: rows for stem, rows in self.facts.items() if stem in stems}
        return Gold(facts, {stem: rows for stem, rows in self.cases.items() if stem in stems})


def read_gold(folder: Path) -> Gold:
    """The annotations in `folder` (NAME.facts.jsonl, NAME.cases.jsonl); raises CasekitError where there are none."""
    if not folder.is_dir():
        raise CasekitError(f"{folder}: no such folder of annotations")
    gold = Gold(_read_kind(folder, "facts", _fact), _read_kind(folder, "cases", _case))
    if not gold.facts:
        raise CasekitError(f"{folder}: no annotations here; expected files named NAME.facts.jsonl")
    return gold


def document_stem(doc: str) -> str:
    r"""The name by which a document meets its annotations, whatever its folder and ending.

    >>> document_stem("2024/广西/荷城社区.txt"), document_stem("a\\荷城社区"), document_stem("二、0.5版")
    ('荷城社区', '荷城社区', '二、0.5版')
    """
    name = PurePosixPath(doc.replace("\\", "/")).name
    for ending in _ENDINGS:
        if name.endswith(ending):
            return name[: -len(ending)]
    return name


def _read_kind(folder: Path, kind: str, build: Callable[[dict[str, Any]], Row]) -> dict[str, tuple[Row, ...]]:
    ending = f".{kind}.jsonl"
    files = sorted(folder.glob(f"*{ending}"))
    return {path.name[: -len(ending)]: _read_rows(path, build) for path in files}


def _read_rows(path: Path, build: Callable[[dict[str, Any]], Row]) -> tuple[Row, ...]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            rows.append(build(json.loads(line)))
        except json.JSONDecodeError as error:
            raise RuleError(Place(str(path), number, error.colno), f"not JSON: {error.msg}.") from None
        except KeyError as error:
            raise RuleError(Place(str(path), number), f"the key {error} is missing.") from None
        except (TypeError, ValueError) as error:
            raise RuleError(Place(str(path), number), f"not an annotation: {error}.") from None
    return tuple(rows)


def _fact(row: dict[str, Any]) -> GoldFact:
    return GoldFact(
        start=int(row["start"]),
        end=int(row["end"]),
        quote=str(row.get("quote", "")),
        value=float(row["value"]),
        unit=row["unit"] or "",
        metrics=(row["metric"], *row.get("metric_also", ())),
        cases=(row["case"], *row.get("case_also", ())),
        bound=row["bound"],
        low=row["low"],
        high=row["high"],
        per=row["per"] or None,
        optional=bool(row.get("optional")),
    )


def _case(row: dict[str, Any]) -> GoldCase:
    places = {column: row[column] for column in PLACE_COLUMNS if row.get(column)}
    return GoldCase(row["case"], places, frozenset(row.get("groups") or ()), bool(row.get("optional")))


PLACE_COLUMNS = ("province", "city", "district", "street", "founded")
