"""Which rule files count: the user's folder laid over the shipped one, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casekit.core import CasekitError
from casekit.core.rules_folder import shipped_rules
from casekit.core.yamlfile import YamlFile, read_yaml

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Layered:
    """One file that counts: its path inside the folder, its content, and whether the user gave it."""

    relative: str
    yaml: YamlFile
    own: bool

    def under(self, name: str) -> bool:
        """True for `name.yaml` and for every file in a folder called `name`."""
        return self.relative.split("/")[0] in (name, f"{name}.yaml", f"{name}.yml")


def read_folder(folder: Path | None) -> tuple[Layered, ...]:
    """All YAML files that count, by relative name; a user's file stands for the shipped one of that name.

    Raises CasekitError where `folder` is no folder or holds no YAML file.
    """
    shipped = _files(shipped_rules())
    own = {} if folder is None else _own_files(folder)
    chosen = {**shipped, **own}
    return tuple(Layered(name, read_yaml(chosen[name], _shown(chosen[name])), name in own) for name in sorted(chosen))


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
    full = path.resolve()
    return full.relative_to(Path.cwd()).as_posix() if full.is_relative_to(Path.cwd()) else str(path)
