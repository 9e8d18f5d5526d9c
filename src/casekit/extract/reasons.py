"""Why an expression is no figure, in words for people."""

from __future__ import annotations

from pathlib import Path

from casekit.core import RuleError
from casekit.core.rules_folder import rule_file
from casekit.core.yamlfile import read_yaml

FILE = "reasons.yaml"


def load_reasons(rules: Path | None = None) -> dict[str, str]:
    """The Chinese words of each reason: those that are shipped, and over them those of the user's reasons.yaml.

    Raises RuleError where the file holds anything but one text for each name.
    """
    files = dict.fromkeys((rule_file(FILE), rule_file(FILE, rules)))
    return {reason: words for path in files for reason, words in _read(path).items()}


def _read(path: Path) -> dict[str, str]:
    file = read_yaml(path)
    if not isinstance(file.content, dict):
        raise RuleError(file.place(), "a name and its words belong here.", "写成“理由: 中文”。")
    for reason, words in file.content.items():
        if not isinstance(words, str) or not words:
            raise RuleError(file.place(reason), f'"{reason}" needs words, one text.', "写成“理由: 中文”。")
    return dict(file.content)
