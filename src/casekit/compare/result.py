"""The rows of a comparison as a table: typed columns with Chinese titles and a meaning, in a fixed order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from casekit.compare.catalogue import Measure
from casekit.tables import Column
from casekit.tables.cells import plain_number

_TEXT, _NUMBER, _WHOLE, _DAY = pa.string(), pa.float64(), pa.int32(), pa.date32()


def _column(name: str, kind: pa.DataType, title: str, chinese: str, english: str) -> Column:
    return Column(name, kind, title, chinese, english, nullable=True)


COLUMNS = (
    _column("metric", _TEXT, "指标", "指标编号", "metric id"),
    _column("title", _TEXT, "指标名", "指标的中文名", "Chinese title of the metric"),
    _column("rank_best", _WHOLE, "最好名次", "最靠前可能第几名，1 为最大", "best possible rank, 1 for the greatest"),
    _column(
        "rank_worst",
        _WHOLE,
        "最差名次",
        "最靠后可能第几名；与前者相同即名次确定",
        "worst possible rank; certain where both are equal",
    ),
    _column("case_id", _TEXT, "社区编号", "社区的稳定编号", "id of the community"),
    _column("case", _TEXT, "社区", "社区简称，照原文", "the community"),
    _column("level", _TEXT, "级别", "社区 村 街道 …", "what kind of unit it is"),
    _column("province", _TEXT, "省", "全称", "province"),
    _column("city", _TEXT, "市", "全称", "city"),
    _column("district", _TEXT, "区县", "全称", "district or county"),
    _column("period_year", _WHOLE, "年份", "数字所属的年份", "the year that the figure is of"),
    _column(
        "value", _NUMBER, "数值", "照写出的数，或由写出的数算出", "as written, or computed from numbers as written"
    ),
    _column("low", _NUMBER, "下限", "区间下端（含）；空为无下限", "lower end, included; empty: open"),
    _column("high", _NUMBER, "上限", "区间上端（含）；空为无上限", "upper end, included; empty: open"),
    _column("unit", _TEXT, "单位", "数值的单位", "unit of the figure"),
    _column(
        "basis",
        _TEXT,
        "依据",
        "stated 文中写明，computed 由别的数算出",
        "stated by the text, or computed from other figures",
    ),
    _column("chosen", _TEXT, "是否采用", "yes 采用，no 另说", "yes for the figure that is compared, no for its rivals"),
    _column("stated", _NUMBER, "写明的数", "文中写明的数值", "the figure as the text states it"),
    _column("stated_low", _NUMBER, "写明下限", "写明的数的区间下端", "lower end of the stated figure"),
    _column("stated_high", _NUMBER, "写明上限", "写明的数的区间上端", "upper end of the stated figure"),
    _column("computed", _NUMBER, "算出的数", "由文中别的数算出的数值", "the figure computed from its parts"),
    _column("computed_low", _NUMBER, "算出下限", "算出的数的区间下端", "lower end of the computed figure"),
    _column("computed_high", _NUMBER, "算出上限", "算出的数的区间上端", "upper end of the computed figure"),
    _column("verdict", _TEXT, "核对", "agree 写明与算出相符，disagree 不符", "whether stated and computed agree"),
    _column("gap", _NUMBER, "相差", "写明与算出至少相差多少", "the least that stated and computed differ by"),
    _column("definition", _TEXT, "口径", "人口口径：常住、户籍、总", "which population: 常住 户籍 总"),
    _column("group", _TEXT, "人群", "点名的人群", "the sub-population named"),
    _column("label", _TEXT, "所数之物", "被数的事物，用原文的词", "the counted thing in the text's words"),
    _column("per", _TEXT, "每", "比率的分母", "what it is a rate of"),
    _column("period", _TEXT, "时段", "限定数字的时间词，照原文", "the time phrase as written"),
    _column(
        "date", _DAY, "日期", "时段的最后一天，没有则为发表日期", "last day of the period, else day of publication"
    ),
    _column(
        "rivals",
        _WHOLE,
        "另说",
        "文中同一指标的其他说法有几个；compare --all 列出",
        "different figures not chosen; compare --all lists them",
    ),
    _column("formula", _TEXT, "公式", "算出的数用的公式", "the formula that computed it"),
    _column("parts", _TEXT, "各项原文", "公式各项的原文", "quotes of the parts of the formula"),
    _column(
        "quote",
        _TEXT,
        "原文",
        "数字的原文；算出的数为各项的原文",
        "the quantity in the text; of a computed figure all its parts",
    ),
    _column("doc", _TEXT, "文档", "所在文档", "the document"),
    _column("start", _WHOLE, "起", "起点字符位置", "first character in the decoded text"),
    _column("end", _WHOLE, "止", "终点字符位置（不含）", "offset after the last character"),
    _column("sentence", _TEXT, "句子", "数字所在的句子", "the sentence that holds the number"),
)
_RIGHT = {"right": "1"}
_MARKS = {
    **dict.fromkeys(("rank", "value", "low", "high", "communities", "facts", "mentioned"), _RIGHT),
    **dict.fromkeys(("coverage %", "sum", "median", "ahead by"), _RIGHT),
    "stated": {"right": "1", "drop": "3"},
    "computed": {"right": "1", "drop": "4"},
    "period": {"drop": "2"},
    "definition": {"drop": "5"},
    "verdict": {"drop": "6"},
    "formula": {"wrap": "1", "drop": "1"},
    "quote": {"wrap": "1", "drop": "1"},
    "sentence": {"wrap": "1"},
}


def result_table(rows: pd.DataFrame, catalogue: Mapping[str, Measure]) -> pa.Table:
    """All columns that the rows have, in order."""
    frame = rows.assign(title=rows["metric"].map({name: m.title for name, m in catalogue.items()}))
    return arrow_table(frame, COLUMNS)


def arrow_table(frame: pd.DataFrame, columns: Sequence[Column]) -> pa.Table:
    """Those of the columns that the frame has, as Arrow arrays whose fields say what they hold."""
    present = [column for column in columns if column.name in frame.columns]
    arrays = [_array(frame[column.name], column.type) for column in present]
    return pa.Table.from_arrays(arrays, schema=pa.schema([column.field() for column in present]))


def pretty_table(rows: pd.DataFrame, evidence: bool) -> pa.Table:
    """What fits a terminal: the figure, its interval, where it comes from, and its words in the text."""
    several = rows["metric"].nunique() > 1
    columns: dict[str, list[str]] = {"metric": list(rows["metric"])} if several else {}
    if "rank_best" in rows:
        columns["rank"] = [rank_text(*pair) for pair in zip(rows["rank_best"], rows["rank_worst"], strict=True)]
    columns["case"] = _names(rows)
    if "period_year" in rows:
        columns["year"] = [str(int(year)) for year in rows["period_year"]]
    for name in ("value", "low", "high"):
        columns[name] = [short_number(number) for number in rows[name]]
    columns["unit"], columns["basis"] = _texts(rows, "unit"), _texts(rows, "basis")
    if "verdict" in rows:
        columns["stated"] = _ranges(rows, "stated")
        columns["computed"] = _ranges(rows, "computed")
        columns["verdict"] = _texts(rows, "verdict")
    for name in (
        "trend",
        "chosen",
        "definition",
        "group",
        "per",
        "period",
        "quote",
        *(["sentence"] if evidence else []),
    ):
        if name in rows and rows[name].notna().any():
            columns[name] = _texts(rows, name)
    return page_table(columns)


def page_table(columns: Mapping[str, Sequence[str]]) -> pa.Table:
    """Columns of text for a terminal, marked with how they may be set: right, wrapped, or left out where narrow."""
    fields = [pa.field(name, _TEXT, metadata=_MARKS.get(name, {})) for name in columns]
    return pa.Table.from_arrays([pa.array(cells, _TEXT) for cells in columns.values()], schema=pa.schema(fields))


def rank_text(best: float, worst: float) -> str:
    """A rank, or from which to which it can be; '' for a figure that is not ranked.

    >>> rank_text(2, 2), rank_text(2, 3), rank_text(float("nan"), float("nan"))
    ('2', '2-3', '')
    """
    if np.isnan(best):
        return ""
    return f"{best:.0f}" if best == worst else f"{best:.0f}-{worst:.0f}"


def short_number(number: float) -> str:
    """A number as a person reads it: two decimals, more only below one; '' for none.

    >>> short_number(59000.0), short_number(11.016949), short_number(0.0338983), short_number(float("nan"))
    ('59000', '11.02', '0.0339', '')
    """
    if number is None or not np.isfinite(number):
        return ""
    return plain_number(round(float(number), 2 if abs(number) >= 1 else 4))


def range_text(low: float, high: float) -> str:
    """An interval as a person reads it.

    >>> range_text(25, 35), range_text(18, 18), range_text(60, float("nan"))
    ('25–35', '18', '≥60')
    """
    one, other = short_number(low), short_number(high)
    if one and other:
        return one if one == other else f"{one}–{other}"
    return f"≥{one}" if one else f"≤{other}" if other else ""


def _ranges(rows: pd.DataFrame, side: str) -> list[str]:
    return [range_text(*ends) for ends in zip(rows[f"{side}_low"], rows[f"{side}_high"], strict=True)]


def _names(rows: pd.DataFrame) -> list[str]:
    """The communities, with their district where two share a name."""
    ids = rows.groupby("case")["key"].transform("nunique")
    places = rows["district"].fillna(rows["city"]).fillna("")
    return [f"{c}（{p}）" if n > 1 and p else str(c) for c, n, p in zip(rows["case"], ids, places, strict=True)]


def _texts(rows: pd.DataFrame, name: str) -> list[str]:
    return ["" if pd.isna(cell) else str(cell) for cell in rows[name]]


def _array(column: pd.Series, kind: pa.DataType) -> pa.Array:
    if pa.types.is_string(kind):
        texts = pa.array(column, from_pandas=True)
        return (texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts).cast(kind)
    if pa.types.is_date(kind):
        return pa.array(pd.to_datetime(column).dt.date, kind, from_pandas=True)
    numbers = pd.to_numeric(column).astype("float64")
    return pa.array(numbers, pa.float64(), from_pandas=True).cast(kind)
