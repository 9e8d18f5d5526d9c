"""The words that bring in the name of a place that has no class word, compiled for searching."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casekit.core.alternation import any_of
from casekit.core.wordfile import Lists

Pattern = re.Pattern[str]
_HAN = "[一-鿿]"


@dataclass(frozen=True, slots=True)
class BroughtWords:
    """What brings in the name of a place that has no class word: for `sure`, `likely`, or `behind` its county.

    A `label` at the head of a text has one of the `ends`; `peopled` counts who lives there.
    """

    sure: tuple[Pattern, ...]
    likely: tuple[Pattern, ...]
    behind: Pattern
    label: Pattern
    ends: tuple[str, ...]
    peopled: Pattern

    @classmethod
    def of(cls, words: Lists) -> BroughtWords:
        """The patterns made of the section `hamlets`."""
        name, opens = rf"(?P<name>{_HAN}{{2,5}}?)", r"(?:\A|(?<=[，。；：！？“\s]))"
        this = rf"[这该][个座片块][^，。；\d]{{0,8}}?{any_of((*words['called'], *words['villages'], '村', '岛'))}"
        people = r"\d[\d,]*[多余]?(?:户|人(?=[，。]))"
        return cls(
            sure=(
                re.compile(
                    rf"{any_of(words['arrives'])}[“「]?{name}[”」]?[。：](?={this}|{any_of(words['village_life'])})"
                ),
                re.compile(rf"的{name}[。，](?={this})"),
                re.compile(rf"{opens}{name}这个名字"),
                re.compile(rf"(?:如今|现在|后来|从此)叫{name}的"),
            ),
            likely=(
                re.compile(rf"{any_of(words['ours'])}{name}(?={any_of(words['ours_after'])})"),
                re.compile(rf"{opens}{name}(?={any_of(words['peopled'])}?{people})"),
                re.compile(rf"{any_of(words['comes_to'])}{name}[，：](?=[^，。]{{0,4}}{people})"),
            ),
            label=re.compile(r"\A[【〖▍◆■●　“]*(?P<name>[一-鿿]{2,4})”?[：:]"),
            ends=words["label_ends"],
            peopled=re.compile(f"{any_of(words['peopled'])}?{people}"),
            behind=re.compile(rf"的?{name}(?=[的，。、]|\d|[今去]年|有)"),
        )
