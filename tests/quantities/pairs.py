"""Reads the tables of `原文 => 值` in this folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_MARKS = re.compile("【(.*?)】")


def pairs(name: str) -> list[object]:
    """One pytest parameter for each line: the text and what is said of it, with file and line as id."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = ((number, *line.rsplit("=>", 1)) for number, line in enumerate(lines, 1) if "=>" in line and line[0] != "#")
    return [pytest.param(text.strip(), said.strip(), id=f"{name}.txt:{number}") for number, text, said in rows]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its 【】, and the spans they marked.

    >>> marked("共【3户】")
    ('共3户', [(1, 3)])
    """
    spans = []
    for count, found in enumerate(_MARKS.finditer(text)):
        start = found.start() - 2 * count
        spans.append((start, start + len(found[1])))
    return _MARKS.sub(r"\1", text), spans


def number(written: str) -> float | None:
    """An end of an interval; - is open."""
    return None if written == "-" else float(written)
