"""What a clause leaves unsaid: the thing a bare number counts, looked up in what the sentence said before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casekit.core import Span
from casekit.core.settled import settled
from casekit.quantities import Quantity
from casekit.rulebook.frame import Frame
from casekit.rulebook.marks import Marks, within
from casekit.rulebook.parts import changed_of, whole_of
from casekit.rulebook.phrases import PEOPLE, ends_known, noun_before, nouns_of, predicate
from casekit.rulebook.zones import (
    clause_before,
    clause_end,
    follows_at_once,
    names_nothing,
    part_start,
    sums_up,
    takes_share,
)


@settled
@dataclass(frozen=True, slots=True)
class Unsaid:
    """Where the thing counted is named: the zone that stands for the left one, the noun in it, the group it names."""

    left: Span
    noun: Span
    group: str = ""


def find_unsaid(marks: Marks, quantity: Quantity, left: Span, right: Span, earlier: Sequence[Frame]) -> Unsaid | None:
    """What a number counts that stands alone or with 占 only; None where its clause names something itself."""
    whole = whole_of(marks, quantity, left, right, earlier)
    if whole is not None:
        return Unsaid(left, whole.noun)
    changed = changed_of(marks, left, earlier)
    if changed is not None:
        return Unsaid(changed, noun_before(marks, changed))
    if quantity.kind == "比例" and takes_share(marks.series, marks.text, left):
        return _share_of(marks, left, earlier)
    topic = _topic_of_places(marks, left, earlier) or _elsewhere(marks, quantity, left, earlier)
    if topic is not None:
        return topic
    if not names_nothing(marks.series, marks.text, left):
        return None
    if len(right) and not _only_told_of(marks, quantity, right):
        return None
    return _continued(marks, quantity, left, earlier)


def _topic_of_places(marks: Marks, left: Span, earlier: Sequence[Frame]) -> Unsaid | None:
    """当年的贫困户，三个村依次是|131户: places told off one by one count what the clause before names."""
    nouns = within(marks.nouns, left)
    if any(noun.of(marks.text) not in marks.series.places for noun in nouns) or within(marks.verbs, left):
        return None
    named = marks.series.names.match(marks.text, left.start, left.end) if not nouns else None
    start = nouns[-1].end if nouns else named.end() if named else left.end
    if marks.series.severally.fullmatch(marks.text, start, left.end) is None:
        return None
    clause = clause_before(marks.clauses, left.end)
    if clause is None or _counted_in(clause, earlier):
        return None
    noun = noun_before(marks, clause)
    if not (nouns_of(marks, noun) and ends_known(marks, noun)):
        noun = _first_noun(marks, clause)
    return Unsaid(Span(clause.start, left.end), noun) if nouns_of(marks, noun) else None


def _first_noun(marks: Marks, clause: Span) -> Span:
    """The noun with which a clause begins (消火栓|从寨头排到寨尾), '' where it begins with none."""
    noun = marks.nouns.beginning(clause.start, clause.start + 1)
    return Span(clause.start, noun.end) if noun is not None else Span(clause.start, clause.start)


def _elsewhere(marks: Marks, quantity: Quantity, left: Span, earlier: Sequence[Frame]) -> Unsaid | None:
    """阅览室65个，城区|41个: a part of those counted right before, by where they are."""
    if not earlier or earlier[-1].quantity.unit != quantity.unit or not earlier[-1].nouns:
        return None
    return Unsaid(left, earlier[-1].noun) if marks.series.where.fullmatch(marks.text, left.start, left.end) else None


def _remarked(marks: Marks, clause: Span) -> Span | None:
    """The noun of a clause that says no more of it than that it is many or long, None where it says more."""
    remark = marks.series.remark.search(marks.text, clause.start, clause.end)
    if remark is None:
        return None
    noun = noun_before(marks, Span(clause.start, remark.start()))
    return noun if nouns_of(marks, noun) else None


def _only_told_of(marks: Marks, quantity: Quantity, right: Span) -> bool:
    """90户、300人|全部是彝族: people of whom the clause tells something, but not who they are."""
    told = predicate(marks, right, Span(right.start, right.start))
    return quantity.kind in PEOPLE and not len(told) and not within(marks.nouns, right)


def _share_of(marks: Marks, left: Span, earlier: Sequence[Frame]) -> Unsaid | None:
    """回族有80户、240人，占三成: the share is of those counted right before."""
    if earlier and follows_at_once(marks.text, earlier[-1].quantity.end, left.start):
        return Unsaid(left, earlier[-1].noun, earlier[-1].group)
    clause = clause_before(marks.clauses, left.end)
    if clause is None or _counted_in(clause, earlier):
        return None
    # 少数民族占比：|12.6%: what stands before the colon is the left zone itself.
    titled = marks.text.startswith("：", clause.end)
    return Unsaid(Span(clause.start, left.end) if titled else left, noun_before(marks, clause))


def _counted_in(clause: Span, earlier: Sequence[Frame]) -> bool:
    """True where one of the earlier quantities stands in the clause."""
    for frame in reversed(earlier):
        if frame.quantity.end <= clause.start:
            return False
        if frame.quantity.start < clause.end:
            return True
    return False


def _continued(marks: Marks, quantity: Quantity, left: Span, earlier: Sequence[Frame]) -> Unsaid | None:
    """The series that a bare number continues, or the clause before."""
    text = marks.text
    clause = clause_before(marks.clauses, quantity.start)
    if clause is not None and sums_up(marks.series, text, clause.end, quantity.start):
        return Unsaid(Span(clause.start, quantity.start), noun_before(marks, clause))
    label = _label(marks, clause, quantity)
    if label is not None:
        return label
    remarked = _remarked(marks, clause) if clause is not None else None
    if clause is not None and remarked is not None and not _counted_in(clause, earlier):
        return Unsaid(Span(clause.start, quantity.start), remarked)
    counted = earlier[-1].nouns if earlier else ()
    if counted and quantity.kind in PEOPLE and counted[-1].end == quantity.start:
        return Unsaid(left, earlier[-1].noun)  # 36481人，26个少数民族|1210人
    for frame in reversed(earlier):
        if frame.quantity.unit == quantity.unit:
            return Unsaid(left, frame.noun)
    if earlier and (earlier[-1].quantity.kind, quantity.kind) == ("户数", "人数"):
        return Unsaid(left, earlier[-1].noun)
    if clause is None or _counted_in(clause, earlier):
        # 5个小组，【402户】: those who live in what was counted last.
        return Unsaid(left, _sharers(marks, earlier[-1])) if earlier and quantity.kind in PEOPLE else None
    return Unsaid(Span(clause.start, quantity.start), noun_before(marks, clause))


def _sharers(marks: Marks, frame: Frame) -> Span:
    """The noun of a quantity; of a share those who make it up: 租客占了居民的|六成."""
    at = marks.text.rfind("占", frame.left.start, frame.quantity.start) if frame.quantity.kind == "比例" else -1
    return frame.noun if at <= frame.left.start else noun_before(marks, Span(frame.left.start, at))


def _label(marks: Marks, clause: Span | None, quantity: Quantity) -> Unsaid | None:
    """网格：|10个: what stands right before a colon is what the number counts, whatever was counted before."""
    if clause is None or not marks.text.startswith("：", clause.end) or clause.end + 1 < quantity.start:
        return None
    noun = noun_before(marks, clause)
    names_it = noun.end == clause.end and nouns_of(marks, noun)
    return Unsaid(Span(clause.start, quantity.start), noun) if names_it else None


def leanings(frame: Frame, earlier: Sequence[Frame], marks: Marks) -> Iterator[Frame]:
    """Further readings of the frame in the order in which they are tried: other verbs, then another noun too."""
    verbal = _under_verbs(frame, earlier, marks)
    if verbal is not None:
        yield verbal
    nominal = _under_noun(frame, earlier, marks)
    if nominal is not None:
        yield nominal
    undergone = _undergone(frame, marks)
    if undergone is not None:
        yield undergone
    told = _told_of(frame, marks)
    if told is not None:
        yield told


def _under_verbs(frame: Frame, earlier: Sequence[Frame], marks: Marks) -> Frame | None:
    """Under the verbs of the nearest earlier quantity of the same class in the same part of the sentence."""
    if frame.inherited:
        return None
    start = part_start(marks.text, marks.sentence, frame.left.start)
    for other in reversed(earlier):
        if other.quantity.start < start:
            return None
        if other.quantity.kind == frame.quantity.kind and other.verbs:
            return frame.read_with(verbs=other.verbs, inherited=True)
    return None


def _under_noun(frame: Frame, earlier: Sequence[Frame], marks: Marks) -> Frame | None:
    """As another figure of the nearest earlier quantity of the same unit, where the clause names nothing countable."""
    borrowed = frame.noun.end < frame.left.start
    stands_alone = not len(frame.right) and (borrowed or _names_a_place(frame, marks))
    if not stands_alone and (frame.nouns or within(marks.nouns, frame.right)):
        return None
    for other in reversed(earlier):
        if other.quantity.unit == frame.quantity.unit and other.nouns:
            verbs = within(marks.verbs, frame.left) or other.verbs
            return frame.read_with(other.left, other.noun, other.nouns, verbs, inherited=True)
    # 板凳会开张三年，街坊们坐下来【137回】: what is done again and again needs no noun beside it.
    return _of_the_topic(frame, earlier, marks) if stands_alone or frame.quantity.kind == "次数" else None


def _undergone(frame: Frame, marks: Marks) -> Frame | None:
    """停车位也画好了|86个: things stand before what was done with them, where nothing else is named."""
    if frame.quantity.kind != "件数" or len(frame.right) or frame.nouns:
        return None
    nouns = within(marks.nouns, frame.left)
    if not nouns or nouns[-1].of(marks.text) in marks.series.places:
        return None
    if marks.series.done_with.fullmatch(marks.text, nouns[-1].end, frame.quantity.start) is None:
        return None
    return frame.read_with(noun=nouns[-1], nouns=nouns[-1:])


def _told_of(frame: Frame, marks: Marks) -> Frame | None:
    """难题86件，|均已解决; 12桩|压了多年的|疙瘩|解开了: what was done is said behind, and of what behind a 的."""
    if frame.quantity.kind != "件数":
        return None
    noun = None if frame.nouns or not len(frame.right) else _behind_its_description(frame, marks)
    verbs = _said_afterwards(frame, marks) if frame.inherited else ()
    if noun is None and not verbs:
        return None
    return frame.read_with(
        noun=noun,
        nouns=None if noun is None else (noun,),
        verbs=verbs or None,
        inherited=False if verbs else None,
    )


def _behind_its_description(frame: Frame, marks: Marks) -> Span | None:
    """The known noun at which the first 的 behind the number points, None where none follows it."""
    at = marks.text.find("的", frame.right.start, frame.right.end)
    return marks.nouns.beginning(at + 1, at + 2) if at >= 0 else None


def _said_afterwards(frame: Frame, marks: Marks) -> tuple[Span, ...]:
    """The verbs of the clause behind, where it begins by saying that of all of them the same was done."""
    said = marks.series.done_to_all.match(marks.text, frame.right.end, marks.sentence.end)
    if said is None:
        return ()
    return marks.verbs.within(said.end(), clause_end(marks.text, said.end(), marks.sentence))


def _of_the_topic(frame: Frame, earlier: Sequence[Frame], marks: Marks) -> Frame | None:
    """这样的小网格，东街社区共有42个: the clause before names what is counted."""
    clause = clause_before(marks.clauses, frame.quantity.start)
    if clause is None or _counted_in(clause, earlier):
        return None
    noun = noun_before(marks, clause)
    return frame.read_with(Span(clause.start, frame.quantity.start), noun, nouns_of(marks, noun))


def _names_a_place(frame: Frame, marks: Marks) -> bool:
    """True where the clause names nothing, or a place and then nothing: 东街社区这三年依次是60件."""
    if not len(frame.noun):
        return True
    places = [noun for noun in within(marks.nouns, frame.noun) if noun.of(frame.text) in marks.series.places]
    start = places[-1].end if places else frame.left.start
    rest = Span(start, max(start, frame.quantity.start))
    # 类似的队伍，全州已经办起|28支: what the place did with what the clause before names.
    did = places and marks.series.done_with.fullmatch(frame.text, rest.start, rest.end) is not None
    return did or names_nothing(marks.series, frame.text, rest)
