"""花86万元 as 花了86万元: a verb of one character that stands before its number without 了."""

from __future__ import annotations

import re
from collections.abc import Mapping

from casekit.core import Span
from casekit.rulebook.frame import Frame
from casekit.rulebook.marks import Marks
from casekit.rulebook.terms import Hit, Hits

_DONE = "了"
# The verb is a word of its own behind a stop, an adverb, a time, or the name of a place or thing.
_FREE = re.compile(
    r"(?:[，。；、：！？“”（）\s]|[共再又就还已各也都才只全另便]|已经|先后|累计|陆续|一共|总共|后来|前后|最后|一口气|[今去前明]年|以来|[\d两三四五六七八九十几]年|[春夏秋冬]天?|期间|[社村镇乡县区市]里)$"
)
_REACH = 4
# Without 了 these say that there is something, or how much it is.
_OTHERWISE = frozenset("有占到是为成少多高快贵下去生印")


class BareVerbs:
    """Knows the verbs that the rules have with 了 (花了) by the `numbers` of all words."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        done = (word for word in numbers if len(word) == 2 and word.endswith(_DONE))
        self._terms = {word[0]: numbers[word] for word in done if word[0] not in _OTHERWISE}

    def read(self, frame: Frame, hits: Hits, marks: Marks) -> tuple[Frame, Hits] | None:
        """The frame governed by the verb right before its number, and the hits with that verb; None without one."""
        at = frame.quantity.start - 1
        term = self._terms.get(frame.text[at]) if at >= frame.left.start else None
        if term is None or not _is_free(frame, marks, at):
            return None
        verb = Span(at, at + 1)
        made = [Hit(term, at, at + 1), *hits]
        made.sort(key=lambda hit: hit.start)
        return frame.read_with(verbs=(verb,), inherited=False), hits.with_hits(made)


def _is_free(frame: Frame, marks: Marks, at: int) -> bool:
    if any(noun.start < at for noun in marks.nouns.over(at)):
        return False  # 一等奖|3个
    if any(noun.end == at for noun in marks.nouns.over(at - 1)):
        return True
    begin = frame.sentence.start
    return at == begin or _FREE.search(frame.text, max(begin, at - _REACH), at) is not None
