"""The shapes of rule files as pydantic models: they check what was written and give the JSON Schema for editors."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, WithJsonSchema

CONDITIONS = ("unit", "verb", "noun", "left", "right", "before")
NEGATIONS = ("not", "not_unit", "not_verb", "not_noun", "not_left", "not_right", "not_before")


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Word = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[\w-]+$")]
Column = Literal["basis", "group", "label", "per", "status", "unit"]
Words = Annotated[
    tuple[Word, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": {"type": "string", "minLength": 1}}]}
    ),
]


def _words(text: str, alias: str | None = None) -> Any:
    return Field(default=(), description=text, alias=alias)


class Shape(BaseModel):
    """A mapping that knows its keys; any other key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MetricShape(Shape):
    """One metric of the catalogue."""

    unit: Word = Field(description="canonical unit; 任意 keeps the classifier as written 规范单位，任意＝按原文")
    zh: Word = Field(description="Chinese title 中文名")
    en: Word = Field(description="English title 英文名")
    definition: Word = Field(description="what it measures, in Chinese 定义")
    english_definition: str = Field(default="", description="what it measures, in English 英文定义")


class ListShape(Shape):
    """A word list with a note."""

    words: Words = Field(description="the words 词")
    note: str = Field(default="", description="what belongs here 说明")


class RuleShape(Shape):
    """One way to say one metric."""

    id: Id = Field(description="name of the rule 规则名 (letters, digits, - and _)")
    metric: Word = Field(description="id from metrics.yaml 指标")
    unit: Words = _words("units or classes of units 单位或单位类别")
    verb: Words = _words("governing verb 动词")
    noun: Words = _words("counted thing 被数的事物")
    left: Words = _words("left of the quantity, up to the boundary 左侧词")
    right: Words = _words("right of the quantity, up to the boundary 右侧词")
    before: Words = _words("in the clauses or sentence before 前文词")
    not_any: Words = _words("nowhere in left, noun or right 左、名词、右均不可有", alias="not")
    not_unit: Words = _words("none of these units 不可为这些单位")
    not_verb: Words = _words("none of these verbs 动词不可为")
    not_noun: Words = _words("none of these nouns 名词不可有")
    not_left: Words = _words("none of these on the left 左侧不可有")
    not_right: Words = _words("none of these on the right 右侧不可有")
    not_before: Words = _words("none of these before 前文不可有")
    predicate: Literal["required", "none"] | None = Field(
        default=None,
        description="those counted do or get something (required) or are only there (none) 后面须有或不可有谓语",
    )
    beside: Word | None = Field(
        default=None,
        description="unit or class of the quantity right before 紧挨在前的数量的单位或类别",
    )
    group: Literal["required", "several", "none"] | None = Field(
        default=None,
        description="an ethnic group must (required) or may not (none) stand near, or two on the left (several) "
        "附近须有、不可有民族名，或左侧有两个",
    )
    set: dict[Column, str] = Field(default={}, description="fact columns to fill 填入事实表的列")
    beats: Words = _words("ids of rules that yield to this one 胜过的规则")
    examples: Words = _words("两年来化解邻里纠纷【86起】 => 86 例句")
    counter_examples: Words = _words("text with 【】 that this rule leaves alone 反例")
    todo_examples: Words = _words("known misses 已知漏例")
    note: str = Field(default="", description="why the rule is as it is 说明")


class ContextShape(Shape):
    """Words that change what any figure near them is."""

    id: Id = Field(description="name of the context 名称")
    words: Words = Field(description="the cues 提示词")
    zone: Literal["left", "right", "noun", "before", "clause", "sentence"] = Field(description="where to look 查找范围")
    unit: Words = _words("only for these units 只对这些单位")
    unless: Words = _words("look-alikes that cancel a cue 抵消提示词的词")
    not_left: Words = _words("none of these on the left of the figure 数字左侧不可有")
    drop: str = Field(default="", description="leftover reason, the figure is no fact 剩余原因")
    set: dict[Column, str] = Field(default={}, description="fact columns to fill 填入事实表的列")
    examples: Words = _words("text with 【】 where it applies 例句")
    counter_examples: Words = _words("text with 【】 where it does not 反例")
    note: str = Field(default="", description="why 说明")


SCHEMAS: dict[str, Any] = {
    "rules": list[RuleShape],
    "lists": dict[str, ListShape | Words],
    "contexts": list[ContextShape],
    "metrics": dict[str, dict[str, MetricShape]],
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of rule file: rules, lists, contexts or metrics."""
    schema: dict[str, Any] = TypeAdapter(SCHEMAS[kind]).json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"casekit {kind}", **schema}
