"""A comparison as a workbook: the figures, the sentences they rest on, and what every column means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa

from casekit.compare.catalogue import Measure
from casekit.compare.derive import NO_FACT, part_columns
from casekit.compare.source import read_rows
from casekit.tables.read import open_table
from casekit.tables.schema import FACTS, Column
from casekit.tables.xlsx import Sheet

RESULT, EVIDENCE, MEANING = "结果", "原文证据", "字段说明"
_FACT_COLUMNS = ("quote", "value", "low", "high", "unit", "sentence", "doc", "start", "end", "rule", "how")
_LINK = {b"link": b"1"}


def result_sheets(table: pa.Table, rows: pd.DataFrame, folder: Path, catalogue: Mapping[str, Measure]) -> list[Sheet]:
    """The sheets of a comparison whose table has the given rows, in the same order; each row links to its evidence."""
    evidence, first = evidence_sheet(rows, folder, catalogue)
    links = pa.array([f"internal:'{EVIDENCE}'!A{line}" for line in first], pa.string())
    linked = table.append_column(
        pa.field("evidence", pa.string(), metadata={**_LINK, b"title_zh": "证据".encode()}), links
    )
    metrics = [catalogue[name] for name in dict.fromkeys(rows["metric"])]
    return [Sheet(RESULT, linked), evidence, meaning_sheet([table, evidence.table], metrics)]


def meaning_sheet(tables: Sequence[pa.Table], metrics: Iterable[Measure]) -> Sheet:
    """What each column and each metric is, in Chinese and English."""
    lines: dict[str, tuple[str, str, str, str]] = {}
    for table in tables:
        for field in table.schema:
            words = {key.decode(): text.decode() for key, text in (field.metadata or {}).items()}
            line = (words.get("title_zh", ""), words.get("description_zh", ""), words.get("description", ""))
            lines.setdefault(field.name, ("列", *line))
    for metric in metrics:
        kind = "派生指标" if metric.derived else "指标"
        formula = f"（{'；'.join(f.text for f in metric.derived.formulas)}）" if metric.derived else ""
        lines[f"{metric.id} "] = (
            kind,
            metric.title,
            f"{metric.definition}{formula}",
            f"{metric.english} ({metric.unit})",
        )
    names = ("名称", "类别", "中文名", "说明", "English")
    columns = [[name.strip() for name in lines], *zip(*lines.values(), strict=True)] if lines else [[]] * len(names)
    return Sheet(MEANING, pa.table({n: pa.array(c, pa.string()) for n, c in zip(names, columns, strict=True)}))


def evidence_sheet(rows: pd.DataFrame, folder: Path, catalogue: Mapping[str, Measure]) -> tuple[Sheet, list[int]]:
    """One line a fact that a row rests on, and for each row the line of the sheet where its facts begin."""
    used: list[tuple[int, int]] = []
    first = []
    for number, facts in enumerate(rows[["row", *part_columns(rows)]].to_numpy().tolist()):
        first.append(len(used) + 2)
        used += [(number, fact) for fact in dict.fromkeys(facts) if fact != NO_FACT]
    found = read_rows(folder, sorted({fact for _, fact in used}), ("metric", *_FACT_COLUMNS))
    lines = found.loc[[fact for _, fact in used]].reset_index(drop=True)
    lines["case"] = [rows["case"].iloc[number] for number, _ in used]
    lines["title"] = lines["metric"].map({name: measure.title for name, measure in catalogue.items()})
    lines["source"] = lines["doc"].map(_sources(folder))
    return Sheet(EVIDENCE, _table(lines)), first


def _sources(folder: Path) -> dict[str, str | None]:
    table = open_table(folder, "documents", ("doc", "source")).read(["doc", "source"])
    return dict(zip(table["doc"].to_pylist(), table["source"].to_pylist(), strict=True))


def _table(lines: pd.DataFrame) -> pa.Table:
    known = {column.name: column for column in FACTS.columns}
    known["title"] = Column(
        "title", pa.string(), "指标名", "指标的中文名", "Chinese title of the metric", nullable=True
    )
    known["source"] = Column("source", pa.string(), "来源", "媒体或网址", "medium or address", nullable=True)
    names = ["case", "title", *_FACT_COLUMNS, "source"]
    fields = [known[name].field() for name in names]
    fields[-1] = fields[-1].with_metadata({**fields[-1].metadata, **_LINK})
    arrays = [pa.array(lines[name], field.type, from_pandas=True) for name, field in zip(names, fields, strict=True)]
    return pa.Table.from_arrays(arrays, schema=pa.schema([field.with_nullable(True) for field in fields]))
