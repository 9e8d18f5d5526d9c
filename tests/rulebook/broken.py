"""Kinds of broken rule files: what is written, in which file, and what the error must say."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = "- id: beds\n  metric: facilities\n  unit: [张]\n"
_RING = "- {id: a, metric: facilities, beats: [b]}\n- {id: b, metric: facilities, beats: [a]}\n"
_RULES = "rules/beds.yaml"
_LISTS = "lists/words.yaml"


@dataclass(frozen=True)
class Broken:
    """A broken file; the error stands at `line`:`column` and says all of `says`."""

    name: str
    file: str
    text: str
    line: int
    column: int
    says: tuple[str, ...]


def _rule(name: str, rest: str, column: int, *says: str, line: int = 4) -> Broken:
    return Broken(name, _RULES, _HEAD + rest, line, column, says)


BROKEN = (
    # What the keyboard does.
    _rule("full-width colon after a key", "  noun：[床位]\n", 7, "full-width colon", "半角冒号"),
    _rule("tab", "\tnoun: [床位]\n", 1, "tab", "Tab"),
    _rule("full-width space", "\u3000 noun: [床位]\n", 1, "full-width or no-break space", "半角空格"),
    _rule("no space after the colon", "  noun:[床位]\n", 8, "no space follows", "空一格"),
    _rule("full-width comma", "  noun: [床位，病床]\n", 10, "床位，病床", "半角逗号"),
    _rule("pause mark for comma", "  noun: [床位、病床]\n", 10, "床位、病床", "顿号"),
    _rule("full-width bracket", "  noun: 【床位】\n", 9, "opens no list", "半角方括号"),
    _rule("full-width quotes", "  noun: [“床位”]\n", 10, "“床位”", "半角"),
    _rule("full-width arrow", "  examples:\n    - 床位【9张】 ＝＞ 9\n", 7, "says nothing of the value", "=>", line=5),
    Broken("full-width colon in a list file", _LISTS, "床位名词：[床位]\n", 1, 5, ("full-width colon", "半角冒号")),
    # What YAML does.
    _rule("percent sign", "  left: [%占比]\n", 10, "not valid YAML", "引号"),
    _rule("at sign", "  left: [@床位]\n", 10, "not valid YAML", "引号"),
    _rule("asterisk", "  left: [*床位]\n", 11, "not valid YAML", "引号"),
    _rule("list not closed", "  left: [床位\n  noun: [床位]\n", 7, "not valid YAML", "没有成对", line=5),
    _rule("duplicate key", "  noun: [床位]\n  noun: [病床]\n", 3, "stands twice", "写了两次", line=5),
    _rule("mapping in examples", "  examples:\n    - 截至目前: 床位【9张】 => 9\n", 7, "a mapping", "加引号", line=5),
    _rule("braces in examples", "  examples:\n    - {床位【9张】 => 9}\n", 7, "a mapping", "加引号", line=5),
    _rule("comment cuts an example", "  examples:\n    - 床位【9张】在 #1楼 => 9\n", 15, "comment", "注释", line=5),
    _rule("text after the quote", '  examples:\n    - "床位【9张】" => 9\n', 16, "closing quote", "引号", line=5),
    _rule("yes for a word of its own", "  group: yes\n", 3, '"yes"', "required, several, none"),
    _rule(
        "two entries run together",
        "  examples: 床位【9张】 => 9\n  noun: [床位]\n - id: more\n",
        2,
        "not valid YAML",
        "缩进",
        line=6,
    ),
    _rule("control character", "  noun: [床\x07位]\n", 11, "not valid YAML", "控制字符"),
    _rule("alias of itself", "  left: &a [*a]\n", 1, "an alias", "引号", line=1),
    _rule("list for a key", "  examples:\n    - [床位]: 9\n", 7, "where a key belongs", "引号", line=5),
    Broken("not UTF-8", _RULES, "床位", 1, 1, ("not UTF-8", "UTF-8")),
    # What the language does not know.
    _rule("unknown key", "  nuon: [床位]\n", 3, 'unknown key "nuon"', "Known:", 'Did you mean "noun"?'),
    _rule("unknown list", "  noun: [‹床位词›]\n", 10, 'unknown word list "床位词"', "Did you mean", "床位名词"),
    Broken(
        "unknown metric", _RULES, "- id: beds\n  metric: facilitys\n", 2, 3, ('metric "facilitys"', '"facilities"?')
    ),
    Broken("metric by title", _RULES, "- id: beds\n  metric: 设施数\n", 2, 3, ('metric "设施数"', '"facilities"?')),
    _rule("unknown column", "  set: {statuss: planned}\n", 9, 'unknown column "statuss"', 'Did you mean "status"?'),
    Broken(
        "metric missing", _RULES, "- id: beds\n  unit: [张]\n", 1, 3, ('"beds": the key "metric" is missing', "必须写")
    ),
    Broken("id with a blank", _RULES, "- id: care beds\n  metric: facilities\n", 1, 3, ("is no id", "字母")),
    Broken("id twice", _RULES, _HEAD + _HEAD, 4, 3, ('"beds" is taken', "rules/beds.yaml:1:3", "重复")),
    Broken("beats in a circle", _RULES, _RING, 1, 4, ("circle: a → b → a", "互相胜过")),
    _rule("empty list of words", "  noun:\n", 3, 'nothing stands under "noun"', "删去"),
    _rule("word mixed with a list", "  noun: [养老‹床位名词›]\n", 10, "mixes", "单独"),
    _rule("beats nobody", "  beats: [wards]\n", 3, 'unknown rule "wards"', "rules list", line=1),
    Broken("rules as a mapping", _RULES, "id: beds\nmetric: facilities\n", 1, 1, ("a list belongs here", "- id")),
    # What examples get wrong.
    _rule("example without value", "  examples:\n    - 床位【9张】\n", 7, "says nothing of the value", "=>", line=5),
    _rule("example without mark", "  examples:\n    - 床位9张 => 9\n", 7, "marks 0 quantities", "【】", line=5),
    _rule("example with two marks", "  examples:\n    - 床【9张】位【8张】 => 9\n", 7, "marks 2", "只标一个", line=5),
    _rule(
        "unknown bound", "  examples:\n    - 床位【近9张】 => [8, 9] atmost\n", 7, 'bound "atmost"', '"at_most"', line=5
    ),
    _rule("comma in a number", "  examples:\n    - 床位【1200张】 => 1,200\n", 7, "neither a number", "86", line=5),
    _rule("unknown column wanted", "  examples:\n    - 床位【9张】 => 9; pre=年\n", 7, '"pre"', 'mean "per"', line=5),
    _rule(
        "value in a counter-example",
        "  counter_examples:\n    - 床位【9张】 => 9\n",
        7,
        "states a value",
        "反例",
        line=5,
    ),
    # Lists and contexts.
    Broken("circle of lists", _LISTS, "甲: [‹乙›]\n乙: [‹甲›]\n", 1, 5, ("circle: 乙 → 甲 → 乙", "互相包含")),
    Broken("list of lists", _LISTS, "甲: [[床位]]\n", 1, 5, ("under", "一个词")),
    Broken(
        "context does nothing",
        "contexts.yaml",
        "- id: plan\n  words: [计划]\n  zone: left\n",
        1,
        3,
        ("neither", "drop"),
    ),
    Broken(
        "unknown zone",
        "contexts.yaml",
        "- id: p\n  words: [拟]\n  zone: lfet\n  drop: x\n",
        3,
        3,
        ('"left"?', "clause"),
    ),
    Broken(
        "metric without title", "metrics/beds.yaml", "place:\n  beds: {unit: 张}\n", 2, 3, ('"zh" is missing', "zh")
    ),
)
