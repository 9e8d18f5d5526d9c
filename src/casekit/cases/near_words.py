"""The words beside names, from rules/places-words.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from casekit.cases.settlement_words import SECTIONS, EstateWords, FoundingWords, HamletWords
from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists, read_word_sections

FILE = "places-words.yaml"
Pattern = re.Pattern[str]
_SECTIONS = {
    "bare": (
        *("after", "part", "not_part", "kinds", "subject", "looking", "scenes", "not_scenes", "all_over"),
        *("deeds", "somebody", "not_somebody", "persons", "events", "common"),
    ),
    "scene": (
        *("toward", "holds", "picked_up", "tells", "heads", "members", "towns", "some_of"),
        *(
            "learned",
            "home",
            "helped",
            "chosen",
            "chosen_after",
            "example",
            "example_after",
            "coming_from",
            "apart",
            "lies",
        ),
        *("built", "begun", "by", "plans", "in_all", "accounts", "newest"),
        *("no_subject", "not_itself", "itself", "own_change", "homes", "like", "such", "town_offices"),
    ),
    "pointing": (
        *("classes", "not_within", "decides", "not_whole", "whole", "not_counted", "plural", "kinds"),
        *("visitors", "visits", "not_others"),
    ),
    "names": (
        *("coming", "around", "after_joint", "street_offices", "street_members"),
        *("for_moved", "elders", "only", "twins"),
    ),
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
            may_open=re.compile(rf"(?<![{_OPENING}{looking}在])"),
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
class SceneWords:
    """What tells whether a name is what its clause is about; endings are compared, patterns matched or searched."""

    toward: tuple[str, ...]
    no_noun: tuple[str, ...]
    holds: Pattern
    picked_up: Pattern
    tells: Pattern
    learned: Pattern
    home: Pattern
    helps: Pattern
    head: Pattern
    head_tells: Pattern
    members: Pattern
    towns: Pattern
    some_of: Pattern
    coming_from: Pattern
    apart: Pattern
    lies: Pattern
    built: Pattern
    begun: Pattern
    chosen: tuple[str, ...]
    chosen_after: tuple[str, ...]
    example: tuple[str, ...]
    example_after: tuple[str, ...]
    by: tuple[str, ...]
    plan: Pattern
    in_all: Pattern
    accounts: Pattern
    no_subject: Pattern
    not_itself: Pattern
    homes: tuple[str, ...]
    like: tuple[str, ...]
    such: Pattern
    town_offices: tuple[str, ...]

    @classmethod
    def of(cls, words: Lists) -> SceneWords:
        """The patterns made of the section `scene`."""
        own = any_of(words["own_change"])
        return cls(
            toward=words["toward"],
            no_noun=(*words["toward"], "占", "在", "居", "列", "于", "是", "有"),
            holds=re.compile(rf"[，,]?{any_of(words['holds'])}(?:这样|那么)?一?[个座片处支群]"),
            picked_up=re.compile(rf"\s*{any_of(words['picked_up'])}"),
            tells=re.compile(rf"[^，。；]{{2,16}}{any_of(words['tells'])}(?:了|道|，|：|显示)"),
            home=re.compile(rf"{any_of(words['home'])}(?:的|在)?$"),
            helps=re.compile(
                rf"(?:了|帮扶|帮助|关爱|照料|照护|照看|联系|慰问)*[^，。；\d]{{0,6}}?{any_of(words['helped'])}"
            ),
            learned=re.compile(rf"[一-鿿]{{0,8}}{any_of(words['learned'])}"),
            head=re.compile(rf"的?[一-鿿]{{0,4}}{any_of(words['heads'])}"),
            head_tells=re.compile(
                rf"(?:党委|党总支|党支部)?副?{any_of(words['heads'])}[一-鿿·]{{2,4}}?{any_of(words['tells'])}"
            ),
            members=re.compile(rf"\d+[余多]?个{any_of(words['members'])}"),
            towns=re.compile(rf"\d+[余多]?个{any_of(words['towns'])}(?![级里上干])"),
            some_of=re.compile(rf"(?P<figure>\d+个)[^，。；\d]{{0,12}}?{any_of(words['some_of'])}[里中当之]"),
            coming_from=re.compile(any_of(words["coming_from"])),
            apart=re.compile(rf"[离距与和跟同][^，。、；]{{1,10}}{any_of(words['apart'])}的$"),
            lies=re.compile(any_of(words["lies"])),
            built=re.compile(rf"{any_of(words['built'])}了?[“「]?$"),
            begun=re.compile(any_of(words["begun"])),
            chosen=words["chosen"],
            chosen_after=words["chosen_after"],
            example=words["example"],
            example_after=words["example_after"],
            by=words["by"],
            plan=re.compile(rf"的?(?:统一)?{any_of(words['plans'])}"),
            in_all=re.compile(rf"{any_of(words['in_all'])}|有\d"),
            accounts=re.compile(
                rf"的?(?:{any_of(words['newest'])})?{any_of(words['accounts'])}[^，。；：]{{0,6}}(?:[：:]|是，?)"
            ),
            no_subject=re.compile(any_of(words["no_subject"])),
            not_itself=re.compile(rf"[里内]?的(?!{own})|{any_of(words['not_itself'], words['itself'])}"),
            homes=words["homes"],
            like=words["like"],
            such=re.compile(any_of(words["such"])),
            town_offices=words["town_offices"],
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

    @classmethod
    def of(cls, words: Lists) -> PointingWords:
        """The patterns made of the section `pointing`."""
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
        )


@dataclass(frozen=True, slots=True)
class NameWords:
    """What tells where a name begins, and whether it is one; `elders` are of what is no village by its class word."""

    coming: frozenset[str]
    around: Pattern
    paired: Pattern
    street_follows: Pattern
    for_moved: Pattern
    elders: str
    only: frozenset[str]
    twins: frozenset[str]

    @classmethod
    def of(cls, words: Lists) -> NameWords:
        """The patterns made of the section `names`."""
        return cls(
            coming=frozenset(words["coming"]),
            around=re.compile(any_of(words["around"])),
            paired=re.compile(f"[和与及跟同]{any_of(words['after_joint'])}"),
            street_follows=re.compile(
                f"{any_of(words['street_offices'])}|的?[一-鿿]{{1,6}}{any_of(words['street_members'])}"
                "|[、和与][一-鿿]{1,6}街道"
            ),
            for_moved=re.compile(f"{any_of(words['for_moved'])}{{2,5}}$"),
            elders=any_of(words["elders"]),
            only=frozenset(words["only"]),
            twins=frozenset(words["twins"]),
        )


@dataclass(frozen=True, slots=True)
class NearWords:
    """All sections of the file."""

    bare: BareWords
    scene: SceneWords
    pointing: PointingWords
    names: NameWords
    hamlets: HamletWords
    estates: EstateWords
    founding: FoundingWords


def load_near_words(rules: Path | None = None) -> NearWords:
    """The words of the user's places-words.yaml where `rules` has one, else of the shipped one; raises RuleError."""
    sections = read_word_sections(FILE, _SECTIONS, rules)
    return NearWords(
        bare=BareWords.of(sections["bare"]),
        scene=SceneWords.of(sections["scene"]),
        pointing=PointingWords.of(sections["pointing"]),
        names=NameWords.of(sections["names"]),
        hamlets=HamletWords.of(sections["hamlets"]),
        estates=EstateWords.of(sections["estates"]),
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
