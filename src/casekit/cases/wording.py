"""The words around names, from rules/places.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.cases.back_words import BackWords
from casekit.cases.behind_words import BehindWords
from casekit.cases.name_parts import NameParts
from casekit.cases.near_words import NearWords, load_near_words
from casekit.cases.partner_words import PartnerWords
from casekit.cases.settlement_words import EstateEnds
from casekit.cases.topic_words import TopicWords
from casekit.core import RuleError, nearest
from casekit.core.alternation import any_of
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import YamlFile, read_yaml

Pattern = re.Pattern[str]

_KEYS = frozenset(
    {
        *("units", "numbered", "not_before", "generic", "anchored_only", "before_names", "roads", "joints", "doubtful"),
        *("back", "compounds", "offices", "partner_before", "partner_after", "partner_deed", "donor_deed", "located"),
        *("visits", "presents", "lead_words", "shows", "founded", "renamed", "media", "introduces", "institutions"),
        *("namesakes", "hamlets", "own", "giver_deed", "neighbours", "estates", "theirs", "split_words"),
        *(
            "life",
            "worth",
            "renewal",
            "nation",
            "ministries",
            "belongs",
            "sites",
            "firms",
            "not_offices",
            "split_words",
        ),
    }
)
LEVELS = ("社区", "村", "街道", "镇", "小区", "区县", "市", "省", "全国", "其他")
_NUMBER = r"[\d０-９〇零一二三四五六七八九十两几多近百首第]+"
_TIME = (
    r"(?:截至|截止|到|至|自|从|早在|过去|最近|这|前|头)?"
    rf"(?:[今去前明当同次本每]年|(?:{_NUMBER}(?:年|月|日)?[至到—–~-])?{_NUMBER}余?个?"
    r"(?:年度?|月份?|日|号|天|周|季度|时|点|分|世纪))"
    r"(?:以来|来|间|前|后|内|底|初|末|起|中旬|上旬|下旬|上半年|下半年|里|多)?"
)
_COUNT = r"[一二三四五六七八九十\d]+[、.．是]?"


@dataclass(frozen=True, slots=True)
class Renamed:
    """An older name of a county: where it was and what it is called now."""

    old: str
    within: str
    now: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns that are matched or searched near a name; see rules/places.yaml for what each list is for."""

    names: NameParts
    partners: PartnerWords
    back: BackWords
    behind: BehindWords
    topics: TopicWords
    estates: EstateEnds
    hamlets: str
    road: Pattern
    doubtful: frozenset[str]
    split_words: frozenset[str]
    located: Pattern
    visit: Pattern
    shows: Pattern
    lead: Pattern
    introduces: Pattern
    founded: tuple[str, ...]
    renamed: tuple[Renamed, ...]
    near: NearWords


def load_wording(rules: Path | None = None) -> Wording:
    """The words of the user's places.yaml where `rules` has one, else of the shipped one; raises RuleError."""
    content = _content(rules)
    return Wording(
        names=NameParts.of(content),
        partners=PartnerWords.of(content),
        back=BackWords.of(content),
        behind=BehindWords.of(content),
        topics=TopicWords.of(content),
        estates=EstateEnds.of(content["estates"]),
        hamlets="".join(content["hamlets"]),
        road=re.compile(any_of(content["roads"])),
        doubtful=frozenset(content["doubtful"]),
        split_words=frozenset(content["split_words"]),
        located=re.compile(f"{any_of(content['located'])}$"),
        visit=re.compile(any_of(content["visits"], searched=True)),
        shows=re.compile(f"{any_of(content['shows'])}$"),
        lead=re.compile(f"(?:{_TIME}|{_COUNT}|{any_of(content['lead_words'])})*+"),
        introduces=re.compile(f"{any_of(content['introduces'])}(?:县城|城郊|城里|镇上)?$"),
        founded=tuple(sorted(content["founded"], key=len, reverse=True)),
        renamed=tuple(Renamed(row["old"], row["in"], row["now"]) for row in content["renamed"]),
        near=load_near_words(rules),
    )


def _content(rules: Path | None) -> Mapping[str, Any]:
    """All of places.yaml, checked; raises RuleError."""
    path = rule_file("places.yaml", rules)
    file = read_yaml(path, "places.yaml" if rules is None else str(path))
    _check(file)
    content: Mapping[str, Any] = file.content
    return content


def _check(file: YamlFile) -> None:
    if not isinstance(file.content, dict):
        raise RuleError(file.place(), "not a mapping of word lists.")
    for key in file.content:
        if key not in _KEYS:
            raise RuleError(file.place(key), f'unknown key "{key}".', nearest(key, _KEYS))
    if missing := sorted(_KEYS - file.content.keys()):
        raise RuleError(file.place(), f"missing: {', '.join(missing)}.", "Copy the list from the shipped places.yaml.")
    for unit, level in file.content["units"].items():
        if level not in LEVELS:
            raise RuleError(file.place("units", unit), f'unknown level "{level}".', f"Known: {' '.join(LEVELS)}.")
