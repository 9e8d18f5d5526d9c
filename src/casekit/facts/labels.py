"""What a figure counts and of whom, in the text's own words: the columns label and group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casekit.core import Span
from casekit.core.alternation import any_of
from casekit.rulebook import Frame, Metric
from casekit.rulebook.lexicon import Lexicon

# Quantities of which a part of the people may be counted; a number of ethnic groups is of no group.
_OF_PEOPLE = frozenset({"人数", "户数", "人次", "户次", "比例"})
_JOINTS = "、和与及"
# 居民有2938户|10211人: what the pair counts stands before its first number.
_FIGURE = r"[\d〇零一二两三四五六七八九十百千万亿.,，]+[余多来]?"
# 】 or ” without its fellow closes what began before the phrase.
_CLOSED = re.compile(r"^(?:[^【】]*】|[^“”]*”)")
_WITHOUT_QUOTES = str.maketrans("", "", "“”")


class Labeller:
    """Cleans the noun phrase of a frame by the word lists of rules/lists/labels.yaml and facts.yaml."""

    def __init__(self, words: Lexicon) -> None:
        self._before = re.compile(f"^{words.any('标签前词')}")
        self._behind = re.compile(f"{words.any('标签后词')}$")
        self._groups = frozenset(words["群体名词"])
        self._first_of_pair = re.compile(f"{_FIGURE}{words.any('标签量词')}.*$")
        self._owner = _owner(words)
        self._having = _having(words["有字像词"])
        self._share_of = re.compile(
            f"(?:{words.any('占前总词')})?[约就已]?占[到了据]?{words.any('占谁词')}[^的，。]{{0,8}}$"
        )

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

        >>> words = {"标签前词": ["其中", "的", "全社区"], "标签后词": ["有", "占"], "标签量词": ["户"]}
        >>> labeller = Labeller(Lexicon(words))
        >>> labeller.clean("其中的少数民族占"), labeller.clean("全社区居民有2938户"), labeller.clean("的")
        ('少数民族', '居民', '')
        """
        rest = self._owner.sub("", self._first_of_pair.sub("", _CLOSED.sub("", phrase))).strip(
            "“”‘’「」《》（）()【】，。：； 　"
        )
        if rest.count("“") != rest.count("”"):
            rest = rest.translate(_WITHOUT_QUOTES)
        rest = self._share_of.sub("", self._having.sub("", rest))
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


def _owner(words: Lexicon) -> re.Pattern[str]:
    """宁湖小区的|党支部书记: whose it is is no part of what it is."""
    living = rf"(?=[现共]?有|{words.any('住着词')})"
    return re.compile(rf"^[^的、，]{{2,10}}{words.any('标签主人词')}[里内中]?(?:的|{living})")


def _having(look_alikes: Sequence[str]) -> re.Pattern[str]:
    """农家书屋里有|图书: what is there, not where; 没有, 持有 and 有病的人 are no such having."""
    before = "".join(f"(?<!{word[:-1]})" for word in look_alikes if word.endswith("有"))
    behind = any_of(word[1:] for word in look_alikes if word.startswith("有"))
    return re.compile(rf"^.{{2,}}{before}有(?!{behind})(?=[^的有]{{2,}}$)")


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
