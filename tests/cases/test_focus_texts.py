"""Whose figure it is, in short texts of many kinds: tests/cases/texts/*.txt.

Figures are marked 【3000户|荷塘社区】, with ? for nobody's and - where it is not asked; the line => names all cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from casekit.cases import Atlas, CaseReading, focus_at, read_cases
from casekit.quantities import read_quantities
from casekit.text import read_page

_MARK = re.compile(r"【([^】|]*)\|([^】]*)】")


@dataclass(frozen=True)
class Marked:
    """`figures` are (offset, quote, community); `cases` None where not asked."""

    name: str
    text: str
    figures: tuple[tuple[int, str, str], ...]
    cases: frozenset[str] | None


def _texts() -> Iterator[Marked]:
    for path in sorted(Path(__file__).with_name("texts").glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("====\n"):
            yield _read(path.stem, *block.strip("\n").split("\n"))


def _read(stem: str, title: str, *lines: str) -> Marked:
    wanted = next((frozenset(line[3:].split()) for line in lines if line.startswith("=>")), None)
    raw = "\n".join(line for line in lines if not line.startswith("=>"))
    text, figures, last = "", [], 0
    for mark in _MARK.finditer(raw):
        text += raw[last : mark.start()]
        figures.append((len(text), mark[1], mark[2]))
        text += mark[1]
        last = mark.end()
    return Marked(f"{stem}: {title.lstrip('# ')}", text + raw[last:], tuple(figures), wanted)


TEXTS = list(_texts())


def _owner(reading: CaseReading, at: int) -> str:
    focus = focus_at(reading, at)
    return "?" if focus is None or focus.case is None else reading.cases[focus.case].name


@pytest.mark.parametrize("marked", TEXTS, ids=[marked.name for marked in TEXTS])
def test_figures_have_their_community(marked: Marked, atlas: Atlas) -> None:
    page = read_page(marked.text)
    reading = read_cases(page, read_quantities(page.text), None, atlas)
    clean = {page.aligned.origin(i): i for i in range(len(page.text))}
    asked = [(at, quote, name) for at, quote, name in marked.figures if name != "-"]
    assert [(quote, _owner(reading, clean[at])) for at, quote, _ in asked] == [
        (quote, name) for _, quote, name in asked
    ]
    if marked.cases is not None:
        assert {case.name for case in reading.cases} == marked.cases


def test_there_are_texts() -> None:
    assert len(TEXTS) > 90
    assert sum(len(marked.figures) for marked in TEXTS) > 350
