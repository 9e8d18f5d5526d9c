"""The word lists that the program itself reads to make frames and facts, by their names in rules/lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from casekit.core.alternation import any_of

_PHRASES = (
    "衬词 变化词 一并词 每一词 中字像词 行为前词 行为词 行为像词 描写词 描写像词 状态前词 状态词 状态像词 "
    "住处词 成名词的字 成名词的字像词 民族地方词 民族地方像词 泛指人的词 哪里词尾 泛用量词 待做词 省了前词 不省了字 "
    "进出钱词"
)
_SERIES = (
    "续数词 一回词 总计词 占前词 占比词 去往词 变化前词 变化字 变化起词 变化终词 变化时间词 其中词 之中词 说人词 "
    "说人像词 如今词 泛称居民词 结果前词 结果词 升降字 变了词 地方称呼 分头词 方位词 办成前词 约数前词 程度词 "
    "多少词 都已词 分头后词 并列地名尾字 范围后词"
)
_PERSONS = (
    "姓氏 人名后词 带领词 众人字 说话字 人名像词 何时词 谋生词 个人事词 家中词 一家人词 小店词 非名末字 像姓的东西 "
    "村名尾字"
)
_LABELS = "标签前词 标签后词 群体名词"
_FACTS = (
    "成立词 建字词 成立前词 成立后词 非率前字 一字前字 一年后字 过去一段词 合起来词 总共词 另外词 分价词 别的钱词 "
    "标签量词 标签主人词 住着词 有字像词 占前总词 占谁词"
)
NAMES = frozenset(f"{_PHRASES} {_SERIES} {_PERSONS} {_LABELS} {_FACTS}".split())


class Lexicon:
    """Those of the word lists of a rule folder that the program reads; one that the folder has not is empty.

    >>> words = Lexicon({"描写词": ["有", "来自"], "描写像词": ["有了"]})
    >>> words["描写词"], words.any("描写词", "描写像词"), words.any("去往词")
    (('有', '来自'), '(?!(?:有了))(?:来自|[有])', '(?!)')
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = {name: tuple(lists.get(name, ())) for name in NAMES}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self._lists[name]

    def any(self, name: str, unless: str = "") -> str:
        """A pattern for any word of the list, none that begins like a word of the list `unless`."""
        return any_of(self[name], self[unless] if unless else ())
