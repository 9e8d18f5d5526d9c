"""One sentence with its quantities becomes one frame for each quantity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.coordination import named_on, share_verbs, told_off
from casekit.rulebook.ellipsis import find_unsaid
from casekit.rulebook.frame import Frame
from casekit.rulebook.lexicon import Lexicon
from casekit.rulebook.marks import GROUP, NOUN, VERB, Marks, Words, read_marks, within
from casekit.rulebook.phrases import (
    PEOPLE,
    described_head,
    describes,
    end_of_list,
    ends_known,
    noun_after,
    noun_before,
    nouns_of,
    predicate,
)
from casekit.rulebook.terms import Hit
from casekit.rulebook.wording import Phrases, Series
from casekit.rulebook.zones import clause_end, is_beside, left_zones, part_start, right_zones

# Units after which a noun phrase is only taken for the counted thing when it is a known noun:
# 85户困难群众 but 97人签了约, 30%的居民.
_SELF_COUNTING = frozenset({"人数", "户数", "人次", "户次", "金额", "比例", "面积", "长度", "重量", "时间", ""})

# What follows these is no counted thing but what they are of.
_MEASURES = frozenset({"金额", "面积"})

# Behind a verb that tells which ones are meant: 急需照料|的老人, 急需上门|照料的老人.
_OF_NOUN = re.compile(r"[\u4e00-\u9fff]{0,3}?的(?=[\u4e00-\u9fff])")
# 24人 and 24人左右 say themselves who is counted, 24名 does not.
_COUNTED_AS = -3
# How far back a word that something is still to be done is looked for.
_DUE = 8


class Framer:
    """Knows which words are verbs, nouns and ethnic groups; makes frames from the hits of one sentence."""

    def __init__(
        self,
        verbs: frozenset[int],
        nouns: frozenset[int],
        groups: frozenset[int],
        word: Callable[[int], str],
        words: Lexicon,
    ) -> None:
        parts = bytearray(max((*verbs, *nouns, *groups), default=-1) + 1)
        for part, terms in ((VERB, verbs), (NOUN, nouns), (GROUP, groups)):
            for term in terms:
                parts[term] |= part
        self._parts, self._word = bytes(parts), word
        self._wording = Phrases.of(words), Series.of(words)

    def marks(
        self,
        text: str,
        sentence: Span,
        quantities: Sequence[Quantity],
        hits: Iterable[Hit],
        names: tuple[Span, ...] = (),
    ) -> Marks:
        """The known words of a sentence and where its clauses begin; `frames` asks for them."""
        parts = self._parts
        known = [hit for hit in hits if hit[0] < len(parts) and parts[hit[0]]]
        return read_marks(text, sentence, _free(known, quantities), parts, *self._wording, names)

    def frames(self, marks: Marks, quantities: Sequence[Quantity]) -> list[Frame]:
        """A frame for each quantity, in text order, `leaning` left open."""
        lefts = told_off(marks, quantities, left_zones(marks.text, marks.sentence, quantities, marks.clauses))
        rights = right_zones(marks.text, marks.sentence, quantities, marks.series)
        out: list[Frame] = []
        limits = [*(q.start for q in quantities[1:]), marks.sentence.end]
        for quantity, left, right, limit in zip(quantities, lefts, rights, limits, strict=True):
            out.append(self._frame(marks, quantity, left, right, limit, out))
        return share_verbs(marks, out)

    def _frame(
        self, marks: Marks, quantity: Quantity, left: Span, right: Span, limit: int, earlier: Sequence[Frame]
    ) -> Frame:
        """`limit` is where the next quantity begins."""
        left = _behind_counted(left, earlier)
        noun, group = _noun(marks, quantity, left, right), ""
        head, behind = described_head(marks, quantity, right, limit), right
        if head is not None and not _names_counted(marks, noun):
            noun, behind = head, Span(head.end, max(right.end, head.end))
            right = Span(right.start, max(right.end, head.end))
        others = named_on(marks, quantity, right, limit)
        if len(others):
            right = behind = Span(right.start, min(limit, clause_end(marks.text, others.end, marks.sentence)))
        unsaid = find_unsaid(marks, quantity, left, right, earlier)
        if unsaid is not None:
            left, noun, group = unsaid.left, unsaid.noun, unsaid.group
        said = within(marks.verbs, left) + within(marks.verbs, behind)
        own = _done(marks, said)
        start = part_start(marks.text, marks.sentence, left.start)
        before = Span(start, max(start, left.start))
        last = earlier[-1].verbs if earlier and earlier[-1].quantity.start >= start else ()
        return Frame(
            marks.text,
            marks.sentence,
            quantity,
            left,
            right,
            noun,
            before,
            own if said else (_said_of_all(marks, last) if last else _last_clause(marks, before)),
            not said,
            self._group(marks.groups, quantity, left, right, noun) or group,
            _nouns_in(marks, quantity, noun, borrowed=unsaid is not None),
            predicate(marks, right, Span(noun.start, max(noun.end, others.end)) if len(others) else noun),
            _beside(marks, quantity, earlier),
            len({hit.term for hit in within(marks.groups, left)}) > 1,
            marks.names,
        )

    def _group(self, groups: Words[Hit], quantity: Quantity, left: Span, right: Span, noun: Span) -> str:
        """The group named last before the number, else first behind it; people are of a group their noun names."""
        named_here = noun.end > left.start
        before = within(groups, noun if quantity.kind in PEOPLE and named_here else left)
        behind = within(groups, right if quantity.kind == "比例" else noun)
        hit = before[-1] if before else behind[0] if behind else None
        return self._word(hit.term) if hit else ""


def _beside(marks: Marks, quantity: Quantity, earlier: Sequence[Frame]) -> tuple[str, ...]:
    """Unit and class of the quantity right before, () where more than a pause stands between."""
    if not earlier or not is_beside(marks.text, earlier[-1].quantity, quantity, marks.series):
        return ()
    return earlier[-1].quantity.unit, earlier[-1].quantity.kind


def _behind_counted(left: Span, earlier: Sequence[Frame]) -> Span:
    """21支队伍|300多名: what the number before counts is no part of the left zone."""
    if not earlier or earlier[-1].noun.start < earlier[-1].quantity.end:
        return left
    if earlier[-1].text.startswith("的", earlier[-1].noun.end):
        return left  # 17个少数民族的|890名居民: the first tells whose the second are
    end = earlier[-1].noun.end
    if earlier[-1].quantity.kind in _MEASURES and (of := left.of(earlier[-1].text).find("的")) >= 0:
        return Span(left.start + of + 1, left.end)  # 超过50万元的|村有6个: the first tells which ones the second counts
    if end == left.end and (earlier[-1].nouns or earlier[-1].quantity.kind in PEOPLE):
        # 19家面馆|贷出430万元, 给35户|放贷280万元: what stands behind those counted is said of this number.
        end = earlier[-1].nouns[-1].end if earlier[-1].nouns else left.start
    return Span(min(left.end, max(left.start, end)), left.end)


def _free(hits: Iterable[Hit], quantities: Sequence[Quantity]) -> list[Hit]:
    """Hits outside the quantities: 楼 in 32栋|楼, not 栋楼."""
    out: list[Hit] = []
    number, count = 0, len(quantities)
    for hit in hits:
        _, start, end = hit
        while number < count and quantities[number].end <= start:
            number += 1
        if number == count or quantities[number].start >= end:
            out.append(hit)
    return out


def _noun(marks: Marks, quantity: Quantity, left: Span, right: Span) -> Span:
    """The noun phrase after the measure word where it is one, else the one before the number."""
    # 图书室、舞蹈室等12个【功能室】: what was listed is not counted, what sums it up is.
    if marks.text.endswith("等", left.start, left.end):
        left = Span(left.end, left.end)
    after, before = noun_after(marks, right, quantity.kind in PEOPLE), noun_before(marks, left)
    if quantity.kind != "人数":
        after = _owner(marks, after)
    elif "人" in quantity.text[_COUNTED_AS:] and marks.nouns.beginning(after.start, after.start + 1) is None:
        after = Span(after.start, after.start)  # 24人|夜夜喊寨: 人 is the noun, what follows is told of them
    if not (nouns_of(marks, before) or nouns_of(marks, after) or quantity.kind in PEOPLE):
        after = end_of_list(marks, right) or after
    if nouns_of(marks, before) and (not len(after) or _describes(marks, quantity, before, after)):
        return before
    if nouns_of(marks, after):
        return after
    if not len(before) or not len(after):
        return before if len(before) else after
    return before if quantity.kind in _SELF_COUNTING or nouns_of(marks, before) else after


def _nouns_in(marks: Marks, quantity: Quantity, noun: Span, borrowed: bool) -> tuple[Span, ...]:
    """The known nouns of the phrase; before a number the last must end it, or what is counted is unknown."""
    if not (borrowed or noun.start >= quantity.start or ends_known(marks, noun)):
        return ()
    nouns = nouns_of(marks, noun)
    # 少数民族的|居民 are counted as the first noun says, the second says no more than that they live there.
    if (
        len(nouns) > 1
        and nouns[-1].of(marks.text) in marks.phrases.anyone
        and marks.text[nouns[-2].end : nouns[-1].start] == "的"
    ):
        return nouns[:-1]
    return nouns


def _describes(marks: Marks, quantity: Quantity, before: Span, after: Span) -> bool:
    """党员8人|来自各个村寨: after a noun of its own the number is followed by what is told, not by another noun."""
    if quantity.kind not in PEOPLE or not _names_counted(marks, before):
        return False
    # 网格员22名|包楼: what begins with no noun tells what they do.
    return describes(marks, after) or marks.nouns.beginning(after.start, after.start + 1) is None


def _names_counted(marks: Marks, noun: Span) -> bool:
    """True where a known noun ends the phrase, no verb behind it (社区|招募) and no place that has things (全村有)."""
    known = within(marks.nouns, noun)
    return bool(known) and known[-1].end == noun.end and not known[-1].of(marks.text).endswith(marks.phrases.where)


def _owner(marks: Marks, phrase: Span) -> Span:
    """57个村|的群众 counts villages: the phrase up to a 的 that follows a known noun, else all of it."""
    ends = [n.end for n in within(marks.nouns, phrase) if marks.text.startswith("的", n.end)]
    return Span(phrase.start, ends[0]) if ends else phrase


def _done(marks: Marks, verbs: tuple[Span, ...]) -> tuple[Span, ...]:
    """急需照料|的老人58位: what the counted still wait for is not what was done to them."""
    return tuple(v for v in verbs if not (_OF_NOUN.match(marks.text, v.end) and _is_due(marks, v)))


def _is_due(marks: Marks, verb: Span) -> bool:
    return marks.phrases.due.search(marks.text, max(marks.sentence.start, verb.start - _DUE), verb.start) is not None


def _said_of_all(marks: Marks, verbs: tuple[Span, ...]) -> tuple[Span, ...]:
    """在厂里上班|的双职工家庭900户，婴幼儿43名: a verb that only tells which ones goes no further."""
    return tuple(
        v for v in verbs if not (marks.text.startswith("的", v.end) and marks.nouns.beginning(v.end + 1, v.end + 2))
    )


def _last_clause(marks: Marks, before: Span) -> tuple[Span, ...]:
    """The verbs of the clause right before the zone, which a clause without a verb of its own leans on."""
    if before.start == before.end:
        return ()
    cut = max(marks.text.rfind(mark, before.start, max(before.start, before.end - 1)) for mark in "，；：。\n")
    verbs = marks.verbs.within(max(cut, before.start), before.end)
    # 组织：党支部【18个】: a verb that stands alone before a colon is a title.
    title = marks.text[max(cut + 1, before.start) : before.end].strip()
    return () if len(verbs) == 1 and title == verbs[0].of(marks.text) + "：" else verbs
