"""rules/layout.yaml in, the word lists and patterns that tell furniture, captions and headings from prose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casekit.core import RuleError, nearest
from casekit.core.alternation import any_of
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import YamlFile, read_yaml

FILE = "layout.yaml"
_KEYS = {
    "captions": ("marks", "openings", "credits", "places", "acts"),
    "bylines": ("marks", "roles", "surnames"),
    "furniture": ("labels", "words", "counters", "publishers", "openings", "marks", "related", "units", "home"),
    "headings": ("units",),
    "joins": ("starts", "never_start", "after_number", "unfinished"),
}
_NAME = r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff·]{2,12}"


@dataclass(frozen=True, slots=True)
class Layout:
    """What lines look like that are no running text; every pattern is tried on one stripped, folded line."""

    caption: re.Pattern[str]
    credit: re.Pattern[str]
    picture: re.Pattern[str]
    act: re.Pattern[str]
    byline_marks: str
    firsts: frozenset[str]
    lasts: frozenset[str]
    role: re.Pattern[str]
    roles: frozenset[str]
    attached_roles: tuple[str, ...]
    surnames: frozenset[str]
    label: re.Pattern[str]
    barred: re.Pattern[str]
    counter: re.Pattern[str]
    opening: re.Pattern[str]
    mark: re.Pattern[str]
    related: re.Pattern[str]
    words: frozenset[str]
    figure: re.Pattern[str]
    home: re.Pattern[str]
    home_trail: re.Pattern[str]
    publisher: re.Pattern[str]
    section: re.Pattern[str]
    unit: re.Pattern[str]
    starts: tuple[str, ...]
    never_start: str
    after_number: re.Pattern[str]
    place_start: re.Pattern[str]
    unfinished: tuple[str, ...]


@lru_cache(maxsize=8)
def load_layout(rules: Path | None = None) -> Layout:
    """The patterns of the user's layout.yaml, or of the shipped one; raises RuleError where it is malformed."""
    return _compiled(_checked(read_yaml(rule_file(FILE, rules))))


def _checked(file: YamlFile) -> dict[str, dict[str, list[str]]]:
    if not isinstance(file.content, dict):
        raise RuleError(file.place(), "this file is no mapping.")
    _refuse_unknown(file, (), file.content, _KEYS)
    lists: dict[str, dict[str, list[str]]] = {}
    for section, keys in _KEYS.items():
        given = file.content.get(section) or {}
        if not isinstance(given, dict):
            raise RuleError(file.place(section), f'"{section}" must hold lists of words.')
        _refuse_unknown(file, (section,), given, keys)
        lists[section] = {key: _words(file, section, key, given.get(key) or []) for key in keys}
    return lists


def _refuse_unknown(file: YamlFile, path: tuple[str, ...], given: Iterable[str], known: Iterable[str]) -> None:
    for key in given:
        if key not in known:
            listed = ", ".join(sorted(known))
            hint = f"Known: {listed}. {nearest(key, known)}".strip()
            raise RuleError(file.place(*path, key), f'unknown key "{key}".', hint)


def _words(file: YamlFile, section: str, key: str, given: object) -> list[str]:
    if isinstance(given, str):
        return list(given)
    if not isinstance(given, list) or not all(isinstance(word, str) for word in given):
        raise RuleError(file.place(section, key), f'"{key}" must be a list of words.')
    return [word for word in given if word]


def _compiled(lists: dict[str, dict[str, list[str]]]) -> Layout:
    captions, bylines, furniture = lists["captions"], lists["bylines"], lists["furniture"]
    units = any_of(lists["headings"]["units"])
    credit, place = any_of(captions["credits"]), any_of(captions["places"])
    return Layout(
        caption=re.compile(
            rf"{any_of(captions['marks'])}(?=.*\w)|{any_of(captions['openings'])}|图[①-⑳0-9]{{1,2}}[:：、 ]?"
        ),
        credit=re.compile(rf"[（(\s。／/](?:{_NAME})(?:[ 、](?:{_NAME}))*\s*/?\s*{credit}[)）]?$"),
        picture=re.compile(rf"[\[【(（<]?\s*{place}\s*[0-9一二三四五六七八九十①-⑳]{{0,3}}\s*[\]】)）>]?$"),
        act=re.compile(
            rf"[\u4e00-\u9fff·]{{1,10}}{units}(?:各族|的|部分|全体)?[\u4e00-\u9fff]{{0,6}}{any_of(captions['acts'])}"
        ),
        byline_marks="".join(bylines["marks"]),
        firsts=frozenset(word[0] for word in [*captions["marks"], *captions["openings"], *furniture["openings"]])
        | frozenset("图【[(（"),
        lasts=frozenset(word[-1] for word in captions["credits"]) | frozenset(")）"),
        role=re.compile(f"{any_of(r for r in bylines['roles'] if len(r) > 1)}|(?:^|[ /])[文图摄](?:[ /]|$)"),
        roles=frozenset(bylines["roles"]),
        attached_roles=tuple(sorted({role for role in bylines["roles"] if len(role) > 1}, key=lambda r: (-len(r), r))),
        surnames=frozenset(bylines["surnames"]),
        label=re.compile(rf"[\u4e00-\u9fffA-Za-z]{{0,8}}?{any_of(furniture['labels'])}\s*[:：]"),
        barred=re.compile(rf"({any_of(furniture['labels'])}) ?[|｜丨│] ?"),
        counter=re.compile(
            rf"{any_of(furniture['counters'])}(?:数|量|次数)?[:：]?[(（]?\d[\d,.]*[万wk]?\+?[次人条)）]{{0,2}}$"
        ),
        opening=re.compile(rf"[【\[(（]?{any_of(furniture['openings'])}"),
        mark=re.compile(any_of(furniture["marks"])),
        related=re.compile(rf"[【\[#>》◆■●\s]{{0,4}}{any_of(furniture['related'])}[】\]：:>》\s]{{0,4}}$"),
        words=frozenset(furniture["words"]),
        # A label whose value states a figure with a unit is a line of a table, not a byline.
        figure=re.compile(rf"\d[\d,.]*\s*[余多]?\s*[万亿千百]?\s*{any_of(furniture['units'])}"),
        home=re.compile(any_of(furniture["home"])),
        home_trail=re.compile(rf"[^>»›。，]{{0,10}}{any_of(furniture['home'])}\s*(?:>|>>|»|›|-|/)"),
        publisher=re.compile(rf"[\u4e00-\u9fffA-Za-z]{{0,8}}{any_of(furniture['publishers'])}$"),
        section=re.compile(rf"[\u4e00-\u9fff·]{{1,18}}{units}[:：]?$"),
        unit=re.compile(units),
        starts=tuple(lists["joins"]["starts"]),
        never_start="".join(lists["joins"]["never_start"]),
        after_number=re.compile(any_of(lists["joins"]["after_number"])),
        place_start=re.compile(rf"[\u4e00-\u9fff·]{{2,6}}(?:{units}|[省市县州])"),
        unfinished=tuple(lists["joins"]["unfinished"]),
    )
