# ruff: noqa: E501  -- the texts are long lines
"""Reprints are recognised, other reports are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.documents import DuplicateFinder, likeness, signature

REPORTS = sorted((Path(__file__).parents[1] / "reports").glob("*.txt"))
LONG = [path for path in REPORTS if path.stat().st_size > 2000]


@pytest.mark.parametrize("report", LONG, ids=lambda path: path.stem)
def test_a_reprint_with_another_head_and_foot_is_found(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    finder = DuplicateFinder()
    assert finder.add("a.txt", text) is None
    assert finder.add("b.txt", f"【转载】首页 > 新闻\n{text}\n责任编辑：李敏 浏览：3482") == "a.txt"
    assert finder.add("c.txt", text.replace("\n", "\r\n\r\n").replace("，", "， ")) == "a.txt"


def test_different_reports_are_no_duplicates_in_any_order() -> None:
    for paths in (REPORTS, REPORTS[::-1]):
        finder = DuplicateFinder()
        assert [finder.add(path.name, path.read_text(encoding="utf-8")) for path in paths] == [None] * len(paths)


def test_monthly_reports_of_one_form_with_other_figures_are_no_duplicates() -> None:
    form = "清溪社区{m}月工作简报。走访群众{a}人次，化解矛盾{b}起，举办活动{c}场，慰问老人{d}名，办理事项{e}件，收集意见{f}条，培训{g}人次。"
    finder = DuplicateFinder()
    first = form.format(m=1, a=186, b=5, c=3, d=41, e=77, f=24, g=60)
    second = form.format(m=2, a=193, b=7, c=4, d=39, e=81, f=19, g=55)
    assert [finder.add("1", first), finder.add("2", second)] == [None, None]


def test_all_copies_point_to_the_first() -> None:
    text = LONG[0].read_text(encoding="utf-8")
    finder = DuplicateFinder()
    assert [finder.add(name, text + name) for name in "abcd"] == [None, "a", "a", "a"]


def test_short_texts_are_the_same_only_when_equal() -> None:
    finder = DuplicateFinder()
    assert finder.add("a", "清溪社区有居民3120户，化解矛盾57起。") is None
    assert finder.add("b", "清溪社区有居民3120户，化解矛盾58起。") is None
    assert finder.add("c", "清溪社区有居民３１２０户，\n化解矛盾57起。") == "a"
    assert [finder.add("d", ""), finder.add("e", "")] == [None, None]


def test_a_signature_can_be_made_elsewhere_and_added_later() -> None:
    text = LONG[0].read_text(encoding="utf-8")
    finder = DuplicateFinder()
    finder.add("a", signature(text))
    assert finder.add("b", signature(text)) == "a"


def test_likeness_runs_from_nothing_to_one() -> None:
    one, other = (signature(path.read_text(encoding="utf-8")) for path in LONG[:2])
    assert likeness(one, one) == 1.0
    assert likeness(one, other) < 0.1
    assert likeness(signature(""), one) == 0.0
