"""The noun phrase a number counts, before or behind it, and what is said of those counted."""

from __future__ import annotations

import re
from itertools import pairwise

from casekit.core import Span
from casekit.quantities import Quantity
from casekit.rulebook.marks import Marks, within

# Classes of quantities that count people, one by one or by households.
PEOPLE = frozenset({"人数", "户数", "人次", "户次"})
# Longer descriptions are left alone: what follows them is seldom what was counted.
_LONGEST = 36
# What goes on behind a pause up to the end of the clause.
_LISTED = re.compile(r"(?:、[^，。；：！？、,;:!?（(\d\n]{1,12})+")
# What stands right before a number that begins a phrase of its own: 分布在【3条】山沟.
_GOVERNING = "在向对给把被将让使于自"
# Verbs by their look: with a complement between two nouns (攒下).
_DONE = re.compile(r"[^的、]{1,2}(?:[下出起到掉过着了完成好上进来]|出来|起来|下来)")
# Signs alone say nothing: 1206人~
_SAYS = re.compile(r"[^\W\d_]")
_OPENING = "“‘《「『【〈"
_CLOSING = "”’》」』】〉"
_CLAUSE_END = re.compile(r"[，。；：！？,;:!?\n（）()…]|——")


def noun_after(marks: Marks, zone: Span, people: bool) -> Span:
    """The noun phrase that follows a measure word, '' where a verb or function word follows at once.

    With `people` a verb always ends it (36名妇女|创办网店); of things it may be part of a name (5个服务阵地).
    """
    start, end = zone.start, zone.end
    if marks.phrases.dealt_with.match(marks.text, start, end):
        return Span(start, start)
    while start < end and marks.text[start] in _OPENING:
        start += 1
    for stop in marks.phrases.stop.finditer(marks.text, start, end):
        at = stop.start()
        if not marks.nouns.over(at) and not marks.verbs.over(at):
            end = at
            break
    end = _quoted_name(marks, start, end)
    verb = marks.verbs.beginning(start, end)
    if verb is not None and (people or not _part_of_name(marks, Span(start, end), verb)):
        end = verb.start
    return _before_act(marks, Span(start, max(start, end)), people)


def _before_act(marks: Marks, phrase: Span, people: bool) -> Span:
    """The phrase up to what its noun does, where a verb that no rule knows says so: 文艺队|攒下节目, 老人|吃午饭."""
    known = within(marks.nouns, phrase)
    for one, following in pairwise(known):
        if _DONE.fullmatch(marks.text, one.end, following.start):
            return Span(phrase.start, one.end)
    if not people:
        return phrase
    each = marks.phrases.each.search(marks.text, phrase.start, phrase.end)
    if each is not None:
        return Span(phrase.start, each.start())
    acting = (noun.end for noun in known if marks.phrases.act.match(marks.text, noun.end, phrase.end))
    return Span(phrase.start, next(acting, phrase.end))


def _part_of_name(marks: Marks, phrase: Span, verb: Span) -> bool:
    known = within(marks.nouns, phrase)
    return verb.start > phrase.start and bool(known) and known[0].start >= verb.end and known[-1].end == phrase.end


def _quoted_name(marks: Marks, start: int, end: int) -> int:
    """5个“院坝说事组”|化解口角: where a quoted name ends that a verb follows at once, else `end`."""
    for verb in marks.verbs.within(start + 1, end):
        quoted = marks.text[verb.start - 1] in _CLOSING
        if quoted and any(noun.end == verb.start - 1 for noun in marks.nouns.over(verb.start - 2)):
            return verb.start - 1
    return end


def describes(marks: Marks, phrase: Span) -> bool:
    """True where what follows a measure word begins like a description, not like a noun."""
    return marks.phrases.describing.match(marks.text, phrase.start, phrase.end) is not None


def described_head(marks: Marks, quantity: Quantity, zone: Span, limit: int) -> Span | None:
    """The noun behind a description with 的 (8名懂维吾尔语、汉语的|网格员), None where none stands before `limit`.

    The description may hold pauses; it ends with the clause.
    """
    text = marks.text
    if limit <= zone.start or not quantity.unit or not describes(marks, Span(zone.start, limit)):
        return None
    clause = _CLAUSE_END.search(text, zone.start, limit)
    end = min(clause.start() if clause else limit, zone.start + _LONGEST)
    at = text.find("的", zone.start, end)
    while at >= 0:
        noun = noun_after(marks, Span(at + 1, end), quantity.kind in PEOPLE)
        known = within(marks.nouns, noun)
        if known:
            return noun if ends_known(marks, noun) else Span(noun.start, known[-1].end)
        at = text.find("的", at + 1, end)
    return None


def end_of_list(marks: Marks, zone: Span) -> Span | None:
    """The noun that ends what is listed from the zone on (16期茶艺、普通话|培训班), None where no known one does."""
    listed = _LISTED.match(marks.text, zone.end)
    if listed is None or not len(zone):
        return None
    noun = noun_after(marks, Span(marks.text.rindex("、", zone.end, listed.end()) + 1, listed.end()), False)
    return noun if noun.end == listed.end() and ends_known(marks, noun) else None


def noun_before(marks: Marks, zone: Span) -> Span:
    """The noun phrase that ends right before the number: fillers dropped, cut behind the last verb.

    A verb that itself ends the phrase (技能培训|14期) belongs to it.
    """
    text = marks.text
    # 分布在|3条 counts nothing named before; 捐来棉被|400床 does, the 被 being part of a known noun.
    governed = zone.end > zone.start and text[zone.end - 1] in _GOVERNING
    if governed and all(noun.end != zone.end for noun in marks.nouns.over(zone.end - 1)):
        return Span(zone.end, zone.end)
    end = _without_fillers(marks, zone)
    # 才 in 人才, 到 in 报到 are no fillers.
    cut = end
    for word in (*marks.nouns.over(cut), *marks.verbs.over(cut)):
        if word.start < cut and end < word.end <= zone.end:
            end = word.end
    start = zone.start
    for verb in marks.verbs.within(zone.start, end):
        if start < verb.end < end:
            start = verb.end
    while start < end and text[start] in "了着过出、，的 　" and marks.nouns.beginning(start, start + 1) is None:
        start += 1
    return Span(start, max(start, end))


def _without_fillers(marks: Marks, zone: Span) -> int:
    """Where the zone ends once the fillers at its end are dropped."""
    last, words = marks.text[zone.end - 1], marks.phrases
    if zone.end == zone.start or not (last in words.filler_ends or last.isspace()):
        return zone.end
    filler = words.filler.search(marks.text, zone.start, zone.end)
    return filler.start() if filler else zone.end


def nouns_of(marks: Marks, phrase: Span) -> tuple[Span, ...]:
    """The known nouns of a noun phrase; one of a single character only where it ends it (服务|站, not 站岗)."""
    return tuple([n for n in within(marks.nouns, phrase) if n.end - n.start > 1 or n.end == phrase.end])


def ends_known(marks: Marks, phrase: Span) -> bool:
    """True where a known noun ends the phrase, but for a verb behind it (“调解室”|开了).

    社区|楼门 counts no communities.
    """
    nouns = within(marks.nouns, phrase)
    if not nouns or nouns[-1].end == phrase.end:
        return bool(nouns)
    before = [verb.start for verb in within(marks.verbs, phrase) if verb.end == phrase.end]
    before += [at - 1 for at in before if marks.text[at - 1] in _CLOSING]
    return any(noun.end in before for noun in nouns)


def predicate(marks: Marks, right: Span, noun: Span) -> Span:
    """What the text says that the counted ones did or got (85户居民|领到新房), '' where they only live there or are."""
    start = noun.end if right.start <= noun.start and noun.end <= right.end and len(noun) else right.start
    unsaid = _SAYS.search(marks.text, start, right.end) is None or marks.phrases.stative.match(
        marks.text, start, right.end
    )
    return Span(right.end, right.end) if unsaid else Span(start, right.end)
