"""The examples of the shipped rules, each a test named by file, rule and number."""

from __future__ import annotations

import pytest

from casekit.extract import Kit
from casekit.rulebook.load import load_rule_files
from casekit.workbench.trial import Trial, run_trial, trials_of

_FILES = load_rule_files()
_TRIALS = list(trials_of((*_FILES.rules, *_FILES.contexts)))


@pytest.mark.parametrize("trial", _TRIALS, ids=lambda trial: trial.name)
def test_example(trial: Trial, kit: Kit) -> None:
    verdict = run_trial(trial, kit)
    assert verdict.passed, str(verdict)
