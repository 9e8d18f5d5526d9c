"""Tiny rule folders for tests, independent of the rules that casekit ships."""

from __future__ import annotations

from pathlib import Path

METRICS = """\
place:
  facilities: {unit: 任意, zh: 设施数, en: Facilities, definition: 设施的数量}
  grids: {unit: 个, zh: 网格数, en: Grids, definition: 网格个数}
service:
  disputes: {unit: 任意, zh: 化解纠纷, en: Disputes, definition: 化解的纠纷}
"""
LISTS = "床位名词: [床位]\n化解动词: [化解, 调解]\n"
DISPUTES = """\
- id: disputes
  metric: disputes
  unit: [件, 起]
  verb: [‹化解动词›]
  noun: [矛盾, 纠纷]
  examples:
    - 两年来化解邻里纠纷【86起】 => 86
    - 调解矛盾【9件】 => 9
  counter_examples:
    - 组建纠纷调解队【3支】
"""


def write(folder: Path, **files: str) -> Path:
    """`folder` with the given files; `rules__beds` is `rules/beds.yaml`."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def base_folder(folder: Path) -> Path:
    """A small catalogue, two lists, one rule."""
    return write(folder, metrics=METRICS, lists__base=LISTS, rules__disputes=DISPUTES)
