"""The order of rule files, of rules in them and of lists changes no byte of the tables."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from casekit.core.rules_folder import shipped_rules
from casekit.run import Settings, extract_corpus
from tests.rulebook.folders import write

CORPUS = Path(__file__).parents[2] / "corpus"


def _entries(kind: str) -> list[object]:
    paths = sorted((shipped_rules() / kind).glob("*.yaml"))
    contents = [yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in paths]
    if kind == "lists":
        return [{name: words} for content in contents for name, words in (content or {}).items()]
    return [entry for content in contents for entry in content or []]


def _dealt(entries: list[object], kind: str, chance: random.Random) -> dict[str, str]:
    """All entries in another order in other files; the files of the shipped names are empty."""
    files = {f"{kind}__{path.stem}": "" for path in (shipped_rules() / kind).glob("*.yaml")}
    chance.shuffle(entries)
    for number, start in enumerate(range(0, len(entries), 30)):
        part = entries[start : start + 30]
        if kind == "lists":
            part = {name: words for entry in part for name, words in entry.items()}  # type: ignore[attr-defined, assignment]
        text = yaml.safe_dump(part, allow_unicode=True, sort_keys=False, default_style='"')
        files[f"{kind}__part{chance.randint(0, 10**6)}-{number}"] = text
    return files


@pytest.mark.parametrize("seed", [1, 2])
def test_shuffled_rules_give_the_same_tables(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    dealt = {name: text for kind in ("rules", "lists") for name, text in _dealt(_entries(kind), kind, chance).items()}
    shuffled = write(tmp_path / "rules", **dealt)
    extract_corpus([CORPUS], tmp_path / "a")
    extract_corpus([CORPUS], tmp_path / "b", Settings(rules=shuffled))
    tables = sorted(path.name for path in (tmp_path / "a").glob("*.parquet"))
    assert "facts.parquet" in tables
    for table in tables:
        assert (tmp_path / "a" / table).read_bytes() == (tmp_path / "b" / table).read_bytes(), table
