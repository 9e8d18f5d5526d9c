"""Strict YAML: every scalar a string, every node with its line and column, no duplicate keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from casekit.core.errors import CasekitError, Place, RuleError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Only an English key can be told from a text that begins 荷城社区：居民…
_FULL_WIDTH_COLON = re.compile(r"^\s*(?:-\s+)?[a-z_]+：")

# What the parser says, and what a writer of Chinese rules most likely did.
_HINTS = (
    (("',' or ']'", "',' or '}'"), "括号 [ ] 或 { } 没有成对，或词间缺少半角逗号。"),
    (("'-' indicator", "expected key", "expected <block end>"), "缩进没有对齐：同一层的键要从同一列开始。"),
    (("mapping values",), "一行里出现了第二个“: ”，或上一行的冒号是全角的；整句请加引号。"),
    (("end of stream", "quoted scalar"), "引号没有成对。"),
)

_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ODD_HINT = "文件里有看不见的控制字符，请删去重输这一行。"

NodePath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The content as plain dicts, lists and strings, and the place of every node by its path."""

    name: str
    content: Any
    places: dict[NodePath, Place] = field(repr=False)

    def place(self, *path: str | int) -> Place:
        """The place of the node at `path`, or of its nearest ancestor that has one."""
        for end in range(len(path), -1, -1):
            if (found := self.places.get(path[:end])) is not None:
                return found
        return Place(self.name)


def read_yaml(path: Path, name: str = "") -> YamlFile:
    """The parsed file; raises RuleError with line and column where it is no well-formed mapping or list."""
    name = name or str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CasekitError(f"{name}: no such file") from None
    except UnicodeDecodeError as error:
        raise RuleError(Place(name), f"not UTF-8 text (byte {error.start}).", "请把文件另存为 UTF-8。") from None
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> YamlFile:
    """The parsed text of a rule file called `name`."""
    _refuse_traps(text, name)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        raise RuleError(place, f"not valid YAML: {error.problem}.", _hint(str(error.problem))) from None
    except yaml.YAMLError as error:
        raise RuleError(_odd_character(text, name), f"not valid YAML: {error!s:.60}", _ODD_HINT) from None
    places: dict[NodePath, Place] = {}
    try:
        content = None if node is None else _plain(node, (), name, places)
    except RecursionError:
        raise RuleError(Place(name), "an alias (*) stands inside what it names.", "以 * & 开头的词请加引号。") from None
    return YamlFile(name, content, places)


def _odd_character(text: str, name: str) -> Place:
    """Where the first control character stands."""
    found = _ODD.search(text)
    at = found.start() if found else 0
    return Place(name, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


def _hint(problem: str) -> str:
    found = (hint for signs, hint in _HINTS if any(sign in problem for sign in signs))
    return next(found, "含 % @ : # * & ! 的词请加引号。")


def _refuse_traps(text: str, name: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            raise RuleError(
                Place(name, number, line.index("\t") + 1),
                "a tab indents this line.",
                "请用空格缩进，不用 Tab。",
            )
        if _FULL_WIDTH_COLON.match(line):
            hint = "这里用了全角冒号“：”，请改成半角冒号加空格“: ”。"
            raise RuleError(Place(name, number, line.index("：") + 1), "a full-width colon stands after a key.", hint)


def _plain(node: yaml.Node, path: NodePath, name: str, places: dict[NodePath, Place]) -> Any:
    places[path] = Place(name, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, i), name, places) for i, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, name, places)
    return "" if node.tag.endswith(":null") and node.value in ("", "~") else node.value


def _mapping(node: yaml.MappingNode, path: NodePath, name: str, places: dict[NodePath, Place]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            place = Place(name, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            raise RuleError(place, "a list or mapping stands where a key belongs.", "含 [ ] { } 的文字请加引号。")
        if key in out:
            place = Place(name, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            raise RuleError(place, f'the key "{key}" stands twice.', "同一个键写了两次，只能留一个。")
        out[key] = _plain(value_node, (*path, key), name, places)
        places[(*path, key)] = Place(name, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
    return out
