"""What a figure counts and of whom, in the text's own words: the columns label and group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from casekit.core import Span
from casekit.rulebook import Frame, Metric

# Quantities of which a part of the people may be counted; a number of ethnic groups is of no group.
_OF_PEOPLE = frozenset({"人数", "户数", "人次", "户次", "比例"})
_JOINTS = "、和与及"
# 居民有2938户|10211人: what the pair counts stands before its first number.
_FIRST_OF_PAIR = re.compile(r"[\d〇零一二两三四五六七八九十百千万亿.,，]+[余多来]?(?:户|人|名|个|家|种).*$")
# 】 or ” without its fellow closes what began before the phrase.
_CLOSED = re.compile(r"^(?:[^【】]*】|[^“”]*”)")
_WITHOUT_QUOTES = str.maketrans("", "", "“”")
# 宁湖小区的|党支部书记: whose it is is no part of what it is.
_OWNER = re.compile(r"^[^的、，]{2,10}(?:社区|小区|街道|[村镇乡])(?:里|内|中)?(?:的|(?=[现共]?有|居住着|住着))")
# 农家书屋里有|图书: what is there, not where; 没有, 持有 and 有病的人 are no such having.
_HAVING = re.compile(r"^.{2,}(?<![没持国所私公含未])有(?![机效线关序])(?=[^的有]{2,}$)")
# 少数民族居民|占到总人口: of what it is a share is no part of whom it counts.
_SHARE_OF = re.compile(
    r"(?:合起来|加起来)?[约就已]?占[到了据]?(?:总|全|常住|户籍|居民|社区|辖区|村里|该)[^的，。]{0,8}$"
)


class Labeller:
    """Cleans the noun phrase of a frame by the word lists 标签前词, 标签后词 and 群体名词; lists may be missing."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._before = _edge(lists.get("标签前词", ()), "^(?:{})")
        self._behind = _edge(lists.get("标签后词", ()), "(?:{})$")
        self._groups = frozenset(lists.get("群体名词", ()))

    def label(self, frame: Frame, case: str = "") -> str:
        """The counted thing as short as is clear, without the name of its `case`.

        The verb where the text names no thing (27人|签约), '' where it has none either.
        """
        phrase = _thing(frame).of(frame.text)
        cleaned = self.clean(phrase.removeprefix(case))
        if cleaned:
            return cleaned
        verb = frame.verbs[-1].of(frame.text) if frame.verbs else ""
        return verb or phrase

    def clean(self, phrase: str) -> str:
        """The phrase without the words that lead to the counted thing or away from it.

        >>> labeller = Labeller({"标签前词": ["其中", "的", "全社区"], "标签后词": ["有", "占"]})
        >>> labeller.clean("其中的少数民族占"), labeller.clean("全社区居民有2938户"), labeller.clean("的")
        ('少数民族', '居民', '')
        """
        rest = _OWNER.sub("", _FIRST_OF_PAIR.sub("", _CLOSED.sub("", phrase))).strip(
            "“”‘’「」《》（）()【】，。：； 　"
        )
        if rest.count("“") != rest.count("”"):
            rest = rest.translate(_WITHOUT_QUOTES)
        rest = _SHARE_OF.sub("", _HAVING.sub("", rest))
        while len(shorter := self._behind.sub("", self._before.sub("", rest, count=1))) not in (1, len(rest)):
            rest = shorter
        return rest

    def group(self, frame: Frame, metric: Metric, label: str) -> str:
        """The part of the people that is counted: a named ethnic group, or the label where it names one; else ''."""
        if frame.quantity.kind not in _OF_PEOPLE:
            return ""
        if frame.group:
            return frame.group if _stands_alone(frame) else ""
        head = frame.nouns[-1].of(frame.text) if frame.nouns else ""
        return label if head in self._groups and _leaves_open_whom(metric) else ""


def _thing(frame: Frame) -> Span:
    """The noun phrase without the verb behind its last known noun: 志愿者|照应; of money the verb tells what it is."""
    if not frame.nouns or not len(frame.noun) or frame.quantity.kind == "金额":
        return frame.noun
    head = frame.nouns[-1].end
    verbs = [verb.start for verb in frame.verbs if head <= verb.start < frame.noun.end]
    return Span(frame.noun.start, min(verbs, default=frame.noun.end))


def _leaves_open_whom(metric: Metric) -> bool:
    """False for headcounts that say by themselves who is counted: party members, low-income households."""
    return metric.family not in ("population", "ethnicity") or metric.id.startswith("other_")


def _edge(words: Iterable[str], pattern: str) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(pattern.format("|".join(map(re.escape, longest_first)) or "(?!)"))


def _stands_alone(frame: Frame) -> bool:
    """False where the group is one of several named together: 回族、满族、蒙古族等少数民族."""
    around = frame.text[frame.left.start : frame.right.end]
    at = around.rfind(frame.group, 0, frame.quantity.start - frame.left.start)
    at = around.find(frame.group) if at < 0 else at
    if at < 0:
        return True
    return around[at - 1 : at] not in tuple(_JOINTS) and around[at + len(frame.group) :][:1] not in tuple(
        "等" + _JOINTS
    )
