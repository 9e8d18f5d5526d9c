"""The words around names, from rules/places.yaml, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casekit.cases.near_words import NearWords, load_near_words
from casekit.core import RuleError, nearest
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import YamlFile, read_yaml

Pattern = re.Pattern[str]

_KEYS = frozenset(
    {
        *("units", "numbered", "not_before", "generic", "anchored_only", "before_names", "roads", "joints", "doubtful"),
        *("back", "compounds", "offices", "partner_before", "partner_after", "partner_deed", "donor_deed", "located"),
        *("visits", "presents", "lead_words", "founded", "renamed", "media", "introduces", "institutions"),
        *("namesakes", "hamlets", "own", "giver_deed", "neighbours", "estates", "theirs"),
        *("life", "worth", "renewal", "nation", "ministries", "belongs", "sites"),
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

    levels: Mapping[str, str]
    hit: Pattern
    numbered: frozenset[str]
    generic_word: Pattern
    generic_end: Pattern
    praise: Pattern
    anchored_only: Mapping[str, frozenset[str]]
    cut: Pattern
    road: Pattern
    joints: frozenset[str]
    belongs: frozenset[str]
    doubtful: frozenset[str]
    community_back: Pattern
    estate_back: Pattern
    street_back: Pattern
    compound: Pattern
    office: Pattern
    site: Pattern
    partner_before: Pattern
    partner_after: Pattern
    partner_deed: Pattern
    neighbour: Pattern
    donor_deed: Pattern
    giver_deed: Pattern
    own: Pattern
    theirs: Pattern
    published: Pattern
    located: Pattern
    visit: Pattern
    present: Pattern
    lead: Pattern
    medium: Pattern
    life: Pattern
    renewal: Pattern
    institution: Pattern
    namesake: Pattern
    hamlets: str
    beside: Pattern
    nation: Pattern
    ministry: Pattern
    estate: Pattern
    estate_word: Pattern
    no_estate: Pattern
    introduces: Pattern
    worth_reading: Pattern
    founded: tuple[str, ...]
    renamed: tuple[Renamed, ...]
    near: NearWords


def load_wording(rules: Path | None = None) -> Wording:
    """The words of the user's places.yaml where `rules` has one, else of the shipped one; raises RuleError."""
    return _wording(_content(rules), load_near_words(rules))


def _wording(content: Mapping[str, Any], near: NearWords) -> Wording:
    return Wording(
        levels=content["units"],
        hit=_hit_pattern(content["units"], content["not_before"], content["numbered"]),
        numbered=frozenset(content["numbered"]),
        generic_word=re.compile(f"(?:{_any(content['generic']['exact'])})$"),
        praise=re.compile(f"(?:{_any(content['generic']['praise'])})$"),
        generic_end=re.compile(f"(?:{_any(content['generic']['ends'])})$"),
        anchored_only={unit: frozenset(words) for unit, words in content["anchored_only"].items()},
        cut=re.compile(_any([*content["before_names"], *(w for w in content["partner_before"] if len(w) > 1)])),
        road=re.compile(_any(content["roads"])),
        joints=frozenset(content["joints"]),
        belongs=frozenset(content["belongs"]),
        doubtful=frozenset(content["doubtful"]),
        community_back=re.compile(_any(content["back"]["community"])),
        estate_back=re.compile(_any(content["back"]["estate"])),
        street_back=re.compile(_any(content["back"]["street"])),
        compound=re.compile(_any(content["compounds"])),
        office=re.compile(_any(content["offices"])),
        site=re.compile(f"[一-鿿]{{0,8}}?(?:{_any(content['sites'])})"),
        partner_before=re.compile(f"(?:{_any(content['partner_before'])})(?:[^，。、；]{{0,6}}的)?$"),
        partner_after=re.compile(_any([*content["partner_after"], *content["partner_deed"]])),
        donor_deed=re.compile(_any(content["donor_deed"])),
        neighbour=re.compile(f"(?:{_any(content['neighbours'])})$"),
        giver_deed=re.compile(_any(content["giver_deed"])),
        own=re.compile(f"(?:{_any(content['own'])})(?![市县区镇乡省国州村寨屯]|街道|社区|小区)"),
        theirs=re.compile(_any(content["theirs"])),
        published=re.compile(_any(content["media"])),
        partner_deed=re.compile(_any(content["partner_deed"])),
        located=re.compile(f"(?:{_any(content['located'])})$"),
        present=re.compile(f"[，,]?(?:{_any(content['presents'])})"),
        visit=re.compile(_any(content["visits"])),
        lead=re.compile(f"(?:{_TIME}|{_COUNT}|{_any(content['lead_words'])})*+"),
        introduces=re.compile(f"(?:{_any(content['introduces'])})(?:县城|城郊|城里|镇上)?$"),
        institution=re.compile(_any(content["institutions"])),
        namesake=re.compile(_any(content["namesakes"])),
        hamlets="".join(content["hamlets"]),
        beside=re.compile(_any(word.removesuffix("的") for word in content["neighbours"])),
        estate=re.compile(f"(?:{_any(content['estates']['words'])})(?![落校长士子里])"),
        estate_word=re.compile(f"(?:{_any(content['estates']['words'])})$"),
        no_estate=re.compile(f"(?:{_any(content['estates']['not'])})$"),
        nation=re.compile(_any(content["nation"])),
        ministry=re.compile(f"(?:{_any(content['ministries'])})(?!门)"),
        life=re.compile(_any(content["life"])),
        renewal=re.compile(_any(content["renewal"])),
        worth_reading=_worth_reading(content["units"], content["numbered"], content["worth"]),
        medium=_medium_pattern(content["media"]),
        founded=tuple(sorted(content["founded"], key=len, reverse=True)),
        renamed=tuple(Renamed(row["old"], row["in"], row["now"]) for row in content["renamed"]),
        near=near,
    )


def _content(rules: Path | None) -> Mapping[str, Any]:
    """All of places.yaml, checked; raises RuleError."""
    path = rule_file("places.yaml", rules)
    file = read_yaml(path, "places.yaml" if rules is None else str(path))
    _check(file)
    content: Mapping[str, Any] = file.content
    return content


def _any(words: Iterable[str]) -> str:
    """An alternation that tries longer words first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def _worth_reading(units: Mapping[str, str], numbered: Mapping[str, str], others: Iterable[str]) -> Pattern:
    """The class words that communities have; a 连 (连续) does not make a text worth reading, nor does a town's name.

    A town does of which the text speaks as a whole (全镇), and the owners of an estate.
    """
    return re.compile(_any([*(numbered.get(unit, unit) for unit in units if units[unit] != "镇"), *others]))


def _medium_pattern(media: Iterable[str]) -> Pattern:
    """The place before the name of a medium (宝鸡日报), or in a dateline (本报合作讯, 新华社西宁3月2日电)."""
    paper = rf"(?P<before>[一-鿿]{{2,6}}?)[市县区州]?(?:{_any(media)})"
    dateline = r"(?:本[报网刊台]|[（(]|新华社|中新社)(?P<after>[一-鿿]{2,6}?)[市县区州]?(?:\d{1,2}月\d{1,2}日)?[讯电]"
    return re.compile(f"{dateline}|{paper}")


def _hit_pattern(units: Mapping[str, str], not_before: Mapping[str, Any], numbered: Iterable[str]) -> Pattern:
    parts = []
    for unit in sorted(units, key=lambda u: (-len(u), u)):
        rule = not_before.get(unit, {})
        refused = f"(?!{_any(rule['words'])})" if rule.get("words") else ""
        allowed = f"(?={_any(rule['unless'])})|" if rule.get("unless") else ""
        # The look back comes last: a pattern whose branches all begin with a literal is searched for faster.
        begin = rf"(?<=[\d〇零一二三四五六七八九十百]{re.escape(unit)})" if unit in numbered else ""
        parts.append(re.escape(unit) + begin + (f"(?:{allowed}{refused})" if refused else ""))
    return re.compile("|".join(parts))


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
