"""The manual of the rule language: complete, and its examples work as written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casekit.cases import load_atlas
from casekit.core.rules_folder import shipped_rules
from casekit.extract import Kit
from casekit.quantities import load_tables
from casekit.rulebook import RuleBook
from casekit.rulebook.check import check_rules
from casekit.rulebook.examples import BOUNDS, WANTED
from casekit.rulebook.load import load_rule_files
from casekit.rulebook.schema import ContextShape, MetricShape, RuleShape
from casekit.rulebook.shapes import keys_of
from casekit.workbench.mutate import mutate
from casekit.workbench.trial import run_trials

MANUAL = (shipped_rules() / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The YAML blocks of the manual, each in the file that its first line names."""
    for name, text in re.findall(r"```yaml\n# (\S+)\n(.*?)```", MANUAL, re.DOTALL):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_every_key_bound_and_column_stands_in_the_manual() -> None:
    words = {*keys_of(RuleShape), *keys_of(ContextShape), *keys_of(MetricShape), *BOUNDS, *WANTED}
    words -= {"english_definition", "period"}
    missing = [word for word in sorted(words) if not re.search(rf"(?<![\w-]){word}(?![\w-])", MANUAL)]
    assert missing == []


def test_every_command_stands_in_the_manual() -> None:
    for command in ("check", "test", "list", "new", "diff", "stats", "schema"):
        assert f"casekit rules {command}" in MANUAL
    assert "casekit explain" in MANUAL and "casekit leftovers" in MANUAL


def test_the_rules_of_the_manual_pass_their_examples(folder: Path) -> None:
    files = load_rule_files(folder)
    kit = Kit(RuleBook(files), load_tables(None), load_atlas(None, None))
    verdicts = run_trials(kit, ["care-beds", "waiting-list"])
    assert len(verdicts) == 7
    assert [str(v) for v in verdicts if not v.passed] == []
    assert check_rules(folder) == []


def test_the_examples_of_the_manual_need_every_condition(folder: Path) -> None:
    kit = Kit(RuleBook(load_rule_files(folder)), load_tables(None), load_atlas(None, None))
    assert [str(m) for m in mutate(kit, ["care-beds"]) if not m.needed and m.whole] == []
