"""What stands unwritten beside a number: 花86万元 as 花了86万元, 分红31万 as 分红31万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from casekit.core import Span
from casekit.rulebook.frame import Frame
from casekit.rulebook.lexicon import Lexicon
from casekit.rulebook.marks import Marks
from casekit.rulebook.terms import Hit, Hits

_DONE = "了"
_REACH = 4
# Amounts so large are called by their 万 or 亿 alone, at the end of a clause.
_LARGE = re.compile("[万亿][多余来]?$")
_ENDS = frozenset("，。；：、！？）)”\n")
_LONGEST = 10


class Unwritten:
    """Knows the verbs that the rules have with 了 (花了) by the `numbers` of all words."""

    def __init__(self, numbers: Mapping[str, int], words: Lexicon) -> None:
        done = (word for word in numbers if len(word) == 2 and word.endswith(_DONE))
        self._terms = {word[0]: numbers[word] for word in done if word[0] not in words["不省了字"]}
        # The verb is a word of its own behind a stop, an adverb, a time, or the name of a place or thing.
        self._free = re.compile(
            rf"(?:[，。；、：！？“”（）\s]|{words.any('省了前词')}|[今去前明]年|[\d两三四五六七八九十几]年|[春夏秋冬]天?)$"
        )
        self._paid = re.compile(rf"{words.any('进出钱词')}(?:[了出来到给共约近超逾]|合计|总共|一共|超过)*$")

    def with_money(self, frame: Frame) -> Frame:
        """居民自筹|46万: the frame itself, in yuan where a large bare amount follows a word of money."""
        start, end = max(frame.left.start, frame.quantity.start - _LONGEST), frame.quantity.start
        money = None if frame.quantity.unit or not self._paid.search(frame.text, start, end) else _in_yuan(frame)
        return money or frame

    def readings(self, frame: Frame, hits: Hits, marks: Marks) -> Iterator[tuple[Frame, Hits]]:
        """The frame with what may be unwritten, each time with the hits that go with it."""
        under_verb = self._under_verb(frame, hits, marks)
        if under_verb is not None:
            yield under_verb
        for one, words in ((frame, hits), under_verb or (None, hits)):
            money = _in_yuan(one) if one is not None else None
            if money is not None:
                yield money, words

    def _under_verb(self, frame: Frame, hits: Hits, marks: Marks) -> tuple[Frame, Hits] | None:
        at = frame.quantity.start - 1
        term = self._terms.get(frame.text[at]) if at >= frame.left.start else None
        if term is None or not self._is_free(frame, marks, at):
            return None
        made = [Hit(term, at, at + 1), *hits]
        made.sort(key=lambda hit: hit.start)
        return frame.read_with(verbs=(Span(at, at + 1),), inherited=False), hits.with_hits(made)

    def _is_free(self, frame: Frame, marks: Marks, at: int) -> bool:
        if any(noun.start < at for noun in marks.nouns.over(at)):
            return False  # 一等奖|3个
        if any(noun.end == at for noun in marks.nouns.over(at - 1)):
            return True
        begin = frame.sentence.start
        return at == begin or self._free.search(frame.text, max(begin, at - _REACH), at) is not None


def _in_yuan(frame: Frame) -> Frame | None:
    """The bare amount as one in yuan, None for what is no large sum that ends its clause."""
    quantity = frame.quantity
    if quantity.unit or not _LARGE.search(quantity.text) or frame.text[quantity.end : quantity.end + 1] not in _ENDS:
        return None
    return replace(frame, quantity=quantity._replace(unit="元", kind="金额"))
