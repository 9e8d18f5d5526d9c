"""The fifty-six ethnic groups in a text: 壮族, 维族, and bare names in a row (彝、白、傣、哈尼等8个民族)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import read_yaml
from casekit.quantities.trie import trie_pattern

_CUE = re.compile(r"民族|各族|族|[杂聚混共同]居|同胞|儿女")
_CUE_REACH = 14
_JOINED = "(?:[、，和与及]|以及)"
_COUNT = r"[\d一两二三四五六七八九十多余]{1,4}"


@dataclass(frozen=True, slots=True)
class Group:
    """One of the fifty-six: full name, two digits and two letters of GB/T 3304, other names, names for lists."""

    name: str
    code: str
    letters: str
    aliases: tuple[str, ...]
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A group named at [start, end), by its full name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class GroupFinder:
    """The groups, and patterns made of their names."""

    groups: tuple[Group, ...]
    full: re.Pattern[str]
    listed: re.Pattern[str]
    bare: re.Pattern[str]
    together: re.Pattern[str]
    not_people: re.Pattern[str]
    look_alike: re.Pattern[str]
    names: Mapping[str, str]

    def find(self, text: str) -> Iterator[GroupMention]:
        """Every mention of a people that lives somewhere, in text order; festivals and dishes of a group are none.

        >>> [m.name for m in load_groups().find("辖区有彝、白、傣、哈尼等8个民族，不少人回家过壮族三月三")]
        ['彝族', '白族', '傣族', '哈尼族']
        """
        found = {m.start: m for m in (*self._by_full_name(text), *self._in_lists(text))}
        yield from (found[start] for start in sorted(found))

    def _by_full_name(self, text: str) -> Iterator[GroupMention]:
        spared = {at for hit in self.look_alike.finditer(text) for at in range(*hit.span())}
        for hit in self.full.finditer(text):
            if hit.start() not in spared and not self.not_people.match(text, hit.end()):
                yield GroupMention(hit.start(), hit.end(), self.names[hit.group()])

    def _in_lists(self, text: str) -> Iterator[GroupMention]:
        for row in self.listed.finditer(text):
            near = text[max(0, row.start() - _CUE_REACH) : row.end() + _CUE_REACH]
            if _CUE.search(near):
                for hit in self.bare.finditer(text, row.start(), row.end()):
                    yield GroupMention(hit.start(), hit.end(), self.names[hit.group()])
        for row in self.together.finditer(text):
            for hit in self.bare.finditer(text, *row.span(1)):
                yield GroupMention(hit.start(), hit.end(), self.names[hit.group()])


def load_groups(rules: Path | None = None) -> GroupFinder:
    """The finder for the user's groups.yaml where `rules` has one, else for the shipped one."""
    path = rule_file("groups.yaml", rules)
    content = read_yaml(path, "groups.yaml" if rules is None else str(path)).content
    groups = tuple(
        Group(g["name"], g["code"], g["letters"], tuple(g["aliases"]), tuple(g.get("short", ())))
        for g in content["groups"]
    )
    together = content["together"]
    names = {name: g.name for g in groups for name in (g.name, g.name.removesuffix("族"), *g.aliases, *g.short)}
    longer = [name for name in names if len(name) > 1 and not name.endswith("族")]
    full = [name for name in names if name.endswith(("族", "民", "胞", "人")) and len(name) > 1]
    bare = trie_pattern(names)
    return GroupFinder(
        groups=groups,
        full=re.compile(_any(full)),
        listed=re.compile(f"{trie_pattern(names, searched=True)}{_JOINED}(?:{bare}{_JOINED})*{bare}"),
        bare=re.compile(bare),
        together=re.compile(
            # Spelled out once, so that the engine can skip to where a run may begin.
            f"((?:{'|'.join(together['characters'])}|{_any(longer)})"
            f"(?:[{''.join(together['characters'])}]|{_any(longer)})+)等?(?:{_COUNT}个)?(?:{_any(together['followers'])})"
        ),
        not_people=re.compile(f"(?!{_any(content['people'])})(?:{_any(content['not_people'])})"),
        look_alike=re.compile(_any(content["look_alikes"])),
        names=names,
    )


def _any(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))  # type: ignore[call-overload]
