"""From parsed YAML to checked shapes; what pydantic objects to becomes a RuleError at its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from casekit.core import Place, RuleError, nearest
from casekit.core.yamlfile import NodePath, YamlFile
from casekit.rulebook.complaints import RuleFilesError
from casekit.rulebook.schema import Shape

ShapeT = TypeVar("ShapeT", bound=Shape)


def read_shape(model: type[ShapeT], file: YamlFile, path: NodePath, name: str = "") -> ShapeT:
    """The node at `path` as a shape; raises RuleError naming what was found, what is allowed and the nearest."""
    node = node_at(file, path)
    if not isinstance(node, dict):
        raise RuleError(file.place(*path), f"a mapping belongs here, found {shown(node)}.", _KEYS_HINT)
    try:
        return model.model_validate(node)
    except ValidationError as error:
        subject = name or str(node.get("id", ""))
        all_of_them = [_complaint(one, model, file, path, subject) for one in error.errors()]
        raise all_of_them[0] if len(all_of_them) == 1 else RuleFilesError(all_of_them) from None


_KEYS_HINT = "每条要写成“键: 值”，冒号用半角，后面空一格。"


def node_at(file: YamlFile, path: NodePath) -> Any:
    """The plain content at `path`."""
    node = file.content
    for step in path:
        node = node[step]
    return node


def shown(node: Any) -> str:
    """A node as an error message quotes it."""
    if isinstance(node, dict):
        return "a mapping {" + ", ".join(f"{key}: …" for key in node) + "}"
    if isinstance(node, list):
        return "a list"
    return f'"{node}"' if node else "nothing"


def keys_of(model: type[Shape]) -> list[str]:
    """The keys that may stand in a mapping of this shape."""
    return [spec.alias or key for key, spec in model.model_fields.items()]


def _complaint(error: Any, model: type[Shape], file: YamlFile, path: NodePath, name: str) -> RuleError:
    loc: tuple[str | int, ...] = tuple(error["loc"])
    place = file.place(*path, *loc)
    subject = f'"{name}": ' if name else ""
    message, hint = _words_for(error, loc, model)
    return RuleError(place, subject + message, hint)


def _words_for(error: Any, loc: tuple[str | int, ...], model: type[Shape]) -> tuple[str, str]:
    kind, found, key = error["type"], error["input"], str(loc[-1])
    if kind == "extra_forbidden":
        return f'unknown key "{key}".', _known(key, keys_of(model))
    if kind == "missing":
        return f'the key "{key}" is missing.', f"必须写 {key}。"
    if kind == "literal_error":
        allowed = _allowed(error["ctx"]["expected"])
        what = "unknown column" if key == "[key]" or "[key]" in loc else f'"{loc[0]}" cannot be'
        return f"{what} {shown(found)}.", _known(str(found), allowed)
    if kind == "string_pattern_mismatch":
        return f"{shown(found)} is no id.", "名称只用字母、数字、汉字、- 和 _。"
    return _shape_words(loc, found)


def _shape_words(loc: tuple[str | int, ...], found: Any) -> tuple[str, str]:
    where = f'under "{loc[0]}"' if loc else "here"
    if isinstance(found, dict):
        quoted = "; ".join(f'"{key}: {value}"' if value else f'"{key}"' for key, value in found.items())
        return f"text belongs {where}, found {shown(found)}.", f"含“: ”或 {{}} 的文字要加引号：{quoted}。"
    if found == "":
        return f"nothing stands {where}.", "这里不能空着；没有内容就删去这个键。"
    return f"the wrong kind of value {where}: {shown(found)}.", "这里要写一个词或一列词。"


def _allowed(expected: str) -> Sequence[str]:
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]


def _known(found: str, allowed: Sequence[str]) -> str:
    return f"Known: {', '.join(allowed)}. {nearest(found, allowed)}".strip()


def place_of_words(file: YamlFile, path: NodePath, count: int) -> list[Place]:
    """The places of the words of a list, or of the one word that stands instead of a list."""
    if isinstance(node_at(file, path), list):
        return [file.place(*path, i) for i in range(count)]
    return [file.place(*path)] * count
