"""An answer laid out: as figures, summary, panel or pairs, each as a full table, a page for a terminal, and sheets."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa
from rich.cells import cell_len

from casekit.compare.catalogue import Measure
from casekit.compare.evidence import with_evidence
from casekit.compare.matrix import matrix_table
from casekit.compare.pairs import compare_pairs
from casekit.compare.panel import series_columns, with_trend
from casekit.compare.question import Answer
from casekit.compare.result import (
    COLUMNS,
    arrow_table,
    page_table,
    pretty_table,
    range_text,
    result_table,
    short_number,
)
from casekit.compare.sheets import RESULT, evidence_sheet, meaning_sheet, result_sheets
from casekit.compare.summary import summarise
from casekit.tables import Column
from casekit.tables.xlsx import Sheet

_TEXT, _NUMBER, _WHOLE = pa.string(), pa.float64(), pa.int32()


@dataclass(frozen=True, slots=True)
class View:
    """`table` is what files hold; `page` makes what a terminal shows, `sheets` the sheets of a workbook."""

    table: pa.Table
    page: Callable[[], pa.Table]
    sheets: Callable[[], Sequence[Sheet]]


def figures_view(
    found: Answer, catalogue: Mapping[str, Measure], evidence: bool, side_by_side: int | None = None
) -> View:
    """One row a figure; on a page metrics stand side by side where that fits `side_by_side` columns of the screen."""
    rows = with_evidence(found.rows, found.folder, catalogue, evidence)
    table = result_table(rows, catalogue)

    def page() -> pa.Table:
        laid = None if side_by_side is None or evidence else _side_by_side(rows, catalogue, side_by_side)
        return pretty_table(rows, evidence) if laid is None else laid

    return View(table, page, lambda: result_sheets(table, rows, found.folder, catalogue))


def summary_view(found: Answer, by: str) -> View:
    """One row a place and metric."""
    measures = found.measures
    parts = [summarise(found.rows[found.rows["metric"] == m.id], found.cases, by, m) for m in measures]
    rows = pd.concat(parts, ignore_index=True)
    place = next((c for c in COLUMNS if c.name == by), Column(by, _TEXT, by, by, by, nullable=True))
    table = arrow_table(rows, (COLUMNS[0], place, *SUMMARY_COLUMNS))
    shown = {name: [_cell(cell) for cell in rows[name]] for name in ("metric", by, "communities", "mentioned")}
    shown["coverage %"] = [_cell(cell) for cell in rows["coverage"]]
    for name in ("sum", "median") if any(m.additive for m in measures) else ("median",):
        shown[name] = [range_text(*ends) for ends in zip(rows[f"{name}_low"], rows[f"{name}_high"], strict=True)]
    shown["unit"] = [_cell(cell) for cell in rows["unit"]]
    if len(measures) == 1:
        del shown["metric"]
    return View(table, lambda: page_table(shown), lambda: [Sheet(RESULT, table), meaning_sheet([table], measures)])


def pairs_view(found: Answer) -> View:
    """One row a pair of communities and metric."""
    measures = found.measures
    rows = compare_pairs(found.rows)
    table = arrow_table(rows, PAIR_COLUMNS)
    names = (*(["metric"] if len(measures) > 1 else []), "case", "other", "verdict")
    shown = {name: [_cell(cell) for cell in rows[name]] for name in names}
    shown["ahead by"] = [range_text(*ends) for ends in zip(rows["ahead_low"], rows["ahead_high"], strict=True)]
    shown["unit"] = [_cell(cell) for cell in rows["unit"]]
    return View(table, lambda: page_table(shown), lambda: [Sheet(RESULT, table), meaning_sheet([table], measures)])


def panel_view(found: Answer, catalogue: Mapping[str, Measure], evidence: bool) -> View:
    """One row a community, metric and year; on a page the years stand side by side, unless sentences are wanted."""
    rows = with_trend(found.rows)
    rows = with_evidence(rows, found.folder, catalogue, evidence)
    frame = rows.assign(title=rows["metric"].map({name: m.title for name, m in catalogue.items()}))
    table = arrow_table(frame, (*COLUMNS, *PANEL_COLUMNS))

    def page() -> pa.Table:
        if evidence:
            return pretty_table(rows, evidence)
        shown = _years_beside(rows)
        if len(found.measures) == 1:
            del shown["metric"]
        return page_table(shown)

    return View(table, page, lambda: result_sheets(table, rows, found.folder, catalogue))


def _years_beside(rows: pd.DataFrame) -> dict[str, list[str]]:
    """The years as columns, one row a community, metric and group."""
    years = sorted(rows["period_year"].unique())
    shown: dict[str, list[str]] = {"metric": [], "case": [], **{str(int(year)): [] for year in years}, "trend": []}
    for (metric, *_), part in rows.groupby(series_columns(rows), sort=False, dropna=False):
        shown["metric"].append(str(metric))
        shown["case"].append(str(part["case"].iloc[0]))
        of_year = {row["period_year"]: whole_text(row) for row in part.to_dict("records")}
        for year in years:
            shown[str(int(year))].append(of_year.get(year, ""))
        shown["trend"].append(" ".join(str(trend) for trend in part["trend"] if isinstance(trend, str)))
    return shown


def matrix_view(found: Answer, catalogue: Mapping[str, Measure], intervals: bool) -> View:
    """One row a community, one column a metric."""
    table = matrix_table(found.rows, found.cases, catalogue, intervals)
    metrics = [catalogue[name] for name in dict.fromkeys(found.rows["metric"])]

    def sheets() -> list[Sheet]:
        if len(found.rows) > _EVIDENCE:
            return [Sheet(RESULT, table), meaning_sheet([table], metrics)]
        evidence, _ = evidence_sheet(found.rows, found.folder, catalogue)
        return [Sheet(RESULT, table), evidence, meaning_sheet([table, evidence.table], metrics)]

    def page() -> pa.Table:
        return page_table({name: [_cell(cell) for cell in table[name].to_pylist()] for name in table.schema.names})

    return View(table, page, sheets)


def figure_text(row: Mapping[Hashable, Any]) -> str:
    """A figure with its interval, as a person reads it."""
    value, low, high = (float(row[name]) for name in ("value", "low", "high"))
    ends = "" if low == high == value else f" [{range_text(low, high)}]"
    return f"{short_number(value)}{ends}"


def whole_text(row: Mapping[Hashable, Any]) -> str:
    """A figure with its interval, its unit, what it is a rate of, and whom it counts."""
    unit, per, group = (row.get(name) if isinstance(row.get(name), str) else "" for name in ("unit", "per", "group"))
    rate = f"{unit}/{per}" if per else unit
    return f"{figure_text(row)} {rate}{f'（{group}）' if group else ''}".rstrip()


def _side_by_side(rows: pd.DataFrame, catalogue: Mapping[str, Measure], width: int) -> pa.Table | None:
    """Few communities as columns beside each other, many below each other; the other way where only that fits."""
    cases = list(dict.fromkeys(zip(rows["key"], rows["case"], strict=True)))
    metrics = list(dict.fromkeys(rows["metric"]))
    texts: dict[tuple[str, str], str] = {}
    for row in rows.to_dict("records"):
        place, text = (row["key"], row["metric"]), whole_text(row)
        texts[place] = f"{texts[place]}；{text}" if place in texts else text
    across: dict[str, list[str]] = {"metric": [catalogue[metric].title for metric in metrics]}
    for key, case in cases:
        name = case if case not in across else f"{case} {key}"
        across[name] = [texts.get((key, metric), "") for metric in metrics]
    down = {"case": [case for _, case in cases]}
    down |= {catalogue[metric].title: [texts.get((key, metric), "") for key, _ in cases] for metric in metrics}
    layouts = (across, down) if len(cases) <= _FEW else (down, across)
    return next((page_table(shown) for shown in layouts if _width(shown) <= width), None)


def _width(shown: Mapping[str, Sequence[str]]) -> int:
    return sum(max(map(cell_len, [name, *cells])) + 2 for name, cells in shown.items())


_FEW = 6
_EVIDENCE = 200_000  # figures whose sentences still fit beside a matrix


def _cell(cell: object) -> str:
    if isinstance(cell, float):
        return short_number(cell)
    return "" if cell is None else str(cell)


def _column(name: str, kind: pa.DataType, title: str, chinese: str, english: str) -> Column:
    return Column(name, kind, title, chinese, english, nullable=True)


SUMMARY_COLUMNS = (
    _column("communities", _WHOLE, "社区数", "这里有多少个社区", "communities there"),
    _column("mentioned", _WHOLE, "有数的社区", "其中多少个有这个数", "how many of them have the figure"),
    _column("coverage", _NUMBER, "覆盖率（%）", "有数的社区占多少", "their share, in percent"),
    _column("sum", _NUMBER, "合计", "各社区相加；比率不相加", "sum; empty for shares and rates"),
    _column("sum_low", _NUMBER, "合计下限", "合计的区间下端", "lower end of the sum"),
    _column("sum_high", _NUMBER, "合计上限", "合计的区间上端；空为无上限", "upper end of the sum, empty: open"),
    _column("median", _NUMBER, "中位数", "各社区的中位数", "median"),
    _column("median_low", _NUMBER, "中位数下限", "中位数的区间下端", "lower end of the median"),
    _column("median_high", _NUMBER, "中位数上限", "中位数的区间上端", "upper end of the median"),
    _column("unit", _TEXT, "单位", "单位；各社区不同则为空", "unit, empty where they differ"),
)
PAIR_COLUMNS = (
    COLUMNS[0],
    _column("case", _TEXT, "社区", "社区", "the community"),
    _column("other", _TEXT, "另一社区", "与之相比的社区", "the one it is compared with"),
    _column("verdict", _TEXT, "结论", "more 一定多，less 一定少，equal 一样，unknown 说不准", "certain, or unknown"),
    _column("ahead_low", _NUMBER, "至少多出", "多出多少的下端；负数为少", "lower end of how much more it has"),
    _column("ahead_high", _NUMBER, "至多多出", "多出多少的上端", "upper end of how much more it has"),
    _column("unit", _TEXT, "单位", "单位", "unit"),
)
PANEL_COLUMNS = (
    _column(
        "trend",
        _TEXT,
        "变化",
        "与前一个有数的年份比：up 一定升，down 一定降，equal 不变，unknown 说不准",
        "since the year before",
    ),
    _column("change_low", _NUMBER, "变化下限", "变化的区间下端", "lower end of the change"),
    _column("change_high", _NUMBER, "变化上限", "变化的区间上端", "upper end of the change"),
)
