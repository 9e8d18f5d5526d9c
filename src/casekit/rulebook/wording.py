"""The words of frames, compiled for searching once a rule book is loaded.

Which words they are stands in rules/lists/phrases.yaml and series.yaml; here stands how the language joins them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casekit.rulebook.lexicon import Lexicon

Pattern = re.Pattern[str]

# What may end a change that has come to something: 增加|到, 提高|至.
_TO = "[到至为成]"
_FILLER_MARKS = '“”"‘’（(：:、，,'
# What ends a noun phrase that follows a measure word, unless it is part of a known word (功能室, 和谐小区).
_STOP = (
    r"[，。；：！？、,;:!?（）()…\s　]|——|"
    r"[在把被从对向由让使并均都也还已就则又才将可能会是有于了到去给占和同成比按不没未更以]|"
    # 320户住户|里低保户占46户: the others are some of them.
    r"(?:(?<=[户众员])|(?<=[居村牧渔农]民|[老工商]人))里|"
)
_FILLED = r"(?:[有就也还已则共占约近超达为是的各]|分别)*"
# What says that a deed is done: 车棚|竖|起来.
_DONE = "(?:好了?|起来?了?|出了?|到了?|成了?|上了?|完了?|下了?|了|有|在)"


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """What tells where the noun phrases beside a number begin and end; see phrases.yaml for what each list is for."""

    filler: Pattern
    filler_ends: frozenset[str]  # a zone that ends with another character is not searched for fillers
    dealt_with: Pattern
    each: Pattern
    stop: Pattern
    act: Pattern
    describing: Pattern
    stative: Pattern
    noun_making: Pattern
    of_a_place: Pattern
    anyone: frozenset[str]
    where: tuple[str, ...]
    anything: frozenset[str]  # measure words that do not tell what is counted
    due: Pattern  # ends where a verb begins that tells what is still to be done

    @classmethod
    def of(cls, words: Lexicon) -> Phrases:
        """The patterns made of the words."""
        any_, changed = words.any, words.any("变化词")
        ends = {word[-1] for word in words["衬词"]}
        return cls(
            filler=re.compile(
                rf"(?:{any_('衬词')}|{changed}{_TO}|[从由][^，。、；]{{1,8}}的|\d{{4}}年|[{_FILLER_MARKS}\s　])+$"
            ),
            filler_ends=frozenset(ends | set(f"到至为成的年{_FILLER_MARKS}")),
            dealt_with=re.compile(any_("一并词")),
            each=re.compile(any_("每一词")),
            stop=re.compile(f"{_STOP}(?!{any_('中字像词')})中"),
            act=re.compile(f"(?:每人)?(?:{any_('行为前词')})?{any_('行为词', '行为像词')}"),
            describing=re.compile(any_("描写词", "描写像词")),
            stative=re.compile(
                rf"(?:{any_('状态前词')})*"
                rf"(?:人?$|[的和与及或等中里内之，]|{any_('状态词', '状态像词')}|.{{0,6}}{any_('住处词')})"
            ),
            noun_making=re.compile(any_("成名词的字", "成名词的字像词")),
            of_a_place=re.compile(rf"(?:[\u4e00-\u9fff]{{1,4}}族){{0,2}}{any_('民族地方词', '民族地方像词')}"),
            anyone=frozenset(words["泛指人的词"]),
            where=words["哪里词尾"],
            anything=frozenset(words["泛用量词"]),
            due=re.compile(rf"{any_('待做词')}[^，。；：、]{{0,4}}$"),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """What tells that a number counts what was named before; see series.yaml for what each list is for."""

    going_on: Pattern
    share: Pattern
    sum: Pattern
    went_to: tuple[str, ...]
    changed: Pattern
    among: Pattern
    within: Pattern
    told: Pattern
    had: Pattern
    residents: Pattern
    came_to: Pattern
    change: Pattern
    change_from: Pattern
    change_to: Pattern
    ranged: tuple[str, ...]  # behind the second figure: the two are the ends of a range, nothing changed
    places: frozenset[str]
    severally: Pattern
    told_off: Pattern
    place_ends: frozenset[str]
    names: Pattern
    where: Pattern
    done_with: Pattern
    remark: Pattern
    done_to_all: Pattern  # a pause and words that all of those counted before had the same done to them

    @classmethod
    def of(cls, words: Lexicon) -> Series:
        """The patterns made of the words."""
        any_, changed, apart = words.any, words.any("变化词"), words.any("分头词")
        name = r"[^，。；：、\s]{1,6}"
        return cls(
            going_on=re.compile(
                rf"(?:\d{{2,4}}年[度底末初]?|(?:\d{{1,2}}|[一二三四])(?:月份?|季度)|(?:平均)?[每一]{any_('一回词')}"
                rf"|{changed}{_TO}|{any_('续数词')}|[、，,和\s　])*"
            ),
            share=re.compile(rf"(?:{any_('占前词')}|[，,、\s　])*(?:{any_('占比词')}|$)"),
            sum=re.compile(any_("总计词")),
            went_to=words["去往词"],
            changed=re.compile(rf"[，,](?:{any_('变化前词')})?{any_('变化字')}[^，。；\d]{{0,3}}?{_TO}"),
            # 其中|持证的|14名: what tells which ones may stand between, as long as it ends with 的.
            among=re.compile(rf"(?:^|[，、；。]|\s){any_('其中词')}(?:[^，。；、\d]{{0,10}}的|[，,])?{_FILLED}$"),
            within=re.compile(f"[^，。；：、]{{0,10}}{any_('之中词')}[，,]?{_FILLED}"),
            told=re.compile(f"(?:都|均|还|已|分别)?{any_('说人词', '说人像词')}"),
            had=re.compile(f"(?:{any_('如今词')})?(?:已经?|现|就|还)?有"),
            residents=re.compile(f"{any_('泛称居民词')}$"),
            came_to=re.compile(
                f"[，,、]?(?:{any_('结果前词')})*"
                f"(?:{any_('结果词')}|{any_('升降字')}+[加少高低至到了为]+|{changed}[到至为])+"
            ),
            change=re.compile(any_("变了词")),
            change_from=re.compile(rf"{any_('变化起词')}(?:[^，。；：、\d]|\d{{1,4}}[年月日]){{0,14}}$"),
            change_to=re.compile(
                rf"(?:[^，。；：、从由]{{0,8}}[，,])?[^，。；：、从由]{{0,8}}?{any_('变化终词')}"
                rf"了?(?:{any_('变化时间词')}|\d{{4}}年[底末]?)?的?$"
            ),
            ranged=words["范围后词"],
            places=frozenset(words["地方称呼"]),
            severally=re.compile(rf"(?:[近这前上]?[一二三两几]年来?)?(?:{apart}|各)(?:[为是有达占共约]|达到)*"),
            told_off=re.compile(rf"{apart}(?:[为是有达占共约增升降到至]|{any_('分头后词')})*$"),
            place_ends=frozenset(words["并列地名尾字"]),
            names=re.compile(rf"{name}(?:(?:、|和|与|及|以及){name}?)+(?={apart})"),
            where=re.compile(f"(?:其中)?{any_('方位词')}[里就还也]?[有占]?"),
            done_with=re.compile(
                rf"[”’」』]?(?:{any_('办成前词')})*[\u4e00-\u9fff]{{1,2}}{_DONE}(?:{any_('约数前词')})?"
            ),
            done_to_all=re.compile(rf"[，,](?:{any_('如今词')})?{any_('都已词')}+"),
            remark=re.compile(f"(?:{any_('程度词')})*{any_('多少词')}(?:得多|些|了|起来)?$"),
        )
