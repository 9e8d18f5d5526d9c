"""The words that tell of hamlets, estates and foundings, compiled for searching.

They stand in rules/places-words.yaml; what estates are called, in rules/places.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casekit.cases.brought_words import BroughtWords
from casekit.cases.told import ToldWords
from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists

Pattern = re.Pattern[str]
SECTIONS = {
    "hamlets": (
        "merged",
        "named",
        "called",
        "communities",
        "shown",
        "goes_on",
        "kinds",
        "villages",
        "towns",
        "before",
        "longer",
        "not_names",
        "parts",
        "ranked",
        "measured",
        "village_life",
        "told_of",
        "not_itself",
        "told_surely",
        "come_to",
        "not_ends",
        "arrives",
        "comes_to",
        "ours",
        "ours_after",
        "peopled",
        "label_ends",
    ),
    "estates": (
        *("homes", "house", "told", "named", "kinds", "called_before", "called", "lived_in", "owners", "signs"),
        *("run_by", "inside", "counted_as", "not_listed", "changed"),
    ),
    "founding": ("subjects", "own", "adverbs", "names", "follows", "several", "merged", "sources", "turned", "came_of"),
}
_HAN = "[一-鿿]"
_CREWS = {"组", "小组", "社"}  # 水稻、油茶、柑橘3个小组 are no places
_COUNT = r"\d[\d,.]*[万千]?"
_OPENS = r"(?<![^，。；：、！？\s“”（(])"


@dataclass(frozen=True, slots=True)
class RankWords:
    """What says that a village is made of `parts`, and tells one of them by its rank: 最远的是…, …最大."""

    parts: Pattern
    leads: Pattern
    ends: Pattern
    before: Pattern
    figure: Pattern
    homes: Pattern
    counted: Pattern

    @classmethod
    def of(cls, words: Lists) -> RankWords:
        """The patterns made of the section `hamlets`; each is searched for by a plain character."""
        parts, ranked, name = any_of(words["parts"]), any_of(words["ranked"]), rf"(?P<name>{_HAN}{{2,4}}"
        said = rf"(?:的?{parts})?(?:[就便]?是|要数|当数|数|叫)"
        return cls(
            parts=re.compile(
                rf"自然[村屯寨湾庄]|(?:\d|[两二三四五六七八九十])个(?:{any_of(words['kinds'])})?{parts}(?!区)"
            ),
            # 辖大塘、小塘、李屋|3个自然村
            counted=re.compile(rf"(?P<number>(?<!\d)\d|[三四五六七八九])个{any_of(set(words['parts']) - _CREWS)}"),
            # 最远的|是枫树坪，31户; 名气最大的|是上坑和下坑; 最小的|杨梅冲只剩9户
            leads=re.compile(
                rf"最[^，。；！？\d]{{0,4}}{ranked}的(?:{said}|的?{parts})?[“「]?{name}?)"
                rf"(?:[和、与](?P<other>{_HAN}{{2,4}}?))?[”」]?(?=[，。；：]|[有只住离共还剩也在]|\d)"
            ),
            # 上寨|最大，86户; 下坞|户数最多，132户
            ends=re.compile(rf"最{ranked}(?=[，。；、])"),
            before=re.compile(
                rf"(?<![^，。；：、\s里])(?:其中|[就要]?数|有)?{name}?)(?:的?{any_of(words['measured'])})?\Z"
            ),
            homes=re.compile(r"[，,]?(?:[只仅]?有|住着|共|只?剩下?)?\d+[余多]?(?:户人家|[户人](?=[，。；]))"),
            figure=re.compile(r"[^。！？\n]{0,24}?[\d一二三四五六七八九十百两]+[余多来]*[户人栋座幢口]"),
        )


@dataclass(frozen=True, slots=True)
class HamletWords:
    """What says that a name without a class word is a hamlet; no row goes without `merging`, none told without
    `village_end`."""

    merged: Pattern
    merging: Pattern
    is_one: Pattern
    told_to_be: Pattern
    village_end: Pattern
    apposed: Pattern
    apposition: tuple[str, ...]
    told_so: ToldWords
    shown: Pattern
    longer: tuple[str, ...]
    no_name: Pattern
    ranks: RankWords
    brought: BroughtWords
    village_life: Pattern
    told_of: Pattern
    told_surely: Pattern
    come_to: tuple[str, ...]
    not_ends: tuple[str, ...]
    not_itself: Pattern

    @classmethod
    def of(cls, words: Lists) -> HamletWords:
        """The patterns made of the section `hamlets`."""
        merged, village = any_of(words["merged"]), any_of(words["villages"])
        name = rf"(?P<name>{_HAN}{{2,4}}"
        return cls(
            merged=re.compile(
                rf"[由和与把将原](?:(?<=原)来的)?(?P<row>{_HAN}{{2,5}}(?:[、和与]{_HAN}{{2,5}})+?)"
                rf"(?:等?[两二三四五六七八]个?(?:自然|行政|小)?[村庄寨屯组社]+)?{merged}"
            ),
            merging=re.compile(merged),
            is_one=re.compile(
                rf"{_OPENS}(?!这|那|此|它|我|咱|俺|全){name}?)(?:是|就是)(?:[个座](?:[^，。；\d]{{0,8}}的)?"
                rf"{any_of(words['kinds'])}{{0,2}}|{any_of(words['kinds'])}族?){any_of(words['called'])}(?=[，。；])"
            ),
            # 青石镇的芦花洲，是全县最小的村子之一
            told_to_be=re.compile(
                rf"{any_of(words['towns'])}的?(?!这|那|此){name})，?(?:就?是|算是|这[个座])"
                rf"[^。；！？\d]{{0,26}}?{village}(?:之一)?(?=[，。])"
            ),
            village_end=re.compile(rf"{village}(?:之一)?[，。]"),
            # 临河的渔村|月牙湾，住着380户
            apposed=re.compile(rf"{any_of(words['before'])}{name})(?=[，,])"),
            apposition=words["before"],
            told_so=ToldWords.of(words["named"], (*words["villages"], *words["called"], *words["communities"])),
            # 树下就是|月亮坝。这个村86户; 再走就是|月亮坝，村子在山腰
            shown=re.compile(
                rf"{any_of(words['shown'])}[“「]?{name})[”」]?"
                rf"(?:[。！]\s*{any_of(words['goes_on'])}|(?P<comma>，)(?:{any_of(words['goes_on'])}|[村寨屯]子))"
            ),
            longer=words["longer"],
            ranks=RankWords.of(words),
            brought=BroughtWords.of(words),
            village_life=re.compile(any_of(words["village_life"], searched=True)),
            told_of=re.compile(any_of(words["told_of"])),
            told_surely=re.compile(any_of(words["told_surely"])),
            come_to=words["come_to"],
            not_ends=words["not_ends"],
            not_itself=re.compile(any_of(words["not_itself"])),
            no_name=re.compile(rf"[的了在是有一这那每各几两]|{any_of(words['not_names'])}"),
        )


@dataclass(frozen=True, slots=True)
class EstateWords:
    """What says that a name without a class word is a housing estate."""

    homes: Pattern
    is_one: Pattern
    signs: Pattern
    counted: Pattern
    house: Pattern
    told: Pattern
    told_so: ToldWords
    called: Pattern
    lived_in: Pattern
    owners: Pattern
    opened: Pattern
    owned: Pattern
    listed: Pattern
    not_listed: Pattern

    @classmethod
    def of(cls, words: Lists) -> EstateWords:
        """The patterns made of the section `estates`."""
        return cls(
            homes=re.compile(
                r"(?:[^。！？\n\d]|(?:19|20)\d\d年){0,14}?(?P<next>。\s*这[^。！？\n]{0,24}?)?"
                rf"(?P<count>(?:{_COUNT}|[一二三四五六七八九十百两]+)多?余?){any_of(words['homes'])}"
            ),
            # 阳光苑，|是一处廉租房小区
            is_one=re.compile(
                rf"[”」]?[，,]?[就便]?是一?[个处座片]?(?:(?:19|20)\d\d年代?)?[^，。；、！？\d]{{0,14}}?{any_of(words['kinds'])}(?=[，。；])"
            ),
            signs=re.compile(any_of(words["signs"], searched=True)),
            # 棉纺小区最老，|9栋楼: whose houses are counted behind it is one estate; 封闭小区12个 are many.
            counted=re.compile(rf"(?:[^。！？；\n\d]|(?:19|20)\d\d年){{0,12}}{_COUNT}[余多]?{any_of(words['homes'])}"),
            # 明月花园|上月换了物业，1200户业主; 船厂宿舍|老人多。院里216户
            opened=re.compile(
                rf"(?:[^。！？\n\d]|(?:19|20)\d\d年){{0,26}}?"
                rf"(?:{any_of(words['run_by'])}|(?:。\s*{any_of(words['inside'])}[^。！？\n\d]{{0,12}}?)?"
                rf"(?:{_COUNT}|[一二三四五六七八九十百两]+)多?余?{any_of(words['homes'])})"
            ),
            # 竹溪区的|碧波城|换过3家物业
            owned=re.compile(
                rf"的?(?P<name>{_HAN}{{2,5}}?)(?:[，,]?{any_of(words['changed'])}(?:{_COUNT}|[两三四])?[家个任届]?|[，,]|的)?"
                r"(?:业主|业委会|物业)"
            ),
            # 辖明月里、望江苑、船厂安置房|3个小区
            listed=re.compile(
                rf"(?P<number>(?<!\d)\d|[两三四五六七八九])个(?:{_HAN}{{2,4}})?{any_of(words['counted_as'])}"
                r"(?=$|[^一-鿿]|[都均也共全先]|组成|连片|试[点行]|铺开|推[开广])"
            ),
            not_listed=re.compile(f"{any_of(words['not_listed'])}+[式型]?"),
            # 翠景苑4号楼, 翠景苑12部电梯
            house=re.compile(rf"(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}}){any_of(words['house'])}"),
            told=re.compile(
                rf"[^。！？\n\d]{{0,16}}[，。！？“”]{{1,3}}[^。！？\n\d]{{0,12}}小区{any_of(words['told'])}"
            ),
            told_so=ToldWords.of(words["named"], words["kinds"]),
            called=re.compile(
                rf"[“「](?P<name>{_HAN}{{3,7}})[”」](?:{any_of(words['called_before'])})*{any_of(words['called'])}"
            ),
            owners=re.compile(rf"的?{any_of(words['owners'])}"),
            lived_in=re.compile(rf"[，,]?{any_of(words['lived_in'])}"),
        )


def _guard(word: str) -> str:
    """What keeps the end of an estate's name from being part of a longer word: 法院|院长, 政府; 家属院|里 is one."""
    if word == "府":
        return "(?<!政府)"
    inside = "里" if word[-1] == "院" and word not in ("家属院", "大院") else ""
    return f"(?![落校长士子{inside}])"


@dataclass(frozen=True, slots=True)
class EstateEnds:
    """What names of estates without a class word end with: `found` anywhere, at the `end` of a name, and `refused`.

    A `looser` end ends other words too.
    """

    found: Pattern
    end: Pattern
    looser: Pattern
    refused: Pattern

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]]) -> EstateEnds:
        """The patterns made of the lists `words`, `looser` and `not`."""
        words = [*lists["words"], *lists["looser"]]
        branches = [word + _guard(word) for word in sorted(words, key=lambda word: (-len(word), word))]
        return cls(
            found=re.compile("|".join(branches)),  # each begins with a plain character: the engine skips to it
            end=re.compile(f"{any_of(words)}$"),
            looser=re.compile(f"{any_of(lists['looser'])}$"),
            refused=re.compile(f"{any_of(lists['not'])}$"),
        )


@dataclass(frozen=True, slots=True)
class FoundingWords:
    """Parts of patterns of which the words of founding are the middle: what stands between the date and them."""

    between: str
    otherwise: str
    no_object: str
    joined: Pattern
    subject: Pattern

    @classmethod
    def of(cls, words: Lists) -> FoundingWords:
        """The patterns made of the section `founding`."""
        own, merged = any_of(words["own"]), any_of(words["merged"])
        name = rf"(?:[，,]?{_HAN}{{1,8}}{any_of(words['names'])})?"
        adverbs = any_of((*words["adverbs"], *words["own"]))
        several = rf"[，,]?[两二三四五六七八]个?{any_of(words['several'])}{merged}"
        came_of = any_of(words["came_of"])
        done = rf"(?=的?(?:$|[，。；、！？\n])|的[^，。；]{{0,10}}{any_of(words['names'])})"
        source = f"{any_of(words['sources'])}{any_of(words['turned'])}"
        return cls(
            between=rf"{name}(?:[，,]?(?:{own})?[才刚新]?(?:由|经|从|随着?|在)[^，。；]{{2,20}}?)?(?:{adverbs})*",
            # 2019年6月，两村合并; 2004年3月由老居委会改制而来; 1999年5月由林场改设
            otherwise=rf"(?:{several}|(?:{own})?由[^，。；]{{0,14}}{source}(?:而来|而成|成立)"
            rf"|(?:{own})?[才刚]?(?:由|从|因)[^，。；]{{2,20}}?{came_of}{done})",
            no_object=rf"(?=$|[，。；、！？：,;）)\n”]|(?<!建)起|，?{any_of(words['follows'])})",
            joined=re.compile(f"{merged}|而来|而成|{came_of}"),
            subject=re.compile(rf"(?:^|[，。；：！？、\n（(“—]|{any_of(words['subjects'])})$"),
        )
