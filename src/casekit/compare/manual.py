"""The manual of the outputs folder, written from the schemas.

`python -m casekit.compare.manual > outputs/README.md` renews it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from casekit.compare.result import COLUMNS
from casekit.compare.views import PAIR_COLUMNS, PANEL_COLUMNS, SUMMARY_COLUMNS
from casekit.tables import TABLES, Column

_HEAD = """# 表格 · The tables

`casekit extract` 把表格写在这里。每张表是一个 Parquet 文件，列名处处相同（CSV、JSON、`--where`、`--sort`）。
What `casekit extract` writes: Parquet files whose column names are the same everywhere.

    casekit compare --metric minority_share          比较 compare
    casekit show --case 荷城                          看原文 see the sentences
    casekit export matrix -o matrix.xlsx             社区 × 指标 communities by metrics
    casekit export all -o csv/                       全部导出为 CSV everything as CSV

    import pandas;  pandas.read_parquet("outputs/facts.parquet")
    import duckdb;  duckdb.sql("select * from 'outputs/facts.parquet'")

* 空格就是文中没有，不是 0。An empty cell means that the text does not say; it never means 0.
* `start`、`end` 数的是 `documents.text` 里的字符（Unicode 码点，从 0 起，`end` 不含）：`text[start:end] == quote`。
  Offsets count characters of `documents.text`, code points from 0, `end` excluded.
* 同样的语料和规则，得到同样的字节；表里没有时间。
  The same corpus and rules give the same bytes; there is no clock in the tables.
* 每一列的说明也写在 Parquet 文件里（字段的 metadata，以及文件级的 `casekit` 键），和 `datapackage.json` 里。
  Every column is also described in the Parquet metadata, and in `datapackage.json` (Frictionless).
* CSV 是 UTF-8；LibreOffice 不开窗口转换时要说明。CSV is UTF-8; LibreOffice must be told when it has no window:
  `soffice --headless --infilter="CSV:44,34,76" --convert-to ods shares.csv`
* CSV 里以 = + - @ 开头的文字前面加了 '，表格软件不会把它当公式；`casekit export --no-escape-formulas` 不加。
  Text that begins with = + - @ gets a leading ' in CSV and so stays text.

| 文件 file | 内容 | what it holds |
| --- | --- | --- |
"""
_TAIL = """| `run.json` | 版本、规则与语料的摘要、行数、设置 | versions, digests of rules and corpus, rows, settings |
| `datapackage.json` | 各表各列的说明，供其他程序读 | the tables described for other programs |
"""
_COMPARE = """
## `casekit compare` 的列 · its columns

每个社区、每个指标一行：选哪个数，见 `rules/figures.yaml`；怎么算，见 `rules/derived.yaml`。
One row a community and metric: `rules/figures.yaml` says which figure is chosen, `rules/derived.yaml` what is computed.

"""
_KINDS = {pa.string(): "string", pa.float64(): "double", pa.int32(): "int32", pa.date32(): "date32"}


def manual_text() -> str:
    """The whole page."""
    return "".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    for table in TABLES.values():
        yield f"| `{table.name}.parquet` | {table.chinese} | {table.english} |\n"
    yield _TAIL
    for table in TABLES.values():
        yield f"\n## {table.name} · {table.title}\n\n{table.chinese}。按 {'、'.join(table.order)} 排序。"
        yield f"\n{table.english[0].upper()}{table.english[1:]}; sorted by {', '.join(table.order)}.\n\n"
        yield from _columns(table.columns)
    yield _COMPARE
    yield from _columns(COLUMNS)
    for title, columns in (
        ("--by 按地方汇总 · gathered by place", SUMMARY_COLUMNS),
        ("--pairs 两两相比 · in pairs", PAIR_COLUMNS),
        ("--over period 逐年 · over years（另加 and these）", PANEL_COLUMNS),
    ):
        yield f"\n### {title}\n\n"
        yield from _columns(columns)


def _columns(columns: Iterable[Column]) -> Iterator[str]:
    yield "| 列 column | 中文名 | 类型 type | 说明 | meaning |\n| --- | --- | --- | --- | --- |\n"
    for column in columns:
        kind = _KINDS.get(column.type, "list of string") + (", null" if column.nullable else "")
        yield f"| {column.name} | {column.title} | {kind} | {column.chinese} | {column.english} |\n"


if __name__ == "__main__":
    print(manual_text(), end="")
