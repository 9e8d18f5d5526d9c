"""The words that tell what a name is to its clause, from rules/places-words.yaml, compiled for searching."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casekit.cases import arrival_words, total_words
from casekit.cases.arrival_words import ArrivalWords
from casekit.cases.total_words import TotalWords
from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists

Pattern = re.Pattern[str]
KEYS = (
    *arrival_words.KEYS,
    *total_words.KEYS,
    *("done_to", "managed"),
    *("toward", "holds", "picked_up", "tells", "heads", "helped"),
    *("apart", "lies", "by"),
    *("plans", "no_subject", "not_itself", "itself", "own_change", "homes", "like"),
    *("such", "town_offices", "severally", "contracts", "made_of", "one_of", "next_to", "together", "taken_up"),
    *("brought", "brought_to", "ways"),
)


@dataclass(frozen=True, slots=True)
class SceneWords:
    """What tells whether a name is what its clause is about; endings are compared, patterns matched or searched."""

    arrival: ArrivalWords
    totals: TotalWords
    toward: tuple[str, ...]
    done_to: tuple[str, ...]
    managed: Pattern
    no_noun: tuple[str, ...]
    holds: Pattern
    picked_up: Pattern
    taken_up: Pattern
    tells: Pattern
    helps: Pattern
    head: Pattern
    head_tells: Pattern
    apart: Pattern
    next_to: Pattern
    lies: Pattern
    brought: Pattern
    way: Pattern
    by: tuple[str, ...]
    plan: Pattern
    no_subject: Pattern
    not_itself: Pattern
    homes: tuple[str, ...]
    like: tuple[str, ...]
    such: Pattern
    town_offices: tuple[str, ...]
    severally: Pattern
    contract: Pattern
    made_of: Pattern
    one_of_its: Pattern

    @classmethod
    def of(cls, words: Lists) -> SceneWords:
        """The patterns made of the section `scene`."""
        return cls(
            arrival=ArrivalWords.of(words),
            totals=TotalWords.of(words),
            toward=words["toward"],
            done_to=words["done_to"],
            managed=re.compile(f"{any_of(words['managed'])}[^，。]{{0,16}}$"),
            no_noun=(*words["toward"], "占", "在", "居", "列", "于", "是", "有"),
            holds=re.compile(rf"[，,]?{any_of(words['holds'])}(?:这样|那么)?一?[个座片处支群]"),
            picked_up=re.compile(rf"\s*{any_of(words['picked_up'])}"),
            taken_up=re.compile(any_of(words["taken_up"])),
            tells=re.compile(rf"[^，。；]{{2,16}}{any_of(words['tells'])}(?:记者|笔者|本报记者)?(?:了|道|，|：|显示)"),
            helps=_helps(words),
            head=re.compile(rf"的?[一-鿿]{{0,4}}{any_of(words['heads'])}"),
            head_tells=_head_tells(words),
            apart=re.compile(rf"[离距与和跟同][^，。、；]{{1,10}}{any_of(words['apart'])}的$"),
            next_to=_next_to(words),
            lies=re.compile(any_of(words["lies"])),
            way=re.compile(f"的{any_of(words['ways'])}"),
            brought=_brought(words),
            by=words["by"],
            plan=re.compile(rf"的?(?:统一)?{any_of(words['plans'])}"),
            no_subject=re.compile(any_of(words["no_subject"])),
            not_itself=_not_itself(words),
            homes=words["homes"],
            like=words["like"],
            such=re.compile(any_of(words["such"])),
            town_offices=words["town_offices"],
            severally=re.compile(any_of(words["severally"])),
            contract=re.compile(rf"[^，。；]*{any_of(words['contracts'])}"),
            one_of_its=re.compile(rf"[^，。；]{{0,14}}的?{any_of(words['one_of'])}(?=[，。；])"),
            made_of=re.compile(rf"(?:[两三四五六七八九十]个?[^，。；]{{0,4}})?{any_of(words['made_of'])}"),
        )


def _helps(words: Lists) -> Pattern:
    """Who is helped, no other community: 结对|帮扶老人."""
    return re.compile(rf"(?:了|帮扶|帮助|关爱|照料|照护|照看|联系|慰问)*[^，。；\d]{{0,6}}?{any_of(words['helped'])}")


def _head_tells(words: Lists) -> Pattern:
    """Its head has a name and tells what follows: 书记周瑾说."""
    return re.compile(rf"(?:党委|党总支|党支部)?副?{any_of(words['heads'])}[一-鿿·]{{2,4}}?{any_of(words['tells'])}")


def _brought(words: Lists) -> Pattern:
    """What is built there by somebody from outside: 把服务站建到这里."""
    return re.compile(
        rf"把[^，。；]{{1,16}}?{any_of(words['brought'])}[到在进]了?{any_of(words['brought_to'])}(?=[，。；])"
    )


def _not_itself(words: Lists) -> Pattern:
    """Somebody or something inside an estate or beside it: 里的老人, 3号楼的老人, but not 的改造."""
    own = any_of(words["own_change"])
    return re.compile(
        rf"(?:[里内]|\d{{1,3}}(?:号楼|栋|幢|单元)[^，。]{{0,4}}?)?的(?!{own})"
        rf"|{any_of(words['not_itself'], words['itself'])}"
    )


def _next_to(words: Lists) -> Pattern:
    """Where the one lies beside the other, and nothing is said of both: 相邻, but not 相邻，共有."""
    return re.compile(rf"[^，。；]{{0,3}}?{any_of(words['next_to'])}(?![^。；]{{0,12}}?{any_of(words['together'])})")
