"""Which rule files count: the user's folder laid over the shipped one, file by file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from casekit.core import CasekitError, Place, RuleError
from casekit.core.yamlfile import YamlFile, parse_yaml
from casekit.rulebook.complaints import Complaints
from casekit.rulebook.traps import refuse_traps

KINDS = ("metrics", "rules", "lists", "contexts")
_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Layered:
    """One file that counts: its path inside the folder, its content, and whether the user gave it."""

    relative: str
    yaml: YamlFile
    own: bool

    @property
    def kind(self) -> str:
        """What it holds, told by its name or its folder: metrics, rules, lists, contexts, or '' for the rest."""
        return _kind(self.relative)


def read_folder(folder: Path | None, base: Path, kinds: Collection[str] = KINDS) -> tuple[Layered, ...]:
    """All YAML files that count, by relative name; a file of `folder` stands for the one of that name in `base`.

    Only files of the given kinds are parsed.
    Raises RuleError for a file that is no YAML, CasekitError where `folder` is no folder or holds no YAML file.
    """
    own = {} if folder is None else _own_files(folder)
    chosen = {**_files(base), **own}
    complaints, out = Complaints(), []
    for name in sorted(chosen):
        with complaints.kept():
            out.append(Layered(name, _read(chosen[name], _kind(name) if _kind(name) in kinds else ""), name in own))
    complaints.raise_all()
    return tuple(out)


def _kind(relative: str) -> str:
    first = relative.split("/")[0].removesuffix(".yaml")
    return first if first in KINDS else ""


def _read(path: Path, kind: str) -> YamlFile:
    """The parsed file; files of no kind of ours are parsed by their own stage, here they only count for the digest."""
    name = _shown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError(Place(name), f"not UTF-8 text (byte {error.start}).", "请把文件另存为 UTF-8。") from None
    except OSError as error:
        raise CasekitError(f"{name}: cannot be read ({error.strerror or error})") from None
    if not kind:
        return YamlFile(name, text, {})
    refuse_traps(text, name)
    return parse_yaml(text, name)


def _own_files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise CasekitError(f"{folder}: no such folder of rules. 没有这个规则文件夹。")
    found = _files(folder)
    if not found:
        raise CasekitError(f"{folder}: holds no .yaml file. 这个文件夹里没有 .yaml 规则文件。")
    return found


def _files(folder: Path) -> dict[str, Path]:
    found = (path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    return {path.relative_to(folder).with_suffix(".yaml").as_posix(): path for path in found}


def _shown(path: Path) -> str:
    """The path as the user knows it: from the working directory where it lies below it."""
    full, here = path.resolve(), Path.cwd()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else str(path)
