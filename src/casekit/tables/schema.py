"""The tables that extraction writes: names, types and meaning of every column, in Chinese and English.

Types are plain (string, double, int32, date32, list of string): every reader of Parquet knows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

_TEXT, _NUMBER, _WHOLE, _DAY = pa.string(), pa.float64(), pa.int32(), pa.date32()
_LIST = pa.list_(pa.string())


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `title` is its Chinese heading, `chinese` and `english` say what it holds."""

    name: str
    type: pa.DataType
    title: str
    chinese: str
    english: str
    nullable: bool = False

    def field(self) -> pa.Field:
        """The Arrow field; its metadata carry the descriptions."""
        words = {"title_zh": self.title, "description_zh": self.chinese, "description": self.english}
        return pa.field(self.name, self.type, self.nullable, words)


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: what a row is, its columns in order, and the columns that rows are sorted by."""

    name: str
    title: str
    chinese: str
    english: str
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    key: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    def arrow(self) -> pa.Schema:
        """The Arrow schema, with a description on every field."""
        return _arrow(self)


@cache
def _arrow(schema: TableSchema) -> pa.Schema:
    return pa.schema([column.field() for column in schema.columns])


_DOC = Column("doc", _TEXT, "文档", "文档路径，相对语料根目录，以 / 分隔", "path relative to the corpus root, with /")
_START = Column(
    "start", _WHOLE, "起", "起点：解码文本中的字符位置，从 0 数", "first character in the decoded text, from 0"
)
_END = Column("end", _WHOLE, "止", "终点：最后一个字符之后的位置", "the offset after the last character")
_SENTENCE = Column("sentence", _TEXT, "句子", "数字所在的句子", "the sentence that holds the number")


def _optional(name: str, kind: pa.DataType, title: str, chinese: str, english: str) -> Column:
    return Column(name, kind, title, chinese, english, nullable=True)


_NULL_START = _optional("start", _WHOLE, "起", "起点；涉及整篇时为空", "first character; null where the whole is meant")
_NULL_END = _optional("end", _WHOLE, "止", "终点（不含）；涉及整篇时为空", "offset after the last; null as start is")

FACTS = TableSchema(
    "facts",
    "事实",
    "一行是一个数字：哪个社区的什么指标是多少，原文在哪里",
    "one figure a row: whose, of what, how much, and where the text says so",
    (
        Column("fact_id", _TEXT, "编号", "由文档、位置、指标算出，重跑不变", "stable: hash of doc, start, end, metric"),
        _DOC,
        _optional("case_id", _TEXT, "社区编号", "社区的稳定编号；不能确定时为空", "the community; null where unknown"),
        _optional("case", _TEXT, "社区", "社区简称，照原文", "its short name as in the text"),
        Column("family", _TEXT, "指标类", "指标所属的类", "the family of the metric"),
        Column("metric", _TEXT, "指标", "指标编号，见 rules/metrics.yaml", "metric id, see rules/metrics.yaml"),
        Column("label", _TEXT, "所数之物", "被数的事物，用原文的词", "the counted thing in the text's words"),
        _optional("value", _NUMBER, "数值", "照写出的数，换算到 unit", "as written, normalised to unit"),
        _optional("low", _NUMBER, "下限", "区间下端（含）；空为无下限", "lower end, included; null: open"),
        _optional("high", _NUMBER, "上限", "区间上端（含）；空为无上限", "upper end, included; null: open"),
        Column(
            "bound",
            _TEXT,
            "界",
            "exact 确数 about 约数 at_least 至少 at_most 至多 range 区间",
            "how the number is bounded",
        ),
        Column(
            "unit",
            _TEXT,
            "单位",
            "人 人次 户 元 % 平方公里，或原文的量词",
            "canonical unit, or the classifier as written",
        ),
        _optional("group", _TEXT, "人群", "点名的人群：老年人、回族", "the sub-population named"),
        _optional("basis", _TEXT, "口径", "人口口径：常住、户籍、总", "which population: 常住 户籍 总"),
        _optional("per", _TEXT, "每", "比率的分母：年、月、次、人", "rate: per 年 月 次 人"),
        _optional("status", _TEXT, "状态", "planned：计划中，尚未发生", "planned: still to come"),
        _optional("period", _TEXT, "时段", "限定数字的时间词，照原文", "the time phrase as written"),
        _optional("period_start", _DAY, "时段起", "时段的第一天，能确定时", "first day, where certain"),
        _optional("period_end", _DAY, "时段止", "时段的最后一天，能确定时", "last day, where certain"),
        Column("quote", _TEXT, "原文", "数字的原文，等于 text[start:end]", "the quantity; equals text[start:end]"),
        _START,
        _END,
        _SENTENCE,
        Column("rule", _TEXT, "规则", "认出它的规则", "id of the rule that claimed it"),
        Column("how", _TEXT, "归属", "怎样知道是哪个社区", "how the community was found"),
    ),
    ("doc", "start"),
    ("fact_id",),
)

CASES = TableSchema(
    "cases",
    "社区",
    "一行是一篇文档写到的一个社区（或其上级）",
    "one community, or unit above it, that a document presents",
    (
        Column("case_id", _TEXT, "社区编号", "国家编码，或由地名算出的稳定编号", "official code, else a stable id"),
        _DOC,
        Column("case", _TEXT, "社区", "简称，照原文", "short name as in the text"),
        Column("level", _TEXT, "级别", "社区 村 小区 街道 镇 区县 市 省 全国 其他", "what kind of unit it is"),
        _optional("province", _TEXT, "省", "全称", "province, in full"),
        _optional("city", _TEXT, "市", "全称", "city, in full"),
        _optional("district", _TEXT, "区县", "全称", "district or county, in full"),
        _optional("street", _TEXT, "街道乡镇", "全称", "street or town, in full"),
        _optional("adcode", _TEXT, "行政区划代码", "GB/T 2260，文字列", "GB/T 2260 code, as text"),
        _optional("founded", _TEXT, "成立", "YYYY、YYYY-MM 或 YYYY-MM-DD", "founding date, as exact as stated"),
        Column("groups", _LIST, "民族", "点名住在那里的民族，全称", "ethnic groups named as living there"),
        _START,
        _END,
    ),
    ("doc", "start"),
    ("doc", "case_id"),
)

DOCUMENTS = TableSchema(
    "documents",
    "文档",
    "一行是一篇报道，带全文",
    "one report a row, with its text",
    (
        _DOC,
        Column("sha256", _TEXT, "摘要", "文件字节的 SHA-256", "SHA-256 of the file's bytes"),
        Column("format", _TEXT, "格式", "txt html docx pdf …", "file format"),
        Column("encoding", _TEXT, "编码", "读出时用的编码", "how it was decoded"),
        _optional("title", _TEXT, "标题", "报道标题", "headline"),
        _optional("source", _TEXT, "来源", "媒体", "medium"),
        _optional("url", _TEXT, "网址", "网页自己写明的地址", "the address that a web page gives of itself"),
        _optional("published", _DAY, "发表日期", "能确定时", "date of publication, where certain"),
        _optional(
            "published_from",
            _TEXT,
            "日期来自",
            "column meta json-ld time page 网页，dateline 电头，file-name 文件名",
            "column, meta, json-ld, time, page, dateline or file-name: where the date stood",
        ),
        _optional(
            "duplicate_of",
            _TEXT,
            "重复于",
            "同一篇报道的第一份；内容相同或相近的后来者才有",
            "the first document with the same story, where this one repeats it in the same words",
        ),
        Column("chars", _WHOLE, "字符数", "全文的字符数", "characters of the text"),
        Column("facts", _WHOLE, "事实数", "这篇有几行事实", "rows in facts"),
        Column("leftovers", _WHOLE, "剩余数", "这篇有几个数字没有成为事实", "rows in leftovers"),
        Column("status", _TEXT, "状态", "ok，或为何读不到", "ok, or why there is nothing to read"),
        _optional("error", _TEXT, "错误", "一句话的说明", "one line for people"),
        Column(
            "notes", _LIST, "说明", "读得到但不顺的地方，代号：说明", "what was odd in reading it, as code: message"
        ),
        Column("text", _TEXT, "全文", "解码后的全文，一字未改", "the text as decoded, nothing changed"),
    ),
    ("doc",),
    ("doc",),
)

LEFTOVERS = TableSchema(
    "leftovers",
    "剩余数字",
    "一行是一个没有成为事实的数字，附原因",
    "one numeric expression that is no fact, and why",
    (
        _DOC,
        _START,
        _END,
        Column("quote", _TEXT, "原文", "等于 text[start:end]", "equals text[start:end]"),
        Column("unit", _TEXT, "单位", "量词或单位，没有则为空串", "unit or classifier, empty where none"),
        _SENTENCE,
        Column("reason", _TEXT, "原因", "date 日期 ordinal 序数 slogan 口号 no-rule 无规则 …", "why it is no fact"),
        Column("near", _LIST, "相近规则", "差一点就认出它的规则", "ids of rules that nearly matched"),
    ),
    ("doc", "start"),
)

PROBLEMS = TableSchema(
    "problems",
    "问题",
    "一行是数据里的一处异常",
    "one oddity of the data",
    (
        _DOC,
        Column("code", _TEXT, "代号", "短横线连接的英文词", "kebab-case word"),
        _NULL_START,
        _NULL_END,
        Column("message", _TEXT, "说明", "给人看的一句话", "one sentence for people"),
    ),
    ("doc", "start"),
)

TABLES: Mapping[str, TableSchema] = {t.name: t for t in (FACTS, CASES, DOCUMENTS, LEFTOVERS, PROBLEMS)}
