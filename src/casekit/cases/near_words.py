"""The words beside names, from rules/places-words.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casekit.cases import scene_words, site_words
from casekit.cases.scene_words import SceneWords
from casekit.cases.settlement_words import SECTIONS, EstateWords, FoundingWords, HamletWords
from casekit.cases.site_words import SiteWords
from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists, read_word_sections

FILE = "places-words.yaml"
Pattern = re.Pattern[str]
_SECTIONS = {
    "bare": (
        *("times", "after", "part", "not_part", "kinds", "subject", "looking", "scenes", "not_scenes", "all_over"),
        *("deeds", "somebody", "not_somebody", "persons", "events", "common"),
    ),
    "pointing": (
        *("classes", "not_within", "decides", "not_whole", "whole", "not_counted", "plural", "kinds"),
        *(
            "visitors",
            "visits",
            "not_others",
            "these",
            "such",
            "here",
            "former",
            "latter",
            "offices",
            "ahead",
            "since_merged",
        ),
    ),
    "names": (
        *("coming", "opening", "held", "holds", "around", "after_joint", "street_offices", "street_members"),
        *("for_moved", "elders", "only", "twins", "left_out", "kind_of", "first_of", "only_of", "of_street"),
        "of_road",
    ),
    "scene": scene_words.KEYS,
    "leads": ("moved", "sites", "sizes", "writers", "own_estate"),
    "sites": site_words.KEYS,
    **SECTIONS,
}
# What stands before a name that opens its clause.
_OPENING = r"^，。；：！？、,;:!?\s“”‘’「」（）()《》【】|—的"


@dataclass(frozen=True, slots=True)
class BareWords:
    """What stands before and behind a name without its class word; every pattern is matched at one place."""

    before: Pattern
    alone: Pattern
    kind: Pattern
    subject: Pattern
    looking: Pattern
    may_open: Pattern
    time: Pattern
    scene: Pattern
    deed: Pattern
    of_somebody: Pattern
    common: frozenset[str]

    @classmethod
    def of(cls, words: Lists) -> BareWords:
        """The patterns made of the section `bare`."""
        part, somebody = any_of(words["part"], words["not_part"]), any_of(words["somebody"], words["not_somebody"])
        looking = "".join(word[-1] for word in words["looking"])
        return cls(
            before=re.compile(rf"(?<![{_OPENING}在给为以向到把从对和与而])|{_behind(words['after'])}"),
            alone=re.compile(rf"(?![、和与及]|{part})"),
            kind=re.compile(f"{any_of(words['kinds'])}$"),
            subject=re.compile(
                rf"{any_of(words['subject'])}|20\d\d年|[自从有]\d|的[^，。；]{{1,12}}\d"
                r"|[，,](?=[^，。；]{0,12}[共有达]|这样的|像这样)"
            ),
            looking=re.compile(_behind(words["looking"])),
            may_open=re.compile(rf"(?<![{_OPENING}{looking}在])|{_behind(words['times'])}"),
            time=re.compile(_behind(words["times"])),
            scene=re.compile(
                f"(?:[一-鿿]{{1,6}}{any_of(words['scenes'])}{_not_behind(words['not_scenes'])})?[，,]"
                f"|{any_of(words['all_over'])}"
            ),
            deed=re.compile(rf"(?:{any_of(words['deeds'])}|20\d\d年)(?!经在)"),
            of_somebody=re.compile(
                f"{somebody}|的[一-鿿]{{1,6}}?{any_of(words['persons'])}|[一-鿿]{{0,2}}{any_of(words['events'])}的|[、和与及]"
            ),
            common=frozenset(words["common"]),
        )


@dataclass(frozen=True, slots=True)
class PointingWords:
    """Words that point back or at a whole: 全县, 三个社区, and what follows them."""

    whole: Pattern
    not_whole: Pattern
    plural: Pattern
    count: Pattern
    visiting: Pattern
    and_others: Pattern
    former: Pattern
    latter: Pattern
    these: tuple[str, ...]
    such: tuple[str, ...]
    here: tuple[str, ...]
    office: Pattern
    ahead: Pattern
    since_merged: Pattern

    @classmethod
    def of(cls, words: Lists, tells: Iterable[str]) -> PointingWords:
        """The patterns made of the section `pointing`; `tells` is what offices do that speak."""
        return cls(
            # One set of characters comes first: so the engine skips to where such a word can begin.
            whole=re.compile(
                rf"[全我该市县区旗州省](?:(?<=[全我该])(?P<class>{any_of(words['classes'])})"
                rf"|(?<=[市县区旗州省]){_not_behind(words['not_within'])}里"
                rf"(?=[，、把将又还已对从为今去明计打累共按每自一\d]|{any_of(words['decides'])}))"
            ),
            not_whole=re.compile(
                rf"{any_of(words['not_whole'], words['whole'])}|\d+[多余]?个{any_of(words['not_counted'])}"
            ),
            plural=re.compile(f"{any_of(words['plural'])}(?![级干])"),
            count=re.compile(rf"(?P<count>\d\d|[两二三四五六七八九十几\d])个?(?:{any_of(words['kinds'])})?\Z"),
            visiting=re.compile(
                rf"(?<=[院学校])(?:的?{any_of(words['visitors'])}|[^，。；]{{0,12}}{any_of(words['visits'])})"
            ),
            and_others=re.compile(f"(?!{any_of(words['not_others'])})等"),
            former=re.compile(any_of(words["former"])),
            latter=re.compile(any_of(words["latter"])),
            these=words["these"],
            such=words["such"],
            here=words["here"],
            office=re.compile(
                rf"(?<![一-鿿])据?(?P<class>[市县区旗州镇乡]|街道)[一-鿿]{{0,8}}?{any_of(words['offices'])}"
                rf"[^，。；：\d]{{0,10}}?{any_of(tells)}(?=[，：])"
            ),
            ahead=re.compile(any_of(words["ahead"])),
            since_merged=re.compile(any_of(words["since_merged"])),
        )


@dataclass(frozen=True, slots=True)
class NameWords:
    """What tells where a name begins, and whether it is one; `elders` are of what is no village by its class word."""

    coming: frozenset[str]
    opening: frozenset[str]
    held_by: Pattern
    around: Pattern
    paired: Pattern
    street_follows: Pattern
    for_moved: Pattern
    elders: str
    only: frozenset[str]
    twins: frozenset[str]
    left_out: tuple[str, ...]
    kind_of: Pattern
    of_street: Pattern
    of_road: Pattern

    @classmethod
    def of(cls, words: Lists) -> NameWords:
        """The patterns made of the section `names`."""
        return cls(
            coming=frozenset(words["coming"]),
            opening=frozenset(words["opening"]),
            held_by=re.compile(f".*?{any_of(words['held'])}{any_of(words['holds'])}"),
            around=re.compile(any_of(words["around"])),
            paired=re.compile(f"[和与及跟同]{any_of(words['after_joint'])}"),
            street_follows=re.compile(
                f"{any_of(words['street_offices'])}|的?[一-鿿]{{1,6}}{any_of(words['street_members'])}"
                "|[、和与][一-鿿]{1,6}街道"
            ),
            for_moved=re.compile(f"{any_of(words['for_moved'])}{{1,5}}$"),
            elders=any_of(words["elders"]),
            only=frozenset(words["only"]),
            twins=frozenset(words["twins"]),
            left_out=words["left_out"],
            of_street=re.compile(any_of(words["of_street"])),
            of_road=re.compile(rf"{any_of(words['of_road'])}|\d"),
            kind_of=re.compile(
                f"(?:{any_of((*words['kind_of'], *words['first_of']))}"
                f"|{any_of((*words['first_of'], *words['only_of']))}[^，。；]{{0,12}}的"
                r"|(?:\d|[两三四五六七八九十几])[余多]?个|(?<!的)是一?[个座])$"
            ),
        )


@dataclass(frozen=True, slots=True)
class LeadWords:
    """What tells whom a whole text is about: that people `moved`, to one of the `sites`, or how large a place is."""

    moved: Pattern
    sites: tuple[str, ...]
    size: Pattern
    writers: Pattern
    own_estate: Pattern

    @classmethod
    def of(cls, words: Lists) -> LeadWords:
        """The patterns made of the section `leads`."""
        return cls(
            own_estate=re.compile(any_of(words["own_estate"])),
            moved=re.compile(any_of(words["moved"])),
            sites=words["sites"],
            size=re.compile(rf"\d[\d.,]*[万千]?[多余]?{any_of(words['sizes'])}"),
            writers=re.compile(rf"{any_of(words['writers'])}[\s　:：]"),
        )


@dataclass(frozen=True, slots=True)
class NearWords:
    """All sections of the file."""

    bare: BareWords
    scene: SceneWords
    pointing: PointingWords
    names: NameWords
    leads: LeadWords
    hamlets: HamletWords
    estates: EstateWords
    sites: SiteWords
    founding: FoundingWords


def load_near_words(rules: Path | None = None) -> NearWords:
    """The words of the user's places-words.yaml where `rules` has one, else of the shipped one; raises RuleError."""
    sections = read_word_sections(FILE, _SECTIONS, rules)
    return NearWords(
        bare=BareWords.of(sections["bare"]),
        scene=SceneWords.of(sections["scene"]),
        pointing=PointingWords.of(sections["pointing"], sections["scene"]["tells"]),
        names=NameWords.of(sections["names"]),
        leads=LeadWords.of(sections["leads"]),
        hamlets=HamletWords.of(sections["hamlets"]),
        estates=EstateWords.of(sections["estates"]),
        sites=SiteWords.of(sections["sites"]),
        founding=FoundingWords.of(sections["founding"]),
    )


def _behind(words: Iterable[str]) -> str:
    """Holds right behind any of the words."""
    return _looks("(?<=", words, "|") or "(?!)"


def _not_behind(words: Iterable[str]) -> str:
    """Holds where none of the words stands right before."""
    return _looks("(?<!", words, "")


def _looks(kind: str, words: Iterable[str], joint: str) -> str:
    """A look back at the words of each length; the engine looks back by fixed lengths only."""
    lengths: dict[int, list[str]] = {}
    for word in words:
        lengths.setdefault(len(word), []).append(word)
    looks = [f"{kind}{any_of(lengths[length])})" for length in sorted(lengths)]
    return f"(?:{joint.join(looks)})" if len(looks) > 1 else "".join(looks)
